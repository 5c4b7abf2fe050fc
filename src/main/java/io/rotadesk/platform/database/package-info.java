/**
 * The database: a PostgreSQL that the application starts for itself when {@code spring.datasource.url} names none. All
 * other code only sees a {@code DataSource}.
 */
package io.rotadesk.platform.database;

/**
 * Where the rows live: a PostgreSQL that the application starts for itself when {@code spring.datasource.url} names none.
 * Everything else only sees a {@code DataSource}.
 */
package io.rotadesk.platform.database;

package io.rotadesk.platform.database;

/** No database is named, and this build has no PostgreSQL of its own: the image, or a system for which there is none. */
class NoDatabaseException extends UnusableDatabaseException {

    NoDatabaseException(Throwable cause) {
        super(
                "No database is named, and there is no PostgreSQL in this build for this system.",
                "Set SPRING_DATASOURCE_URL to a PostgreSQL, such as jdbc:postgresql://host:5432/rotadesk, and"
                        + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD. See docs/operations.md.",
                cause);
    }
}

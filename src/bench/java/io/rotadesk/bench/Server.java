package io.rotadesk.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The PostgreSQL of a run, with a connection for statements that take minutes; for one thread at a time. */
final class Server implements AutoCloseable {

    private static final int BARE_CONNECTIONS = 30;

    private final int port;
    private final String password;
    private final SingleConnectionDataSource connection;
    private final JdbcClient patient;

    /** @param database the application's */
    Server(int port, String database, String password) {
        this.port = port;
        this.password = password;
        this.connection = new SingleConnectionDataSource(
                url(database) + "?options=-c%20search_path=public,rotadesk", "postgres", password, true);
        this.patient = JdbcClient.create(connection);
    }

    /** One connection to the application's database, which waits for an answer as long as it takes. */
    JdbcClient patient() {
        return patient;
    }

    /** A database of its own, with a pool as the application has it. */
    HikariDataSource createDatabase(String name) {
        patient.sql("create database " + name).update();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(name));
        config.setUsername("postgres");
        config.setPassword(password);
        config.setMaximumPoolSize(BARE_CONNECTIONS);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        return new HikariDataSource(config);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    @Override
    public void close() {
        connection.destroy();
    }
}

package io.rotadesk;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** One PostgreSQL for all tests of a run; every application context gets a database of its own in it. */
public class TestPostgres implements EnvironmentPostProcessor {

    private static final AtomicInteger databases = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("rotadesk.test.own-database", Boolean.class, false)) {
            return;
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test-postgres", Map.of("spring.datasource.url", newDatabase())));
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the JDBC address of a new, empty database */
    public static synchronized String newDatabase() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C")
                        // Each context has a pool, and keeps it until the run ends.
                        .setServerConfig("max_connections", "300")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the application contexts, which still need it while they close.
                SpringApplication.getShutdownHandlers().add(TestPostgres::stop);
            }
            String name = "test_" + databases.incrementAndGet();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name + "?user=postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

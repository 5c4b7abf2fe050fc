package io.rotadesk.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.boot.BootstrapRegistry;
import org.springframework.boot.BootstrapRegistryInitializer;

/**
 * The engine's SQL statements, read while the application is still being put together. The engine would read these 60
 * files only when it starts itself, and the application would wait for a fifth of the whole start.
 */
class StatementsAhead {

    /** Begins to read when the application begins, and hands the result over as a bean. */
    static class Begin implements BootstrapRegistryInitializer {

        @Override
        public void initialize(BootstrapRegistry registry) {
            var statements = new StatementsAhead();
            registry.addCloseListener(ready ->
                    ready.getApplicationContext().getBeanFactory().registerSingleton("statementsAhead", statements));
        }
    }

    private final CompletableFuture<Configuration> read = new CompletableFuture<>();

    private StatementsAhead() {
        // A thread of its own: a pool's thread would not see the files inside the application's jar.
        var reader = new Thread(
                () -> {
                    try {
                        read.complete(read());
                    } catch (RuntimeException | Error e) {
                        read.completeExceptionally(e);
                    }
                },
                "statements-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * The statements for PostgreSQL, with tables that have no prefix; waits until they are read.
     *
     * @throws java.util.concurrent.CompletionException when the engine's files cannot be read
     */
    Configuration configuration() {
        return read.join();
    }

    private static Configuration read() {
        var properties = new Properties();
        properties.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", DbSqlSessionFactory.POSTGRES);
        try (InputStream mappings = ProcessEngineConfigurationImpl.class
                        .getClassLoader()
                        .getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE);
                Reader text = new InputStreamReader(mappings, StandardCharsets.UTF_8)) {
            return new XMLConfigBuilder(text, "", properties).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.rotadesk.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same engine version with the defaults of its Spring Boot starter (history full, removal time at the end, no
 * authorizations), in a database of its own on the same server, with the same connection pool and driver settings; its
 * job executor is off as well.
 */
final class BareEngine implements AutoCloseable {

    private final HikariDataSource pool;
    private final CountedStatements dataSource;
    private final ProcessEngine engine;

    /** @param sameModel whether it runs the {@link SameModel}, or only its shape ({@link BareModel}) */
    BareEngine(RotaDesk beside, String database, boolean sameModel) throws IOException {
        JdbcClient server = beside.jdbc();
        server.sql("create database " + database).update();
        int port = server.sql("select inet_server_port()").query(Integer.class).single();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://localhost:" + port + "/" + database);
        config.setUsername("postgres");
        config.setPassword(beside.databasePassword());
        config.setMaximumPoolSize(30);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        pool = new HikariDataSource(config);
        dataSource = new CountedStatements(pool);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(database);
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        // The defaults of Camunda's Spring Boot starter.
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new StrongUuidGenerator());
        if (sameModel) {
            configuration.setBeans(SameModel.beans());
            configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
            engine = configuration.buildProcessEngine();
            SameModel.deploy(engine.getRepositoryService());
        } else {
            JavaDelegate nothing = execution -> {};
            configuration.setBeans(Map.of("nothing", nothing, "matters", new BareMatters.Matters()));
            engine = configuration.buildProcessEngine();
            BareModel.deploy(engine.getRepositoryService(), "call-handling.bpmn");
            BareModel.deploy(engine.getRepositoryService(), "visit-reception.bpmn");
            BareModel.deploy(engine.getRepositoryService(), "petition-reception.bpmn");
            BareModel.deploy(engine.getRepositoryService(), "matter-handling.bpmn");
        }
    }

    ProcessEngine engine() {
        return engine;
    }

    CountedStatements dataSource() {
        return dataSource;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}

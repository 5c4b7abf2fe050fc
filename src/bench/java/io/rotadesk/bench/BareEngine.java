package io.rotadesk.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/**
 * The same engine version with the defaults of its Spring Boot starter (history full, removal time at the end, no
 * authorizations), in a database of its own on the same server, with the same connection pool and driver settings; its
 * job executor is off as well.
 */
final class BareEngine implements AutoCloseable {

    private static final List<String> MODELS =
            List.of("call-handling.bpmn", "visit-reception.bpmn", "petition-reception.bpmn", "matter-handling.bpmn");

    private final HikariDataSource pool;
    private final CountedStatements dataSource;
    private final ProcessEngine engine;

    private BareEngine(Server server, String database, StandaloneProcessEngineConfiguration configuration) {
        pool = server.createDatabase(database);
        dataSource = new CountedStatements(pool);
        configuration.setProcessEngineName(database);
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        // The defaults of Camunda's Spring Boot starter.
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new StrongUuidGenerator());
        engine = configuration.buildProcessEngine();
    }

    /** With our models as they are. */
    static BareEngine sameModel(Server server) throws IOException {
        SameModel model = SameModel.read();
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setExpressionManager(AnsweringBeans.expressions(model, new Answers()));
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        BareEngine bare = new BareEngine(server, "bare", configuration);
        model.deploy(bare.engine.getRepositoryService());
        return bare;
    }

    /** With models that have the shape of ours and nothing else. */
    static BareEngine shape(Server server) throws IOException {
        JavaDelegate nothing = execution -> {};
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setBeans(Map.of("nothing", nothing, "matters", new NoPlanYet()));
        BareEngine bare = new BareEngine(server, "shape", configuration);
        for (String model : MODELS) {
            BareModel.deploy(bare.engine.getRepositoryService(), model);
        }
        return bare;
    }

    /** What a gateway of a matter asks; public, as expressions need it. */
    public static final class NoPlanYet {

        public boolean planSet(String matterId) {
            return false;
        }
    }

    ProcessEngine engine() {
        return engine;
    }

    CountedStatements dataSource() {
        return dataSource;
    }

    /** @throws IllegalStateException if a course left a process behind, as it does when its model has got longer */
    void checkThatAllEnded() {
        List<String> left = engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .map(process -> process.getProcessDefinitionId())
                .distinct()
                .toList();
        if (!left.isEmpty()) {
            throw new IllegalStateException("The bare engine did not get to the end of " + left);
        }
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}

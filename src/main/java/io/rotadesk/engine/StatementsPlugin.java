package io.rotadesk.engine;

import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Gives the engine the statements that were read ahead, with the settings that it would make itself. */
@Component
class StatementsPlugin extends AbstractProcessEnginePlugin {

    private final StatementsAhead statements;

    StatementsPlugin(StatementsAhead statements) {
        this.statements = statements;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Configuration configuration = statements.configuration();
        if (engine.getJdbcStatementTimeout() != null) {
            configuration.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
        }
        if (engine.isJdbcBatchProcessing()) {
            configuration.setDefaultExecutorType(ExecutorType.BATCH);
        }
        engine.setSqlSessionFactory(new DefaultSqlSessionFactory(configuration));
    }

    /** The engine knows its database only now. Nothing was read from it yet. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getSqlSessionFactory()
                .getConfiguration()
                .setEnvironment(new Environment("default", engine.getTransactionFactory(), engine.getDataSource()));
    }
}

package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import java.util.HashMap;
import java.util.Map;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The statements that are read before the engine starts are those that the engine would have read itself. */
@RotaDeskTest
class StatementsAheadTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    StatementsAhead ahead;

    @Test
    void theEngineWorksWithTheStatementsThatWereReadAhead() {
        assertThat(engine.getSqlSessionFactory().getConfiguration()).isSameAs(ahead.configuration());
        assertThat(ahead.configuration().getEnvironment().getDataSource()).isSameAs(engine.getDataSource());
        assertThat(ahead.configuration().getEnvironment().getTransactionFactory())
                .isSameAs(engine.getTransactionFactory());
    }

    @Test
    void theyAreThoseThatTheEngineReadsItself() {
        Configuration own = new ReadByTheEngine(engine).statements();
        Configuration read = ahead.configuration();

        assertThat(read.getDefaultExecutorType()).isEqualTo(own.getDefaultExecutorType());
        assertThat(read.getDefaultStatementTimeout()).isEqualTo(own.getDefaultStatementTimeout());
        assertThat(read.getVariables()).isEqualTo(own.getVariables());
        assertThat(own.getMappedStatementNames()).hasSizeGreaterThan(700);
        assertThat(read.getMappedStatementNames())
                .as("statements of ours are added to them later")
                .containsAll(own.getMappedStatementNames());
        assertThat(plain(own)).hasSizeGreaterThan(100);
        assertThat(plain(read)).containsAllEntriesOf(plain(own));
    }

    /** The SQL of all statements that need no parameter to be made. */
    private static Map<String, String> plain(Configuration statements) {
        Map<String, String> texts = new HashMap<>();
        for (String name : statements.getMappedStatementNames()) {
            if (!name.contains(".")) {
                continue;
            }
            MappedStatement statement = statements.getMappedStatement(name);
            try {
                texts.put(name, statement.getBoundSql(Map.of()).getSql());
            } catch (RuntimeException needsParameters) {
                continue;
            }
        }
        return texts;
    }

    /** The engine's own way of reading, with the settings of the running engine. */
    private static class ReadByTheEngine extends StandaloneProcessEngineConfiguration {

        ReadByTheEngine(ProcessEngineConfigurationImpl running) {
            dataSource = running.getDataSource();
            databaseType = running.getDatabaseType();
            databaseTablePrefix = running.getDatabaseTablePrefix();
            jdbcStatementTimeout = running.getJdbcStatementTimeout();
            jdbcBatchProcessing = running.isJdbcBatchProcessing();
        }

        Configuration statements() {
            initTransactionFactory();
            initSqlSessionFactory();
            return sqlSessionFactory.getConfiguration();
        }
    }
}

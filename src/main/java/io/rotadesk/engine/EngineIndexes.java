package io.rotadesk.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Drops those indexes of the engine that no search of ours needs (decision 0047): every row that a call writes would be
 * entered in all of them. The engine makes them with its tables, and again when a script brings an older schema up to date;
 * they are dropped at the next start. One that cannot be dropped now costs time and nothing else.
 */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin {

    private static final Logger log = LoggerFactory.getLogger(EngineIndexes.class);

    /** By table. The engine's scripts that make them are in its jar, in {@code org/camunda/bpm/engine/db/create}. */
    static final List<String> UNUSED =
            """
            ACT_IDX_HI_ACTINST_ROOT_PI
            ACT_IDX_HI_ACT_INST_START_END
            ACT_IDX_HI_ACT_INST_END
            ACT_IDX_HI_ACT_INST_COMP
            ACT_IDX_HI_ACT_INST_STATS
            ACT_IDX_HI_ACT_INST_TENANT_ID
            ACT_IDX_HI_ACT_INST_PROC_DEF_KEY

            ACT_IDX_HI_TASKINST_ROOT_PI
            ACT_IDX_HI_TASK_INST_TENANT_ID
            ACT_IDX_HI_TASK_INST_PROC_DEF_KEY
            ACT_IDX_HI_TASKINSTID_PROCINST
            ACT_IDX_HI_TASK_INST_START
            ACT_IDX_HI_TASK_INST_END

            ACT_IDX_HI_PRO_INST_END
            ACT_IDX_HI_PRO_INST_TENANT_ID
            ACT_IDX_HI_PRO_INST_PROC_DEF_KEY
            ACT_IDX_HI_PRO_INST_PROC_TIME
            ACT_IDX_HI_PRO_INST_ROOT_PI
            ACT_IDX_HI_PRO_RST_PRO_INST_ID

            ACT_IDX_EXEC_TENANT_ID

            ACT_IDX_TASK_CREATE
            ACT_IDX_TASK_LAST_UPDATED
            ACT_IDX_TASK_OWNER
            ACT_IDX_TASK_CASE_EXEC
            ACT_IDX_TASK_CASE_DEF_ID

            ACT_IDX_VARIABLE_TENANT_ID
            ACT_IDX_VARIABLE_TASK_ID
            ACT_IDX_BATCH_ID
            ACT_IDX_VAR_CASE_EXE
            ACT_IDX_VAR_CASE_INST_ID

            ACT_IDX_JOB_HANDLER_TYPE
            ACT_IDX_JOB_TENANT_ID
            ACT_IDX_JOB_ROOT_PROCINST
            ACT_IDX_JOB_JOB_DEF_ID

            ACT_IDX_EVENT_SUBSCR_TENANT_ID

            ACT_IDX_AUTH_ROOT_PI

            ACT_IDX_BYTEARRAY_ROOT_PI
            ACT_IDX_BYTEARRAY_NAME
            """.lines().filter(line -> !line.isBlank()).toList();

    /** The engine has created its tables by now. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        try (Connection connection = configuration.getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            drop(statement);
        } catch (SQLException e) {
            log.warn("Indexes that nobody needs could not be dropped; it is tried again at the next start", e);
        }
    }

    /** Waits for transactions of other nodes for a moment only. */
    private static void drop(Statement statement) throws SQLException {
        List<String> present = new ArrayList<>();
        try (var found = statement.executeQuery("""
            select indexname from pg_indexes where schemaname = 'public' and tablename like 'act\\_%'
            """)) {
            while (found.next()) {
                present.add(found.getString(1).toUpperCase(Locale.ROOT));
            }
        }
        statement.execute("set lock_timeout = '2s'");
        try {
            for (String index : UNUSED) {
                if (present.contains(index)) {
                    statement.execute("drop index if exists public." + index);
                }
            }
        } finally {
            statement.execute("reset lock_timeout");
        }
    }
}

package io.rotadesk.engine;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * A ring is never behind other work: jobs are taken by priority, then by when they were due. A model whose timers can wait
 * says so with {@code camunda:jobPriority} below 0, the usual one.
 *
 * <p>However many jobs are there, finding the next ones stays cheap: every job has a due date, and an index leads from the
 * most urgent on.
 */
@Component
class JobOrder extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorAcquireByPriority(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
    }

    /** The engine has made its tables by now. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DataSource database = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDataSource();
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Jobs of an engine that did not set one yet; without it they would not be found any more.
            statement.execute("update public.act_ru_job set duedate_ = now() where duedate_ is null");
            statement.execute("""
                    create index if not exists rota_desk_next_job on public.act_ru_job
                        (priority_ desc, duedate_) where retries_ > 0 and suspension_state_ = 1
                    """);
        } catch (SQLException e) {
            throw new ProcessEngineException("The index of the next jobs could not be made", e);
        }
    }
}

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
 * Makes sure that a ring never waits behind other work: jobs are taken by priority, then by due date. A model whose
 * timers can wait says so with {@code camunda:jobPriority} below 0, the usual one.
 *
 * <p>Finding the next jobs stays cheap, however many there are: every job has a due date, and an index is ordered by
 * urgency.
 */
@Component
class JobOrder extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorAcquireByPriority(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setEnsureJobDueDateNotNull(true);
    }

    /** The engine has created its tables by now. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DataSource database = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDataSource();
        try (var connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // Jobs of an older engine have no due date; without one they would no longer be found.
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

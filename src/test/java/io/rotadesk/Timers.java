package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;

/**
 * The timers of a process by name: a timer event has its id, such as {@code Event_RingTimeout}, and a time on a task those of
 * the task and of its listener, such as {@code Task_AnswerQuestion.remind}.
 */
public final class Timers {

    private Timers() {}

    /**
     * @param jobs among which to look, for instance those of a process instance
     * @return all that run
     */
    public static List<Job> of(JobQuery jobs, String name) {
        String[] parts = name.split("\\.");
        String listener = parts.length == 1 ? null : parts[1];
        return jobs.activityId(parts[0]).list().stream()
                .filter(job -> Objects.equals(listenerOf(job), listener))
                .toList();
    }

    /** @return the only one that runs; fails if there is none, or more */
    public static Job only(JobQuery jobs, String name) {
        List<Job> timers = of(jobs, name);
        assertThat(timers).as("timer " + name).hasSize(1);
        return timers.get(0);
    }

    /** Null for a job that is no listener's. */
    private static String listenerOf(Job job) {
        String written = ((JobEntity) job).getJobHandlerConfigurationRaw();
        return written == null
                ? null
                : new TimerTaskListenerJobHandler().newConfiguration(written).getTimerElementSecondaryKey();
    }
}

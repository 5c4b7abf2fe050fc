package io.rotadesk.leasing.escalation.process;

import static io.rotadesk.leasing.escalation.process.EscalationVariables.ESCALATION_ID;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.UNIT_ID;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What happens when a timer on a user task goes off, in any process: the task rises in Tasklist, and the deputies or the
 * managers of the task's unit get it too. Each is written down.
 */
@Configuration(proxyBeanMethods = false)
class Reminders {

    /** The engine's usual priority is 50; every reminder lifts a task above those that had one fewer. */
    private static final int LIFT = 25;

    /** The task rises; who has it keeps it. */
    @Bean
    @ModelBean("remind")
    JavaDelegate remind(OverdueTask overdue, TaskService tasks, ReminderRows rows, Escalations escalations) {
        return execution -> {
            for (Task task : overdue.of(execution)) {
                lift(tasks, task);
                rows.add(execution, unitOf(task, execution), task, ReminderRows.Kind.REMINDED, List.of());
            }
            ESCALATION_ID.find(execution).ifPresent(escalations::reminded);
        };
    }

    /** The unit's deputies can answer too (L3.7). */
    @Bean
    @ModelBean("tellDeputy")
    JavaDelegate tellDeputy(
            OverdueTask overdue, TaskService tasks, Units units, ReminderRows rows, Escalations escalations) {
        return execution -> {
            tell(execution, overdue, tasks, unit -> units.get(unit).deputies(), rows, ReminderRows.Kind.DEPUTY_TOLD);
            ESCALATION_ID.find(execution).ifPresent(escalations::deputyTold);
        };
    }

    /** The unit's managers see it and can take it over. */
    @Bean
    @ModelBean("tellManager")
    JavaDelegate tellManager(OverdueTask overdue, TaskService tasks, Units units, ReminderRows rows) {
        return execution -> {
            tell(execution, overdue, tasks, unit -> units.get(unit).managers(), rows, ReminderRows.Kind.MANAGER_TOLD);
        };
    }

    private static void tell(
            DelegateExecution execution,
            OverdueTask overdue,
            TaskService tasks,
            Function<String, List<String>> people,
            ReminderRows rows,
            ReminderRows.Kind kind) {
        for (Task task : overdue.of(execution)) {
            String unitId = unitOf(task, execution);
            List<String> logins = people.apply(unitId);
            logins.forEach(login -> tasks.addCandidateUser(task.getId(), login));
            lift(tasks, task);
            rows.add(execution, unitId, task, kind, logins);
        }
    }

    /** A task may be for people of another unit than the one its process began in; it is theirs to be told of (P1). */
    private static String unitOf(Task task, DelegateExecution execution) {
        return task.getTenantId() != null ? task.getTenantId() : UNIT_ID.get(execution);
    }

    private static void lift(TaskService tasks, Task task) {
        tasks.setPriority(task.getId(), task.getPriority() + LIFT);
    }
}

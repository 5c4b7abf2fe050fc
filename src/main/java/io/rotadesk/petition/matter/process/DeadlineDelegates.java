package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.MatterVariables.matter;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterDeadlines;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.staff.reminder.Urgency;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps when a deadline is near, and when it has passed (P4): open tasks get a higher priority, and the leaders get
 * them too.
 */
@Configuration(proxyBeanMethods = false)
class DeadlineDelegates {

    private final TaskService tasks;
    private final OpenMatterTasks open;

    DeadlineDelegates(TaskService tasks, OpenMatterTasks open) {
        this.tasks = tasks;
        this.open = open;
    }

    @Bean
    @ModelBean("remindResponsible")
    DeadlineStep remindResponsible(MatterDeadlines deadlines) {
        return new DeadlineStep(matterId -> {
            if (deadlines.reminded(matterId)) {
                open.of(matterId).forEach(task -> tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority())));
            }
        });
    }

    @Bean
    @ModelBean("recordOverdue")
    DeadlineStep recordOverdue(MatterDeadlines deadlines, Matters matters, MatterPeople people) {
        return new DeadlineStep(matterId -> {
            Matter matter = matters.get(matterId);
            List<String> leaders = people.leadersOf(matter.unitId());
            if (!deadlines.overdue(matterId, matter.dueAt(), people.names(leaders))) {
                return;
            }
            for (Task task : open.of(matterId)) {
                tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority()));
                // A task of another unit stays with it; its leaders are told by its own due time.
                if (matter.unitId().equals(task.getTenantId())) {
                    leaders.forEach(login -> tasks.addCandidateUser(task.getId(), login));
                }
            }
        });
    }

    /** A step of the watch over the deadline; or what happens when the time is over on the only task that has none. */
    record DeadlineStep(Consumer<MatterId> effect) implements JavaDelegate, TaskListener {

        @Override
        public void execute(DelegateExecution execution) {
            effect.accept(matter(execution));
        }

        @Override
        public void notify(DelegateTask task) {
            effect.accept(matter(task));
        }
    }
}

package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.PetitionVariables.MATTER_ID;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterDeadlines;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.staff.reminder.Urgency;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a deadline is near, and when it has passed (P4): open tasks rise, and the leaders get them too. */
@Configuration(proxyBeanMethods = false)
class DeadlineDelegates {

    private final TaskService tasks;

    DeadlineDelegates(TaskService tasks) {
        this.tasks = tasks;
    }

    @Bean
    @ModelBean("remindResponsible")
    JavaDelegate remindResponsible(MatterDeadlines deadlines) {
        return execution -> {
            if (deadlines.reminded(MATTER_ID.get(execution))) {
                open(execution).forEach(task -> tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority())));
            }
        };
    }

    @Bean
    @ModelBean("recordOverdue")
    JavaDelegate recordOverdue(MatterDeadlines deadlines, Matters matters, MatterPeople people) {
        return execution -> {
            Matter matter = matters.get(MATTER_ID.get(execution));
            List<String> leaders = people.leadersOf(matter.unitId());
            if (!deadlines.overdue(matter.id(), matter.dueAt(), people.names(leaders))) {
                return;
            }
            for (Task task : open(execution)) {
                tasks.setPriority(task.getId(), Urgency.lifted(task.getPriority()));
                // The task of another unit stays theirs; their own leaders are told by its own time.
                if (matter.unitId().equals(task.getTenantId())) {
                    leaders.forEach(login -> tasks.addCandidateUser(task.getId(), login));
                }
            }
        };
    }

    private List<Task> open(DelegateExecution execution) {
        return tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list();
    }
}

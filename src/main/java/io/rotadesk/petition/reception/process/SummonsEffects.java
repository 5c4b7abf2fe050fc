package io.rotadesk.petition.reception.process;

import static io.rotadesk.petition.reception.process.PetitionVariables.CAME;
import static io.rotadesk.petition.reception.process.PetitionVariables.STAFF;
import static io.rotadesk.petition.reception.process.PetitionVariables.ticket;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.reception.ReceptionSteps;
import io.rotadesk.staff.unit.Agents;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The effects of the form {@code call-petitioner}. */
@Configuration(proxyBeanMethods = false)
class SummonsEffects {

    /** The last assignee of the task has called: the leader may have reassigned it to a colleague. */
    @Bean
    @ModelBean("saveCall")
    TaskListener saveCall(ReceptionSteps steps, Agents agents) {
        return task -> {
            String assignee = task.getAssignee();
            if (assignee != null && agents.find(assignee).isPresent()) {
                STAFF.set(task, assignee);
            }
            if ("yes".equals(CAME.find(task).orElse(null))) {
                steps.came(ticket(task), STAFF.get(task));
            }
        };
    }
}

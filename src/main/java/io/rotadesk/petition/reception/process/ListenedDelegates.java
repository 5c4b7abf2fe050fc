package io.rotadesk.petition.reception.process;

import static io.rotadesk.petition.matter.process.MatterVariables.matter;
import static io.rotadesk.petition.reception.process.PetitionVariables.EARLIER;
import static io.rotadesk.petition.reception.process.PetitionVariables.GRADE;
import static io.rotadesk.petition.reception.process.PetitionVariables.MATTER_ID;
import static io.rotadesk.petition.reception.process.PetitionVariables.SAME_MATTER;
import static io.rotadesk.petition.reception.process.PetitionVariables.SETTLE_NOW;
import static io.rotadesk.petition.reception.process.PetitionVariables.STAFF;
import static io.rotadesk.petition.reception.process.PetitionVariables.ticket;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.MatterReceptions.Earlier;
import io.rotadesk.petition.matter.process.MatterDue;
import io.rotadesk.petition.reception.ReceptionSteps;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code petition-reception.bpmn} once somebody has listened (P2, P6). */
@Configuration(proxyBeanMethods = false)
class ListenedDelegates {

    private static final String YES = "yes";

    /**
     * The person who received is responsible for what they heard (P6), and free for the next: unless they settle it on the spot, with
     * the petitioner still there (P3, P4).
     */
    @Bean
    @ModelBean("recordReception")
    JavaDelegate recordReception(MatterReceptions receptions, ReceptionSteps steps, MatterDue due) {
        return execution -> {
            boolean same = YES.equals(SAME_MATTER.find(execution).orElse(null));
            Earlier earlier = receptions.received(matter(execution), STAFF.get(execution), same);
            EARLIER.set(execution, earlier.name());
            boolean settlesNow = earlier == Earlier.NONE
                    && YES.equals(SETTLE_NOW.find(execution).orElse(null));
            if (!settlesNow) {
                steps.received(ticket(execution));
            }
            due.watch(execution);
        };
    }

    @Bean
    @ModelBean("joinEarlierMatter")
    JavaDelegate joinEarlierMatter(MatterReceptions receptions) {
        return execution -> {
            Matter earlier = receptions.join(matter(execution), STAFF.get(execution));
            MATTER_ID.set(execution, earlier.id().value());
        };
    }

    @Bean
    @ModelBean("reopenMatter")
    JavaDelegate reopenMatter(MatterReceptions receptions, MatterDue due) {
        return execution -> {
            Matter earlier = receptions.reopen(matter(execution), STAFF.get(execution));
            // It is at least as serious as it was, whatever the form said.
            GRADE.set(execution, earlier.grade());
            MATTER_ID.set(execution, earlier.id().value());
            due.watch(execution);
        };
    }
}

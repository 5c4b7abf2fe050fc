package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.PetitionVariables.DUE_AT;
import static io.rotadesk.petition.matter.process.PetitionVariables.EARLIER;
import static io.rotadesk.petition.matter.process.PetitionVariables.MATTER_ID;
import static io.rotadesk.petition.matter.process.PetitionVariables.REFUSALS;
import static io.rotadesk.petition.matter.process.PetitionVariables.SAME_MATTER;
import static io.rotadesk.petition.matter.process.PetitionVariables.SETTLE_NOW;
import static io.rotadesk.petition.matter.process.PetitionVariables.STAFF;
import static io.rotadesk.petition.matter.process.PetitionVariables.TICKET_ID;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.MatterReceptions.Earlier;
import io.rotadesk.petition.matter.TransferDecisions;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.petition.reception.ReceptionSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code petition-reception.bpmn} once somebody has listened: each hands one step on. */
@Configuration(proxyBeanMethods = false)
class MatterDelegates {

    private static final String YES = "yes";

    /**
     * Who received is responsible for what they heard (P6), and free for the next: unless they settle it on the spot, with
     * the petitioner still there (P3, P4).
     */
    @Bean
    @ModelBean("recordReception")
    JavaDelegate recordReception(MatterReceptions receptions, ReceptionSteps steps, MatterDue due) {
        return execution -> {
            boolean same = YES.equals(SAME_MATTER.find(execution).orElse(null));
            Earlier earlier = receptions.received(MATTER_ID.get(execution), STAFF.get(execution), same);
            EARLIER.set(execution, earlier.name());
            boolean settlesNow = earlier == Earlier.NONE
                    && YES.equals(SETTLE_NOW.find(execution).orElse(null));
            if (!settlesNow) {
                steps.received(TICKET_ID.get(execution));
            }
            watch(execution, due);
        };
    }

    @Bean
    @ModelBean("joinEarlierMatter")
    JavaDelegate joinEarlierMatter(MatterReceptions receptions) {
        return execution -> {
            Matter earlier = receptions.join(MATTER_ID.get(execution), STAFF.get(execution));
            MATTER_ID.set(execution, earlier.id());
        };
    }

    @Bean
    @ModelBean("reopenMatter")
    JavaDelegate reopenMatter(MatterReceptions receptions, MatterDue due) {
        return execution -> {
            Matter earlier = receptions.reopen(MATTER_ID.get(execution), STAFF.get(execution));
            MATTER_ID.set(execution, earlier.id());
            watch(execution, due);
        };
    }

    @Bean
    @ModelBean("closeMatter")
    JavaDelegate closeMatter(MatterClosing closing) {
        return execution -> closing.close(MATTER_ID.get(execution), null);
    }

    /** The leader's decision holds already; from here on the new deadline is watched. */
    @Bean
    @ModelBean("recordExtension")
    JavaDelegate recordExtension(MatterDue due) {
        return execution -> watch(execution, due);
    }

    @Bean
    @ModelBean("recordTransfer")
    JavaDelegate recordTransfer(Transfers transfers) {
        return execution -> transfers.move(MATTER_ID.get(execution));
    }

    @Bean
    @ModelBean("recordRefusal")
    JavaDelegate recordRefusal(TransferDecisions decisions) {
        return execution -> REFUSALS.set(execution, (long) decisions.refusals(MATTER_ID.get(execution)));
    }

    private static void watch(DelegateExecution execution, MatterDue due) {
        due.changed(MATTER_ID.get(execution), DUE_AT.find(execution).orElse(null))
                .ifPresent(dueAt -> DUE_AT.set(execution, dueAt));
    }
}

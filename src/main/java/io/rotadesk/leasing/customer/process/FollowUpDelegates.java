package io.rotadesk.leasing.customer.process;

import static io.rotadesk.leasing.customer.process.FollowUpVariables.FOLLOW_UP_ID;
import static io.rotadesk.leasing.customer.process.FollowUpVariables.OUTCOME;
import static io.rotadesk.leasing.customer.process.FollowUpVariables.REACHED;
import static io.rotadesk.leasing.customer.process.FollowUpVariables.REMARKS;
import static io.rotadesk.leasing.customer.process.FollowUpVariables.UNIT_ID;

import io.rotadesk.engine.DecisionContract;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUps;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code customer-follow-up.bpmn} and the effects of its form: each calls {@link FollowUps}. */
@Configuration(proxyBeanMethods = false)
class FollowUpDelegates {

    private static final String OUTCOME_REACHED = "reached";

    @Bean
    ProcessVariables followUpVariables() {
        return FollowUpVariables.DECLARED;
    }

    @Bean
    DecisionContract customerStatus() {
        return StatusQuestion.DECISION;
    }

    @Bean
    ModelKey followUpKey(ObjectProvider<FollowUps> followUps) {
        return ModelKey.ofUnit(
                "followUpId",
                id -> Optional.of(id)
                        .filter(number -> number.matches("[0-9]{1,18}"))
                        .flatMap(number -> followUps.getObject().find(Long.parseLong(number)))
                        .map(FollowUp::unitId));
    }

    /** Called by the process of the duty day, which knows its unit: follows up the customers who are due today. */
    @Bean
    @ModelBean("startFollowUps")
    JavaDelegate startFollowUps(FollowUps followUps) {
        return execution -> followUps.startDue(UNIT_ID.get(execution));
    }

    /** Without an id, a contact is just ending the process, and the engine drops the timer. */
    @Bean
    @ModelBean("recordLapse")
    JavaDelegate recordLapse(FollowUps followUps) {
        return execution -> FOLLOW_UP_ID.find(execution).ifPresent(followUps::validityEnded);
    }

    @Bean
    @ModelBean("saveFollowUp")
    TaskListener saveFollowUp(FollowUps followUps) {
        return task -> {
            String remarks = REMARKS.find(task)
                    .filter(text -> !text.isBlank())
                    .map(String::strip)
                    .orElse(null);
            boolean reached = OUTCOME_REACHED.equals(OUTCOME.get(task));
            followUps.tried(FOLLOW_UP_ID.get(task), reached, remarks);
            REACHED.set(task, reached);
        };
    }
}

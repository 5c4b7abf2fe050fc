package io.rotadesk.leasing.escalation.process;

import static io.rotadesk.leasing.escalation.process.EscalationVariables.ADD_TO_HANDBOOK;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.ANSWER;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.ASKED_BY;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.CALL_ID;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.ESCALATION_ID;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.OUTCOME;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.QUESTION;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.TRIES;
import static io.rotadesk.leasing.escalation.process.EscalationVariables.UNIT_ID;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalation.RelayOutcome;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.staff.rota.Contact;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code manager-escalation.bpmn} and the effects of its forms: each calls {@link Escalations}. */
@Configuration(proxyBeanMethods = false)
class EscalationDelegates {

    private static final String RELAYED = "relayed";

    @Bean
    ProcessVariables escalationVariables() {
        return EscalationVariables.DECLARED;
    }

    @Bean
    ModelKey escalationKey(ObjectProvider<Escalations> escalations) {
        return ModelKey.ofUnit(
                "escalationId", id -> escalations.getObject().find(id).map(Escalation::unitId));
    }

    /** A question from Tasklist: the person logged in asks it, in their unit. Its text leaves the process at once. */
    @Bean
    @ModelBean("recordQuestion")
    JavaDelegate recordQuestion(Escalations escalations, Asker asker, EscalationWording texts) {
        return execution -> {
            String login = asker.login(null);
            String unitId = asker.unit(execution, login);
            String id = escalations
                    .enter(unitId, login, call(unitId, execution), QUESTION.get(execution))
                    .orElseThrow(() -> new RefusedException(texts.toReader("escalation.askedAlready")));
            execution.removeVariable(QUESTION.name());
            execution.removeVariable(CALL_ID.name());
            ESCALATION_ID.set(execution, id);
            UNIT_ID.set(execution, unitId);
            ASKED_BY.set(execution, login);
            execution.setProcessBusinessKey(id);
        };
    }

    @Bean
    @ModelBean("saveAnswer")
    TaskListener saveAnswer(Escalations escalations, Asker asker) {
        return task -> {
            escalations.answered(ESCALATION_ID.get(task), ANSWER.get(task), asker.login(task.getAssignee()));
            // A client may leave out a box that is not ticked, but the model always reads it.
            ADD_TO_HANDBOOK.set(task, ADD_TO_HANDBOOK.find(task).orElse(false));
        };
    }

    @Bean
    @ModelBean("addAnswerToHandbook")
    JavaDelegate addAnswerToHandbook(Escalations escalations) {
        return execution -> escalations.addToHandbook(ESCALATION_ID.get(execution));
    }

    @Bean
    @ModelBean("saveRelay")
    TaskListener saveRelay(Escalations escalations) {
        return task -> {
            RelayOutcome outcome = RELAYED.equals(OUTCOME.get(task)) ? RelayOutcome.RELAYED : RelayOutcome.NOT_REACHED;
            TRIES.set(task, (long) escalations.relayTried(ESCALATION_ID.get(task), outcome));
        };
    }

    /** The rota knows a call by its unit and its id; people only know the id. */
    private static Contact call(String unitId, DelegateExecution execution) {
        String prefix = unitId + ":";
        return CALL_ID.find(execution)
                .map(String::strip)
                .filter(typed -> !typed.isEmpty())
                .map(typed -> Contact.call(typed.startsWith(prefix) ? typed : prefix + typed))
                .orElse(null);
    }
}

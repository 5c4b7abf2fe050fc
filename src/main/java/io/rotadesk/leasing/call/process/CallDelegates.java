package io.rotadesk.leasing.call.process;

import static io.rotadesk.leasing.call.process.CallVariables.AGENT;
import static io.rotadesk.leasing.call.process.CallVariables.ASSIGNED_AGENT;
import static io.rotadesk.leasing.call.process.CallVariables.CALL_ID;
import static io.rotadesk.leasing.call.process.CallVariables.CONTACTED_BEFORE;
import static io.rotadesk.leasing.call.process.CallVariables.DECISION;
import static io.rotadesk.leasing.call.process.CallVariables.NAMED_AGENT;
import static io.rotadesk.leasing.call.process.CallVariables.OWNER;
import static io.rotadesk.leasing.call.process.CallVariables.UNIT_ID;
import static io.rotadesk.leasing.call.process.CallVariables.call;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.DecisionContract;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSteps;
import io.rotadesk.leasing.call.Callers;
import io.rotadesk.leasing.call.MissedCalls;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code call-handling.bpmn}: each calls one step of {@link CallSteps}. */
@Configuration(proxyBeanMethods = false)
class CallDelegates {

    @Bean
    ProcessVariables callVariables() {
        return CallVariables.DECLARED;
    }

    @Bean
    DecisionContract questionSensitivity() {
        return QuestionTopics.DECISION;
    }

    /** The key contains the unit; a key that people type without one belongs to their own unit. */
    @Bean
    ModelKey callKey(ObjectProvider<Units> units) {
        return ModelKey.ofUnit("callId", callId -> {
            int colon = callId.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : units.getObject().find(callId.substring(0, colon)).map(Unit::id);
        });
    }

    private static final String NUMBER_OF_A_LOGGED_CALL = Fields.CALLER_NUMBER;
    private static final String RETURN_LATER = "returnLater";

    /** The manager's decision to assign the call at once. */
    static final String GIVE_TO_AGENT = "agent";

    @Bean
    @ModelBean("findCaller")
    JavaDelegate findCaller(Callers callers) {
        return execution -> callers.find(call(execution));
    }

    @Bean
    @ModelBean("offerCall")
    JavaDelegate offerCall(CallSteps steps) {
        return execution -> AGENT.set(execution, steps.offer(call(execution)).orElse(null));
    }

    @Bean
    @ModelBean("recordPickUp")
    JavaDelegate recordPickUp(CallSteps steps) {
        return execution -> steps.pickedUp(call(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("recordMiss")
    JavaDelegate recordMiss(CallSteps steps) {
        return execution -> steps.missed(call(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("recordHangUp")
    JavaDelegate recordHangUp(MissedCalls missed) {
        return execution -> AGENT.set(execution, missed.hungUp(call(execution)));
    }

    /** A call that is logged by hand gets its id here; the number leaves the process at once. */
    @Bean
    @ModelBean("logCall")
    JavaDelegate logCall(CallSteps steps, Agents agents, Actor actor, CallWording wording) {
        return execution -> {
            String login = actor.person();
            String unitId = agents.find(login)
                    .filter(agent -> !agent.left())
                    .map(Agent::unitId)
                    .filter(own -> execution.getTenantId() == null || own.equals(execution.getTenantId()))
                    .orElseThrow(() -> new RefusedException(wording.notOnRoster(login)));
            CallKey key = new CallKey(unitId, "hand-" + UUID.randomUUID());
            String number = (String) execution.getVariable(NUMBER_OF_A_LOGGED_CALL);
            execution.removeVariable(NUMBER_OF_A_LOGGED_CALL);
            CALL_ID.set(execution, key.toString());
            UNIT_ID.set(execution, key.unitId());
            AGENT.set(execution, login);
            execution.setProcessBusinessKey(key.callId());
            steps.logged(key, login, number);
        };
    }

    @Bean
    @ModelBean("assignCall")
    JavaDelegate assignCall(CallSteps steps, MissedCalls missed) {
        return execution -> {
            if (RETURN_LATER.equals(DECISION.get(execution))) {
                // The form proposes somebody to answer now; that says nothing about who calls back.
                AGENT.set(execution, missed.toBeReturned(call(execution), null));
            } else {
                String chosen = ASSIGNED_AGENT.get(execution);
                steps.assigned(call(execution), chosen);
                AGENT.set(execution, chosen);
            }
        };
    }

    @Bean
    @ModelBean("closeOtherEnquiry")
    JavaDelegate closeOtherEnquiry(CallSteps steps) {
        return execution -> steps.otherEnquiry(call(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("findPriorContact")
    JavaDelegate findPriorContact(Callers callers) {
        return execution -> OWNER.set(
                execution,
                callers.priorContact(
                                call(execution),
                                CONTACTED_BEFORE.find(execution).orElse(null),
                                NAMED_AGENT.find(execution).orElse(null))
                        .map(PriorContact::agent)
                        .orElse(null));
    }

    @Bean
    @ModelBean("restoreTurn")
    JavaDelegate restoreTurn(CallSteps steps) {
        return execution -> steps.ownCustomer(call(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("handOver")
    JavaDelegate handOver(CallSteps steps) {
        return (DelegateExecution execution) -> {
            steps.handedOver(call(execution), AGENT.get(execution), OWNER.get(execution));
            AGENT.set(execution, OWNER.get(execution));
        };
    }
}

package io.rotadesk.leasing.visit.process;

import static io.rotadesk.leasing.visit.process.VisitVariables.AGENT;
import static io.rotadesk.leasing.visit.process.VisitVariables.BY_HELPER;
import static io.rotadesk.leasing.visit.process.VisitVariables.OWNER;
import static io.rotadesk.leasing.visit.process.VisitVariables.QUEUE;
import static io.rotadesk.leasing.visit.process.VisitVariables.STILL_HERE;
import static io.rotadesk.leasing.visit.process.VisitVariables.visit;

import io.rotadesk.engine.DecisionContract;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.Decisions;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.leasing.visit.ReturningVisits;
import io.rotadesk.leasing.visit.ReturningVisits.Receiver;
import io.rotadesk.leasing.visit.VisitEntries;
import io.rotadesk.leasing.visit.VisitSteps;
import io.rotadesk.leasing.visit.Visitors;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code visit-reception.bpmn} from the greeting to the hand-back: each calls one step. Some are service
 * tasks, some listeners of the element that they record; in models of earlier versions all are service tasks.
 */
@Configuration(proxyBeanMethods = false)
class VisitDelegates {

    @Bean
    ProcessVariables visitVariables() {
        return VisitVariables.DECLARED;
    }

    /** The key contains the unit. */
    @Bean
    ModelKey visitKey(ObjectProvider<Units> units) {
        return ModelKey.ofUnit("visitId", visitId -> {
            int colon = visitId.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : units.getObject().find(visitId.substring(0, colon)).map(Unit::id);
        });
    }

    @Bean
    DecisionContract tourEmphasis() {
        return DecisionContract.of(Decisions.TOUR_EMPHASIS, "emphasis");
    }

    @Bean
    @ModelBean("findVisitor")
    JavaDelegate findVisitor(Visitors visitors, Visits visits) {
        return execution -> {
            visitors.find(visit(execution));
            VisitVariables.APPOINTMENT.set(
                    execution, visits.get(visit(execution)).byAppointment());
        };
    }

    @Bean
    @ModelBean("offerVisit")
    JavaDelegate offerVisit(VisitSteps steps) {
        return execution -> {
            AGENT.set(execution, steps.offer(visit(execution)).orElse(null));
            QUEUE.set(execution, Queue.VISIT.name());
            BY_HELPER.set(execution, false);
        };
    }

    @Bean
    @ModelBean("recordGreetMiss")
    JavaDelegate recordGreetMiss(VisitSteps steps) {
        return execution -> steps.greetMissed(visit(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("closeOtherVisit")
    JavaDelegate closeOtherVisit(VisitSteps steps) {
        return execution -> steps.otherVisit(visit(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("markMarketSurvey")
    JavaDelegate markMarketSurvey(VisitSteps steps) {
        return execution -> steps.marketSurvey(visit(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("findPriorVisitor")
    JavaDelegate findPriorVisitor(Visitors visitors) {
        return execution -> OWNER.set(
                execution,
                visitors.priorContact(visit(execution)).map(PriorContact::agent).orElse(null));
    }

    @Bean
    @ModelBean("restoreVisitTurn")
    JavaDelegate restoreVisitTurn(VisitSteps steps, VisitEntries entries) {
        return execution -> {
            entries.decided(visit(execution), VisitVariables.STATUS.get(execution));
            steps.ownCustomer(visit(execution), AGENT.get(execution));
        };
    }

    @Bean
    @ModelBean("callOwner")
    JavaDelegate callOwner(ReturningVisits returningVisits, VisitEntries entries) {
        return execution -> call(execution, returningVisits, entries);
    }

    @Bean
    @ModelBean("offerHelper")
    JavaDelegate offerHelper(ReturningVisits returningVisits, VisitEntries entries) {
        return execution -> call(execution, returningVisits, entries);
    }

    /**
     * Between the check whether the earlier agent is free and the call, they may have got another contact, or be back.
     */
    private static void call(DelegateExecution execution, ReturningVisits returningVisits, VisitEntries entries) {
        entries.decided(visit(execution), VisitVariables.STATUS.get(execution));
        Optional<Receiver> receiver = returningVisits.askToCome(visit(execution));
        AGENT.set(execution, receiver.map(Receiver::login).orElse(null));
        BY_HELPER.set(execution, receiver.map(Receiver::byHelper).orElse(true));
        QUEUE.set(execution, Queue.HELPER.name());
    }

    @Bean
    @ModelBean("recordComeMiss")
    JavaDelegate recordComeMiss(ReturningVisits returningVisits) {
        return execution -> returningVisits.comeMissed(visit(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("recordCome")
    JavaDelegate recordCome(ReturningVisits returningVisits) {
        return execution -> {
            String agent = AGENT.get(execution);
            boolean byHelper = !agent.equals(OWNER.find(execution).orElse(null));
            BY_HELPER.set(execution, byHelper);
            returningVisits.came(visit(execution), agent, byHelper);
        };
    }

    /**
     * Ends a first visit after the step at which the visitor has left (L3.3): the model catches the error at the edge of the
     * three steps. A step that is cancelled ends too, without an answer.
     */
    @Bean
    @ModelBean("visitorLeft")
    ExecutionListener visitorLeft() {
        return step -> {
            if (STILL_HERE.find(step).filter(VisitVariables.NO::equals).isPresent()) {
                throw new BpmnError(VisitVariables.VISITOR_LEFT);
            }
        };
    }

    @Bean
    @ModelBean("recordSeeOff")
    JavaDelegate recordSeeOff(VisitSteps steps) {
        return execution -> steps.seenOff(visit(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("sampleCheck")
    JavaDelegate sampleCheck(VisitEntries entries) {
        return execution -> VisitVariables.CHECKED.set(execution, entries.sample(visit(execution)));
    }
}

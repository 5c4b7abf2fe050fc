package io.rotadesk.leasing.visit.process;

import static io.rotadesk.leasing.visit.process.VisitVariables.AGENT;
import static io.rotadesk.leasing.visit.process.VisitVariables.APPOINTMENT;
import static io.rotadesk.leasing.visit.process.VisitVariables.ASSIGNED_AGENT;
import static io.rotadesk.leasing.visit.process.VisitVariables.BY_HELPER;
import static io.rotadesk.leasing.visit.process.VisitVariables.DECISION;
import static io.rotadesk.leasing.visit.process.VisitVariables.NAMED_AGENT;
import static io.rotadesk.leasing.visit.process.VisitVariables.OWNER;
import static io.rotadesk.leasing.visit.process.VisitVariables.PURPOSE;
import static io.rotadesk.leasing.visit.process.VisitVariables.QUEUE;
import static io.rotadesk.leasing.visit.process.VisitVariables.UNIT_ID;
import static io.rotadesk.leasing.visit.process.VisitVariables.VISIT_ID;
import static io.rotadesk.leasing.visit.process.VisitVariables.visit;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Meetings;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSteps;
import io.rotadesk.leasing.visit.WaitingLine;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Units;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code visit-reception.bpmn} from the announcement to the greeting: appointments and the line. */
@Configuration(proxyBeanMethods = false)
class ArrivalDelegates {

    /** Fields of the start form whose values leave the process at once. */
    private static final List<String> PERSONAL = List.of(
            Fields.VISITOR_NAME,
            Fields.VISITOR_PHONE,
            Fields.PARTY_SIZE,
            Fields.COMPANY,
            Fields.APPOINTMENT_AT,
            Fields.MEETING_POINT);

    /** The manager's decision to assign the visitor at once. */
    private static final String GIVE_TO_AGENT = "assign";

    /** A visitor who is announced by hand gets an id here. */
    @Bean
    @ModelBean("announceVisitor")
    JavaDelegate announceVisitor(
            Announcements announcements, Agents agents, Units units, Actor actor, VisitWording wording) {
        return execution -> {
            String login = actor.person();
            String unitId = Optional.ofNullable(execution.getTenantId())
                    .or(() -> agents.find(login).map(Agent::unitId))
                    .orElseThrow(() -> new RefusedException(wording.noUnit(login)));
            VisitKey key = VisitKey.newByHand(unitId);
            Announcement announced =
                    announcement(execution, units.get(unitId).settings().zone());
            PERSONAL.forEach(execution::removeVariable);
            execution.removeVariable(NAMED_AGENT.name());
            Visit visit = announcements.announcedByHand(key, login, announced);
            VISIT_ID.set(execution, key.toString());
            UNIT_ID.set(execution, unitId);
            PURPOSE.set(execution, visit.said().purpose());
            APPOINTMENT.set(execution, visit.byAppointment());
            execution.setProcessBusinessKey(key.visitId());
        };
    }

    private static Announcement announcement(DelegateExecution form, ZoneId zone) {
        SubmittedForm texts = new SubmittedForm(form);
        return new Announcement(
                texts.text(Fields.VISITOR_NAME),
                texts.text(Fields.VISITOR_PHONE),
                texts.number(Fields.PARTY_SIZE) == null
                        ? 1
                        : texts.number(Fields.PARTY_SIZE).intValue(),
                texts.text(Fields.COMPANY),
                texts.time(Fields.APPOINTMENT_AT, zone),
                texts.text(Fields.MEETING_POINT),
                texts.text(Fields.NAMED_AGENT),
                texts.text(Fields.PURPOSE));
    }

    @Bean
    @ModelBean("chooseMeetingAgent")
    JavaDelegate chooseMeetingAgent(Meetings meetings) {
        return execution -> {
            AGENT.set(execution, meetings.choose(visit(execution)).orElse(null));
            QUEUE.set(execution, Queue.VISIT.name());
            BY_HELPER.set(execution, false);
        };
    }

    @Bean
    @ModelBean("recordMeeting")
    JavaDelegate recordMeeting(Meetings meetings) {
        return execution -> meetings.met(visit(execution), AGENT.get(execution));
    }

    @Bean
    @ModelBean("closeNoShow")
    JavaDelegate closeNoShow(Meetings meetings) {
        return execution -> meetings.didNotCome(visit(execution));
    }

    @Bean
    @ModelBean("waitInLine")
    JavaDelegate waitInLine(WaitingLine line) {
        return execution -> line.enter(visit(execution), Queue.valueOf(QUEUE.get(execution)));
    }

    @Bean
    @ModelBean("assignVisitor")
    JavaDelegate assignVisitor(VisitSteps steps, Actor actor) {
        return execution -> {
            if (!GIVE_TO_AGENT.equals(DECISION.get(execution))) {
                return;
            }
            String agent = ASSIGNED_AGENT.get(execution);
            steps.assigned(visit(execution), agent, actor.login().orElse(null));
            AGENT.set(execution, agent);
            BY_HELPER.set(
                    execution,
                    Queue.HELPER.name().equals(QUEUE.get(execution))
                            && !agent.equals(OWNER.find(execution).orElse(null)));
        };
    }

    @Bean
    @ModelBean("recordLeftLine")
    JavaDelegate recordLeftLine(VisitSteps steps) {
        return execution -> steps.left(visit(execution));
    }
}

package io.rotadesk.leasing.visit.process;

import static io.rotadesk.leasing.visit.process.VisitVariables.AGENT;
import static io.rotadesk.leasing.visit.process.VisitVariables.ARRIVAL;
import static io.rotadesk.leasing.visit.process.VisitVariables.CONFIRMED;
import static io.rotadesk.leasing.visit.process.VisitVariables.CONTACTED_BEFORE;
import static io.rotadesk.leasing.visit.process.VisitVariables.NAMED_AGENT;
import static io.rotadesk.leasing.visit.process.VisitVariables.PURPOSE;
import static io.rotadesk.leasing.visit.process.VisitVariables.STILL_HERE;
import static io.rotadesk.leasing.visit.process.VisitVariables.visit;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.leasing.customer.process.NeedsForm;
import io.rotadesk.leasing.customer.process.PhoneQuestion;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.note.process.NoteForm;
import io.rotadesk.leasing.visit.Meetings;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitEntries;
import io.rotadesk.leasing.visit.VisitEntry;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSteps;
import io.rotadesk.leasing.visit.Visitors;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The effects of the forms of {@code visit-reception.bpmn}: their texts go to our tables, and are deleted with the
 * task. The names of the fields are those of the forms.
 */
@Configuration(proxyBeanMethods = false)
class VisitFormEffects {

    /** The ticks of the tour (L3.3). */
    private static final List<String> TOUR = List.of(
            Fields.EXTERIOR,
            Fields.INTERIOR,
            Fields.LOCATION,
            Fields.PLANNING,
            Fields.FACILITIES,
            Fields.SELLING_POINTS);

    /** The last assignee of the task has met the visitor: the manager may have reassigned it to a colleague. */
    @Bean
    @ModelBean("saveMeeting")
    TaskListener saveMeeting(Meetings meetings, Agents agents, Units units) {
        return task -> {
            VisitKey key = visit(task);
            String assignee = task.getAssignee();
            boolean anAgent = assignee != null
                    && !units.get(key.unitId()).managers().contains(assignee)
                    && agents.find(assignee).isPresent();
            if (anAgent) {
                AGENT.set(task, assignee);
            }
            meetings.arrival(key, ARRIVAL.get(task));
        };
    }

    @Bean
    @ModelBean("saveGreeting")
    TaskListener saveGreeting(
            VisitEntries entries, Visitors visitors, LookUps lookUps, Notes notes, Actor actor, VisitWording wording) {
        return task -> {
            // A visitor who was greeted is here, even if nobody has reported the arrival of an appointment.
            visitors.arrived(visit(task));
            String found = new SubmittedForm(task).text(LookUps.FIELD);
            if (found != null) {
                Customer customer = lookUps.chosen(visit(task).unitId(), found, actor.loginOr(task))
                        .orElseThrow(() -> new RefusedException(wording.notLookedUp()));
                if (!visitors.recognized(visit(task), customer)) {
                    throw new RefusedException(wording.numberCounts());
                }
            }
            entries.greeted(
                    visit(task),
                    AGENT.get(task),
                    PURPOSE.find(task).orElse(null),
                    CONTACTED_BEFORE.find(task).orElse(null),
                    NAMED_AGENT.find(task).orElse(null),
                    CONFIRMED.find(task).orElse(null));
            NoteText note = NoteForm.entered(new SubmittedForm(task));
            if (PURPOSE.find(task).filter(Visit.OTHER::equals).isPresent() && !note.isBlank()) {
                notes.leave(visit(task).unitId(), visit(task).contact(), AGENT.get(task), note);
            }
        };
    }

    @Bean
    @ModelBean("saveIntent")
    TaskListener saveIntent(VisitEntries entries, VisitSteps steps) {
        return task -> {
            SubmittedForm form = new SubmittedForm(task);
            entries.intent(visit(task), form.text(Fields.INTENT), form.number(Fields.FLOOR_AREA));
            afterAStep(task, entries, steps);
        };
    }

    @Bean
    @ModelBean("saveTour")
    TaskListener saveTour(VisitEntries entries, VisitSteps steps) {
        return task -> {
            SubmittedForm form = new SubmittedForm(task);
            entries.toured(visit(task), TOUR.stream().filter(form::ticked).toList(), form.text(Fields.TOUR_REMARKS));
            afterAStep(task, entries, steps);
        };
    }

    @Bean
    @ModelBean("saveNegotiation")
    TaskListener saveNegotiation(VisitEntries entries, VisitSteps steps) {
        return task -> {
            entries.negotiated(visit(task), new SubmittedForm(task).text(Fields.NEGOTIATION));
            afterAStep(task, entries, steps);
        };
    }

    /**
     * Events that are possible at each of the three steps: the visitor is a competitor, leaves, or asks a question
     * (L3.3, L3.4, L3.7).
     */
    private static void afterAStep(DelegateTask task, VisitEntries entries, VisitSteps steps) {
        SubmittedForm form = new SubmittedForm(task);
        VisitKey key = visit(task);
        if (form.ticked(Visit.MARKET_SURVEY)) {
            steps.marketSurvey(key, AGENT.get(task));
            PURPOSE.set(task, Visit.MARKET_SURVEY);
        }
        if (STILL_HERE.find(task).filter(VisitVariables.NO::equals).isPresent()) {
            entries.leftEarly(key, form.text(Fields.LEFT_REASON));
        }
        ask(task, entries);
    }

    @Bean
    @ModelBean("saveSeeOff")
    TaskListener saveSeeOff(VisitEntries entries, VisitSteps steps) {
        return task -> afterAStep(task, entries, steps);
    }

    @Bean
    @ModelBean("saveVisitRegister")
    TaskListener saveVisitRegister(VisitEntries entries, Visits visits, VisitStatus status, PhoneQuestion phone) {
        return task -> {
            Visit visit = visits.get(visit(task));
            VisitEntry entry = entry(task);
            if (!entry.phoneUnconfirmed()) {
                phone.ask(visit.unitId(), entry.needs().customerPhone());
            }
            VisitVariables.STATUS.find(task).ifPresent(decided -> entries.decided(visit.key(), decided));
            entries.registered(visit.key(), AGENT.get(task), entry, customer -> status.wasActive(visit, customer));
        };
    }

    @Bean
    @ModelBean("saveHandBack")
    TaskListener saveHandBack(VisitEntries entries) {
        return task -> {
            SubmittedForm form = new SubmittedForm(task);
            entries.handedBack(visit(task), form.text(Fields.COURSE), form.text(Fields.RESULT));
        };
    }

    @Bean
    @ModelBean("saveAcknowledgement")
    TaskListener saveAcknowledgement(VisitEntries entries) {
        return task -> entries.acknowledged(visit(task));
    }

    private static void ask(DelegateTask task, VisitEntries entries) {
        entries.ask(visit(task), AGENT.get(task), new SubmittedForm(task).text(Fields.QUESTION_FOR_MANAGER));
    }

    private static VisitEntry entry(DelegateTask task) {
        SubmittedForm form = new SubmittedForm(task);
        return new VisitEntry(
                NeedsForm.entered(form),
                form.ticked(NeedsForm.UNCONFIRMED),
                form.text(Fields.INTENT),
                form.text(Fields.OBJECTIONS),
                form.text(Fields.NEXT_STEP));
    }
}

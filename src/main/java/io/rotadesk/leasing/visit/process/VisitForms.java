package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.FormChoices;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.conduct.CheckSettings;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.visit.ReturningVisits;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSettings;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the forms of {@code visit-reception.bpmn} show, and the values for its timers and conditions, as {@code ${visits...}} in
 * the model. All methods take the process variable {@code visitId}.
 */
@ModelBean("visits")
public class VisitForms extends VisitFormsOfEarlierVersions {

    /** The handbook's rules of conduct (L3.6). */
    private static final String CONDUCT = "conduct";

    private static final String YES = "yes";

    private final Visits visits;
    private final ReturningVisits returningVisits;
    private final VisitTimes times;
    private final VisitParts parts;
    private final Units units;
    private final Notes notes;

    VisitForms(
            Visits visits,
            ReturningVisits returningVisits,
            VisitTimes times,
            VisitParts parts,
            Units units,
            Notes notes,
            Agents agents) {
        super(agents);
        this.visits = visits;
        this.returningVisits = returningVisits;
        this.times = times;
        this.parts = parts;
        this.units = units;
        this.notes = notes;
    }

    @Override
    public VisitViews.AssignVisitor assignVisitor(String visitId) {
        VisitKey key = key(visitId);
        return new VisitViews.AssignVisitor(parts.visitorLine(key), parts.waitingLine(key), parts.agentOptions(key));
    }

    @Override
    public VisitViews.GreetVisitor greetVisitor(String visitId) {
        VisitKey key = key(visitId);
        return new VisitViews.GreetVisitor(
                parts.greeting(),
                parts.visitorLine(key),
                parts.priorContactLine(key),
                parts.agentOptions(key),
                () -> FormChoices.of(notes.colleagues(key.unitId())),
                parts.script(key, CONDUCT),
                parts.script(key, "reception-greeting"));
    }

    @Override
    public VisitViews.ConfirmIntent confirmIntent(String visitId) {
        VisitKey key = key(visitId);
        return new VisitViews.ConfirmIntent(parts.visitorLine(key), parts.priorContactLine(key), atEachStep(key));
    }

    /** @param emphasis what {@code tour-emphasis.dmn} decided */
    public VisitViews.TourProject tourProject(String visitId, String emphasis) {
        VisitKey key = key(visitId);
        return new VisitViews.TourProject(parts.visitorLine(key), emphasis, parts.script(key, "tour"), atEachStep(key));
    }

    public VisitViews.Negotiate negotiate(String visitId) {
        VisitKey key = key(visitId);
        return new VisitViews.Negotiate(parts.visitorLine(key), parts.script(key, "negotiation"), atEachStep(key));
    }

    @Override
    public VisitViews.ReceiveVisitor receiveVisitor(String visitId) {
        VisitKey key = key(visitId);
        Visit visit = visit(visitId);
        return new VisitViews.ReceiveVisitor(
                parts.visitorLine(key),
                parts.priorContactLine(key),
                parts.ownerName(key),
                visit.host().agent() != null
                        && visit.host().agent().equals(visit.host().greetedBy()),
                parts.history(key),
                parts.script(key, CONDUCT),
                YES);
    }

    public VisitViews.SeeOffVisitor seeOffVisitor(String visitId) {
        VisitKey key = key(visitId);
        return new VisitViews.SeeOffVisitor(
                parts.visitorLine(key), parts.history(key), parts.script(key, CONDUCT), parts.script(key, "farewell"));
    }

    @Override
    public VisitViews.RegisterVisit registerVisit(String visitId) {
        VisitKey key = key(visitId);
        Visit visit = visit(visitId);
        return new VisitViews.RegisterVisit(
                parts.needs(visit),
                visit.written().intent(),
                visit.written().objections(),
                visit.written().nextStep(),
                parts.priorContactLine(key),
                parts.script(key, "farewell"),
                parts.handbookVersion(key));
    }

    public VisitViews.HandBack handBack(String visitId) {
        VisitKey key = key(visitId);
        return new VisitViews.HandBack(parts.visitorLine(key), parts.ownerName(key));
    }

    /** @param helper the login of the agent who received in the owner's place */
    @Override
    public VisitViews.AcknowledgeHandBack acknowledgeHandBack(String visitId, String helper) {
        Visit visit = visit(visitId);
        return new VisitViews.AcknowledgeHandBack(
                parts.visitorLine(visit.key()),
                parts.agentName(helper),
                visit.afterwards().course(),
                visit.afterwards().result());
    }

    @Override
    public VisitViews.MeetVisitor meetVisitor(String visitId) {
        VisitKey key = key(visitId);
        return new VisitViews.MeetVisitor(
                parts.visitorLine(key),
                parts.appointmentTime(key),
                parts.meetingPoint(key),
                () -> parts.time(key, times.meetBy(visit(visitId)).toInstant()),
                parts.arrivedLine(key),
                parts.priorContactLine(key),
                parts.script(key, CONDUCT));
    }

    private VisitViews.AtEachStep atEachStep(VisitKey key) {
        return new VisitViews.AtEachStep(
                parts.script(key, CONDUCT), visits.get(key).isMarketSurvey(), YES);
    }

    /** The unit's managers and deputies, who decide when a visitor has waited too long. */
    public String managers(String visitId) {
        Unit unit = unit(visitId);
        return Stream.concat(unit.managers().stream(), unit.deputies().stream()).collect(Collectors.joining(","));
    }

    /** Whether the earlier agent can come now (L3.2c). */
    public boolean isFree(String visitId, String login) {
        return returningVisits.isFree(login);
    }

    /** The time at which the agent is told to go and meet the visitor (L3.2a). */
    public Date meetAt(String visitId) {
        return times.meetAt(visit(visitId));
    }

    /** The time at which the agent has to be at the meeting point (L3.2a). */
    public Date meetBy(String visitId) {
        return times.meetBy(visit(visitId));
    }

    /**
     * The time by which the agent on duty has to greet the visitor; an agent who met them at the appointment has all
     * day.
     */
    public Date greetUntil(String visitId) {
        return times.greetUntil(visit(visitId));
    }

    /** The time by which the earlier agent or the helper has to come (L3.2c, L3.2d). */
    public Date comeUntil(String visitId) {
        return times.comeUntil(visit(visitId));
    }

    /** The time at which the manager is told that a visitor waits. */
    public Date waitUntil(String visitId) {
        return times.waitUntil(visit(visitId));
    }

    public Date registerDue(String visitId) {
        return times.atWork(
                visit(visitId), settings -> settings.get(CustomerSettings.class).registerTime());
    }

    public Date registerTellAt(String visitId) {
        return times.atWorkTwice(
                visit(visitId), settings -> settings.get(CustomerSettings.class).registerTime());
    }

    public Date handBackDue(String visitId) {
        return times.atWork(
                visit(visitId), settings -> settings.get(VisitSettings.class).handBackTime());
    }

    public Date handBackTellAt(String visitId) {
        return times.atWorkTwice(
                visit(visitId), settings -> settings.get(VisitSettings.class).handBackTime());
    }

    /** For the earlier agent, who may be on leave. */
    public Date acknowledgeDue(String visitId) {
        Visit visit = visit(visitId);
        return times.atWork(
                visit,
                visit.said().owner(),
                settings -> settings.get(CheckSettings.class).acknowledgeTime());
    }

    public Date acknowledgeTellAt(String visitId) {
        Visit visit = visit(visitId);
        return times.atWork(
                visit,
                visit.said().owner(),
                settings -> settings.get(CheckSettings.class).acknowledgeTime().multipliedBy(2));
    }

    private static VisitKey key(String visitId) {
        return VisitKey.parse(visitId);
    }

    private Visit visit(String visitId) {
        return visits.get(key(visitId));
    }

    private Unit unit(String visitId) {
        return units.get(key(visitId).unitId());
    }
}

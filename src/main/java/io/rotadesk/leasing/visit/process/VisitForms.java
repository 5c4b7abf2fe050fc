package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.conduct.CheckSettings;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.visit.Receptions;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitRegister;
import io.rotadesk.leasing.visit.VisitSettings;
import io.rotadesk.leasing.visit.Visitors;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The values for the forms and timers of {@code visit-reception.bpmn}, as {@code ${visits...}} in the model. All
 * methods take the process variable {@code visitId}.
 */
@ModelBean("visits")
public class VisitForms {

    private final VisitRegister register;
    private final Visitors visitors;
    private final Receptions receptions;
    private final VisitTimes times;
    private final VisitWording wording;
    private final Handbook handbook;
    private final Units units;
    private final Agents agents;

    VisitForms(
            VisitRegister register,
            Visitors visitors,
            Receptions receptions,
            VisitTimes times,
            VisitWording wording,
            Handbook handbook,
            Units units,
            Agents agents) {
        this.register = register;
        this.visitors = visitors;
        this.receptions = receptions;
        this.times = times;
        this.wording = wording;
        this.handbook = handbook;
        this.units = units;
        this.agents = agents;
    }

    /** The first sentence (L3.2b). */
    public String greeting(String visitId) {
        return wording.greeting();
    }

    /** The visitor: name, number, company, and the size of the party. */
    public String visitorLine(String visitId) {
        return wording.visitor(visit(visitId));
    }

    /** The known customer, the earlier agent and the last contact; also a sentence if nothing is known (L3.2b). */
    public String priorContactLine(String visitId) {
        return wording.priorContact(visit(visitId), unit(visitId));
    }

    /** The time since which the visitor waits, and for whom. */
    public String waitingLine(String visitId) {
        return wording.waiting(visit(visitId));
    }

    /** The notes of earlier calls and visits, for the agent who receives a returning customer (L3.2c). */
    public String history(String visitId) {
        return wording.history(visit(visitId));
    }

    /** The rules of conduct (L3.6), as the handbook has them. */
    public FormMarkdown conduct(String visitId) {
        return FormMarkdown.of(handbook.script(key(visitId).unitId(), "conduct").orElse(""));
    }

    public String appointmentTime(String visitId) {
        return wording.appointment(visit(visitId));
    }

    /** The meeting point: the appointment's place, else the unit's usual one (L3.2a). */
    public String meetingPoint(String visitId) {
        String point = visit(visitId).coming().meetingPoint();
        return point != null
                ? point
                : unit(visitId).settings().get(VisitSettings.class).meetingPoint();
    }

    public String ownerName(String visitId) {
        return agentName(visit(visitId).said().owner());
    }

    public String agentName(String login) {
        return agents.name(login);
    }

    /** The unit's agents for a list: login and name. */
    public SpinJsonNode agentOptions(String visitId) {
        List<Map<String, String>> options = agents.inUnit(key(visitId).unitId()).stream()
                .filter(agent -> !agent.left())
                .map(agent -> Map.of("value", agent.login(), "label", agent.name()))
                .toList();
        return Spin.JSON(options);
    }

    /** The unit's managers and deputies, who decide when a visitor has waited too long. */
    public String managers(String visitId) {
        Unit unit = unit(visitId);
        return Stream.concat(unit.managers().stream(), unit.deputies().stream()).collect(Collectors.joining(","));
    }

    /** Whether the earlier agent can come now (L3.2c). */
    public boolean isFree(String visitId, String login) {
        return receptions.isFree(login);
    }

    /** Whether the visitor is known to be a competitor (L3.4). */
    public boolean marketSurvey(String visitId) {
        return visit(visitId).isMarketSurvey();
    }

    public String customerName(String visitId) {
        Visit visit = visit(visitId);
        String known = visit.announced().name() != null ? visit.announced().name() : visitors.knownName(visit);
        return visit.written().customerName() != null ? visit.written().customerName() : known;
    }

    public String customerPhone(String visitId) {
        Visit visit = visit(visitId);
        return PhoneNumbers.readable(
                visit.written().customerPhone() != null
                        ? visit.written().customerPhone()
                        : visit.announced().number());
    }

    public String mediaSource(String visitId) {
        return visit(visitId).written().mediaSource();
    }

    public String intent(String visitId) {
        return visit(visitId).written().intent();
    }

    public SpinJsonNode interests(String visitId) {
        String interests = visit(visitId).written().interests();
        return Spin.JSON(interests == null ? "[]" : interests);
    }

    public String objections(String visitId) {
        return visit(visitId).written().objections();
    }

    /** In square metres; a form shows only the engine's own types of numbers, and BigDecimal is not one of them. */
    public Double floorArea(String visitId) {
        BigDecimal area = visit(visitId).written().floorArea();
        return area == null ? null : area.doubleValue();
    }

    public String tradeType(String visitId) {
        return visit(visitId).written().tradeType();
    }

    public String budget(String visitId) {
        return visit(visitId).written().budget();
    }

    public String moveInDate(String visitId) {
        Visit visit = visit(visitId);
        return visit.written().moveInDate() == null
                ? null
                : visit.written().moveInDate().toString();
    }

    public String nextStep(String visitId) {
        return visit(visitId).written().nextStep();
    }

    /** The notes taken during the reception, to continue from. */
    public String remarks(String visitId) {
        return wording.notes(visit(visitId));
    }

    /** The course of the reception, in the helper's words (L3.2d). */
    public String course(String visitId) {
        return visit(visitId).afterwards().course();
    }

    /** The result of the reception, in the helper's words (L3.2d). */
    public String result(String visitId) {
        return visit(visitId).afterwards().result();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
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
        return times.after(
                visit(visitId), settings -> settings.get(CustomerSettings.class).registerTime());
    }

    public Date registerTellAt(String visitId) {
        return times.afterTwice(
                visit(visitId), settings -> settings.get(CustomerSettings.class).registerTime());
    }

    public Date handBackDue(String visitId) {
        return times.after(
                visit(visitId), settings -> settings.get(VisitSettings.class).handBackTime());
    }

    public Date handBackTellAt(String visitId) {
        return times.afterTwice(
                visit(visitId), settings -> settings.get(VisitSettings.class).handBackTime());
    }

    public Date acknowledgeDue(String visitId) {
        return times.after(
                visit(visitId), settings -> settings.get(CheckSettings.class).acknowledgeTime());
    }

    public Date acknowledgeTellAt(String visitId) {
        return times.afterTwice(
                visit(visitId), settings -> settings.get(CheckSettings.class).acknowledgeTime());
    }

    private static VisitKey key(String visitId) {
        return VisitKey.parse(visitId);
    }

    private Visit visit(String visitId) {
        return register.get(key(visitId));
    }

    private Unit unit(String visitId) {
        return units.get(key(visitId).unitId());
    }
}

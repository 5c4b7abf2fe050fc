package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallRegister;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.call.CallSteps;
import io.rotadesk.leasing.call.Callers;
import io.rotadesk.leasing.call.MissedCalls;
import io.rotadesk.leasing.customer.CallBackSettings;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The values for the forms and timers of {@code call-handling.bpmn}, as {@code ${calls...}} in the model. All methods
 * take the process variable {@code callId}.
 */
@ModelBean("calls")
public class CallForms {

    private final CallRegister register;
    private final CallSteps steps;
    private final Callers callers;
    private final MissedCalls missed;
    private final CallWording wording;
    private final Units units;
    private final Agents agents;
    private final Clock clock;

    CallForms(
            CallRegister register,
            CallSteps steps,
            Callers callers,
            MissedCalls missed,
            CallWording wording,
            Units units,
            Agents agents,
            Clock clock) {
        this.register = register;
        this.steps = steps;
        this.callers = callers;
        this.missed = missed;
        this.wording = wording;
        this.units = units;
        this.agents = agents;
        this.clock = clock;
    }

    /** The first sentence, with the project's name (L2.2a). */
    public String greeting(String callId) {
        return wording.greeting(unit(callId));
    }

    /** The caller: the number, and the data found by it. */
    public String callerLine(String callId) {
        return wording.caller(call(callId));
    }

    /** The known customer, the earlier agent and the last contact; also a sentence if nothing is known (L2.2b). */
    public String priorContactLine(String callId) {
        return wording.priorContact(call(callId), unit(callId));
    }

    /** “对不起,×××不在…” with the earlier agent's name (L2.2d). */
    public String absenceSentence(String callId) {
        return wording.absence(agentName(call(callId).said().owner()));
    }

    public String ownerMobile(String callId) {
        return agents.find(call(callId).said().owner())
                .map(Agent::mobile)
                .map(PhoneNumbers::readable)
                .orElse("");
    }

    /** The covering agent's notes for the earlier agent (L2.2d). */
    public String coverNote(String callId) {
        return wording.coverNote(call(callId));
    }

    public String callBackNumber(String callId) {
        Call call = call(callId);
        return PhoneNumbers.readable(
                call.cover().callBackNumber() != null
                        ? call.cover().callBackNumber()
                        : call.caller().number());
    }

    /** The missed caller: the number, how often and when it tried (L2.1). */
    public String missedLine(String callId) {
        return wording.missed(call(callId), missed.attempts(key(callId)));
    }

    /** The agent's own name and number, to be read out (L2.4). */
    public String ownDetails(String callId) {
        return agents.find(call(callId).talk().agent())
                .map(agent -> agent.name() + " " + PhoneNumbers.readable(agent.mobile()))
                .orElse("");
    }

    public String agentName(String login) {
        return agents.name(login);
    }

    /** The unit's agents for a list: login and name, those who can be called first. */
    public SpinJsonNode agentOptions(String callId) {
        List<Map<String, String>> options = agents.inUnit(key(callId).unitId()).stream()
                .filter(agent -> !agent.left())
                .map(agent -> Map.of("value", agent.login(), "label", agent.name()))
                .toList();
        return Spin.JSON(options);
    }

    public String customerName(String callId) {
        Call call = call(callId);
        return call.written().customerName() != null ? call.written().customerName() : callers.knownName(call);
    }

    public String customerPhone(String callId) {
        Call call = call(callId);
        return PhoneNumbers.readable(
                call.written().customerPhone() != null
                        ? call.written().customerPhone()
                        : call.caller().number());
    }

    public String mediaSource(String callId) {
        return call(callId).written().mediaSource();
    }

    public SpinJsonNode interests(String callId) {
        String interests = call(callId).written().interests();
        return Spin.JSON(interests == null ? "[]" : interests);
    }

    /** In square metres; a form shows only the engine's own types of numbers, and BigDecimal is not one of them. */
    public Double floorArea(String callId) {
        BigDecimal area = call(callId).written().floorArea();
        return area == null ? null : area.doubleValue();
    }

    public String tradeType(String callId) {
        return call(callId).written().tradeType();
    }

    public String budget(String callId) {
        return call(callId).written().budget();
    }

    public String moveInDate(String callId) {
        Call call = call(callId);
        return call.written().moveInDate() == null
                ? null
                : call.written().moveInDate().toString();
    }

    public String remarks(String callId) {
        return call(callId).written().remarks();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }

    /** The end of the ring at this agent's phone (L2.1). */
    public Date answerBy(String callId) {
        Instant answerBy = call(callId).ringing().answerBy();
        return Date.from(answerBy != null ? answerBy : clock.instant());
    }

    /** The time until which the earlier agent may take the call over (L2.2c). */
    public Date takeOverUntil(String callId) {
        return after(settings(callId).get(CallSettings.class).takeOverTime());
    }

    public Date callBackDue(String callId) {
        return after(settings(callId).get(CallBackSettings.class).callBackTime());
    }

    /** The reminder comes when the call-back is due (L2.2e). */
    public Date callBackReminderAt(String callId) {
        return callBackDue(callId);
    }

    public Date returnDue(String callId) {
        return after(settings(callId).get(CallSettings.class).returnMissedTime());
    }

    public Date registerDue(String callId) {
        return after(settings(callId).get(CustomerSettings.class).registerTime());
    }

    /** Whether the earlier agent can take the call now (L2.2c). */
    public boolean isFree(String callId, String login) {
        return steps.isFree(login);
    }

    /** Whether the missed number needs no call-back task of this call: another call has it, or there is no number. */
    public boolean returnAlreadyOpen(String callId) {
        return !missed.mustBeReturned(key(callId));
    }

    public boolean triesLeft(String callId, Long tries) {
        return tries < settings(callId).get(CallBackSettings.class).maxTries();
    }

    /** The unit's managers and deputies, who decide when nobody can take a call (L2.1). */
    public String managers(String callId) {
        Unit unit = unit(callId);
        return Stream.concat(unit.managers().stream(), unit.deputies().stream()).collect(Collectors.joining(","));
    }

    private Date after(java.time.Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }

    private static CallKey key(String callId) {
        return CallKey.parse(callId);
    }

    private Call call(String callId) {
        return register.get(key(callId));
    }

    private Unit unit(String callId) {
        return units.get(key(callId).unitId());
    }

    private UnitSettings settings(String callId) {
        return unit(callId).settings();
    }
}

package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.FormChoices;
import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.call.CallSteps;
import io.rotadesk.leasing.call.Callers;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.MissedCalls;
import io.rotadesk.leasing.call.Written;
import io.rotadesk.leasing.customer.CallBackSettings;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.customer.process.AgentOptions;
import io.rotadesk.leasing.customer.process.NeedsView;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.duty.WorkingTime;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What the forms of {@code call-handling.bpmn} show, and the values for its timers and conditions, as {@code ${calls...}} in
 * the model. All methods take the process variable {@code callId}.
 */
@ModelBean("calls")
public class CallForms extends CallFormsOfEarlierVersions {

    private final Calls calls;
    private final CallSteps steps;
    private final Callers callers;
    private final MissedCalls missed;
    private final QuestionTopics topics;
    private final CallWording wording;
    private final Handbook handbook;
    private final Units units;
    private final Agents agents;
    private final WhoCouldAnswer whoCouldAnswer;
    private final Notes notes;
    private final WorkingTime working;
    private final Clock clock;

    CallForms(
            Calls calls,
            CallSteps steps,
            Callers callers,
            MissedCalls missed,
            QuestionTopics topics,
            CallWording wording,
            Handbook handbook,
            Units units,
            Agents agents,
            WhoCouldAnswer whoCouldAnswer,
            Notes notes,
            WorkingTime working,
            Clock clock) {
        super(agents);
        this.calls = calls;
        this.steps = steps;
        this.callers = callers;
        this.missed = missed;
        this.topics = topics;
        this.wording = wording;
        this.handbook = handbook;
        this.units = units;
        this.agents = agents;
        this.whoCouldAnswer = whoCouldAnswer;
        this.notes = notes;
        this.working = working;
        this.clock = clock;
    }

    @Override
    public CallViews.PickUpCall pickUpCall(String callId) {
        return new CallViews.PickUpCall(
                () -> wording.greeting(unit(callId)), callerLine(key(callId)), script(callId, "call-opening"));
    }

    @Override
    public CallViews.AskCaller askCaller(String callId) {
        CallKey key = key(callId);
        return new CallViews.AskCaller(
                callerLine(key),
                priorContactLine(key),
                agentOptions(key),
                () -> FormChoices.of(notes.colleagues(key.unitId())));
    }

    /** @param colleague the login of the agent who is on the phone with the caller */
    public CallViews.TakeOverCall takeOverCall(String callId, String colleague) {
        CallKey key = key(callId);
        return new CallViews.TakeOverCall(
                callerLine(key),
                priorContactLine(key),
                () -> agents.name(colleague),
                () -> wording.talkingSince(call(callId), unit(callId)));
    }

    /** @param colleague the login of the earlier agent, who was called to the phone */
    public CallViews.HoldCaller holdCaller(String callId, String colleague) {
        return new CallViews.HoldCaller(
                () -> wording.hold(agents.name(colleague)),
                callerLine(key(callId)),
                () -> agents.name(colleague),
                () -> agents.find(colleague).map(wording::transferTo).orElse(""),
                () -> settings(callId).get(CallSettings.class).takeOverTime().toSeconds());
    }

    @Override
    public CallViews.CoverCall coverCall(String callId) {
        CallKey key = key(callId);
        Call call = call(callId);
        String owner = call.said().owner();
        return new CallViews.CoverCall(
                () -> wording.absence(agents.name(owner)),
                callerLine(key),
                priorContactLine(key),
                () -> topics.topicOptions(callId),
                () -> topics.sensitiveTopics(callId),
                () -> agents.find(owner)
                        .map(Agent::mobile)
                        .map(PhoneNumbers::readable)
                        .orElse(""),
                PhoneNumbers.readable(number(call)),
                () -> wording.aboutColleague(
                        handbook.script(key.unitId(), "call-cover").orElse(""), agents.name(owner)));
    }

    @Override
    public CallViews.CallBack callBack(String callId) {
        Call call = call(callId);
        return new CallViews.CallBack(
                callerLine(key(callId)), () -> wording.toDial(numberToCallBack(call)), () -> wording.coverNote(call));
    }

    @Override
    public String callBackNumber(String callId) {
        return PhoneNumbers.readable(numberToCallBack(call(callId)));
    }

    private static String numberToCallBack(Call call) {
        return call.cover().callBackNumber() != null
                ? call.cover().callBackNumber()
                : call.caller().number();
    }

    public CallViews.ReadCoverNote readCoverNote(String callId) {
        return new CallViews.ReadCoverNote(callerLine(key(callId)), () -> wording.coverNote(call(callId)));
    }

    public CallViews.AssignCall assignCall(String callId) {
        CallKey key = key(callId);
        return new CallViews.AssignCall(
                callerLine(key),
                () -> unit(callId).clock().time(call(callId).receivedAt()),
                "agent",
                () -> whoCouldAnswer.firstFree(key),
                () -> whoCouldAnswer.options(key));
    }

    @Override
    public CallViews.ReturnMissedCall returnMissedCall(String callId) {
        return new CallViews.ReturnMissedCall(
                () -> wording.missedToDial(call(callId), missed.attempts(key(callId))),
                () -> wording.greeting(unit(callId)));
    }

    @Override
    public String missedLine(String callId) {
        return wording.missed(call(callId), missed.attempts(key(callId)));
    }

    @Override
    public CallViews.RegisterCall registerCall(String callId) {
        CallKey key = key(callId);
        Call call = call(callId);
        return new CallViews.RegisterCall(
                needs(call),
                () -> wording.handedOver(call, unit(callId)),
                () -> agents.find(call.talk().agent())
                        .map(agent -> agent.name() + " " + PhoneNumbers.readable(agent.mobile()))
                        .orElse(""),
                priorContactLine(key),
                script(callId, "call-register"),
                () -> handbook.currentVersion(key.unitId()));
    }

    private NeedsView needs(Call call) {
        Written written = call.written();
        return new NeedsView(
                () -> written.customerName() != null ? written.customerName() : callers.knownName(call),
                PhoneNumbers.readable(number(call)),
                written.mediaSource(),
                NeedsView.checklist(written.interests()),
                NeedsView.number(written.floorArea()),
                written.tradeType(),
                written.budget(),
                NeedsView.day(written.moveInDate()),
                written::remarks);
    }

    /** What is no number is not put into a field for a number; the line about the caller shows it. */
    private static String number(Call call) {
        if (call.written().customerPhone() != null) {
            return call.written().customerPhone();
        }
        return call.caller().phone() == null ? null : call.caller().number();
    }

    private Supplier<String> callerLine(CallKey key) {
        return () -> wording.caller(calls.get(key));
    }

    private Supplier<String> priorContactLine(CallKey key) {
        return () -> wording.priorContact(calls.get(key), units.get(key.unitId()));
    }

    private Supplier<FormMarkdown> script(String callId, String topic) {
        return () ->
                FormMarkdown.of(handbook.script(key(callId).unitId(), topic).orElse(""));
    }

    private Supplier<SpinJsonNode> agentOptions(CallKey key) {
        return () -> AgentOptions.of(agents.inUnit(key.unitId()));
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
        return atWork(callId, settings(callId).get(CallBackSettings.class).callBackTime());
    }

    /** The reminder comes when the call-back is due (L2.2e). */
    public Date callBackReminderAt(String callId) {
        return callBackDue(callId);
    }

    public Date returnDue(String callId) {
        return atWork(callId, settings(callId).get(CallSettings.class).returnMissedTime());
    }

    public Date registerDue(String callId) {
        return atWork(callId, settings(callId).get(CustomerSettings.class).registerTime());
    }

    /** The time at which the manager is told that the entry is missing. */
    public Date registerTellAt(String callId) {
        return atWork(
                callId,
                settings(callId).get(CustomerSettings.class).registerTime().multipliedBy(2));
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

    /** The end of the time in which a manager gives the call to somebody, before the deputies are told (L2.1). */
    public Date assignDue(String callId) {
        return after(settings(callId).get(CallSettings.class).assignTime());
    }

    /** The managers, who decide when nobody can take a call (L2.1); the deputies of a unit without managers. */
    public String deciders(String callId) {
        Unit unit = unit(callId);
        return String.join(",", unit.managers().isEmpty() ? unit.deputies() : unit.managers());
    }

    /** The managers and deputies, as models of earlier versions ask them at once. */
    public String managers(String callId) {
        Unit unit = unit(callId);
        return Stream.concat(unit.managers().stream(), unit.deputies().stream()).collect(Collectors.joining(","));
    }

    /** Not before people work: nobody waits on the line. */
    private Date atWork(String callId, Duration time) {
        return Date.from(working.after(key(callId).unitId(), clock.instant(), time));
    }

    private Date after(Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }

    private static CallKey key(String callId) {
        return CallKey.parse(callId);
    }

    private Call call(String callId) {
        return calls.get(key(callId));
    }

    private Unit unit(String callId) {
        return units.get(key(callId).unitId());
    }

    private UnitSettings settings(String callId) {
        return unit(callId).settings();
    }
}

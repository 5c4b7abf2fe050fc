package io.rotadesk.leasing.call;

import io.rotadesk.engine.EitherWay;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the calls and events that a phone system reports. Everything may come twice: a call with a known id, and an
 * event that has already taken effect, are answered and change nothing.
 *
 * <p>Calls do not depend on a model. If it fails, its work is rolled back and the call goes on by the {@link FixedWay},
 * in a transaction of its own; the unit's manager and the process owner are told.
 */
@Service
public class IncomingCalls {

    private static final Logger log = LoggerFactory.getLogger(IncomingCalls.class);

    /** A "no answer" without extension that comes this soon after a ring ran out is about that ring. */
    private static final Duration LATE_REPORT = Duration.ofSeconds(3);

    private final Units units;
    private final Agents agents;
    private final Calls calls;
    private final CallEvents events;
    private final CallProcess process;
    private final FixedWay fixedWay;
    private final CallSteps steps;
    private final RingsWithoutModel rings;
    private final EitherWay eitherWay;
    private final Troubles troubles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IncomingCalls(
            Units units,
            Agents agents,
            Calls calls,
            CallEvents events,
            CallProcess process,
            FixedWay fixedWay,
            CallSteps steps,
            RingsWithoutModel rings,
            EitherWay eitherWay,
            Troubles troubles,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.units = units;
        this.agents = agents;
        this.calls = calls;
        this.events = events;
        this.process = process;
        this.fixedWay = fixedWay;
        this.steps = steps;
        this.rings = rings;
        this.eitherWay = eitherWay;
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Enters an incoming call in the register and offers it (L2.1).
     *
     * @param from the caller's number as it was transmitted; null or empty if it is withheld
     * @param receivedAt null for now
     * @throws java.util.NoSuchElementException if there is no such unit
     */
    public CallReceipt receive(CallKey key, String from, Instant receivedAt) {
        try {
            return transaction.execute(status -> receive(key, from, receivedAt, call -> {
                process.received(call);
                requireEffect(calls.get(call).state() != CallState.RECEIVED);
            }));
        } catch (ModelFailedException e) {
            return receiveWithoutModel(key, from, receivedAt, e);
        }
    }

    private CallReceipt receiveWithoutModel(CallKey key, String from, Instant receivedAt, ModelFailedException why) {
        CallReceipt reception;
        try {
            reception = transaction.execute(status -> receive(key, from, receivedAt, call -> {
                fixedWay.take(call);
                fixedWay.received(call);
            }));
        } catch (RuntimeException e) {
            log.error("Call {} can be offered neither by the model nor without", key, e);
            reception = transaction.execute(status -> receive(key, from, receivedAt, fixedWay::onlyEntered));
        }
        if (reception.first()) {
            troubles.note(key.unitId(), why.process(), why.element(), TroubleKind.NOT_STARTED, null);
            rings.watch(calls.get(key));
        }
        return reception;
    }

    private CallReceipt receive(CallKey key, String from, Instant receivedAt, Consumer<CallKey> way) {
        units.leasing(key.unitId());
        boolean first = calls.enter(
                key,
                "PHONE_SYSTEM",
                SafeText.orNull(from),
                PhoneNumbers.e164(from).orElse(null),
                receivedAt == null ? clock.instant() : receivedAt);
        if (first) {
            log.info("Call {} from {}", key, PhoneNumbers.masked(from));
            way.accept(key);
        }
        Call call = calls.get(key);
        return new CallReceipt(
                first, call, ring(call.ringing().firstAgent(), call.ringing().firstAnswerBy()));
    }

    /**
     * Handles an event of a call.
     *
     * @param extension where it rang or was picked up; null if the phone system does not say
     * @param eventId the phone system's id of this event; null if it has none
     * @throws UnknownCallException if the call was never reported
     * @throws ModelFailedException if the call's process is suspended; nothing was changed, and the sender should try
     *     again
     */
    public EventResult event(CallKey key, CallEvent event, String extension, String eventId) {
        return eitherWay.goOn(
                key.unitId(), key.toString(), withoutModel -> event(key, event, extension, eventId, withoutModel));
    }

    private EventResult event(CallKey key, CallEvent event, String extension, String eventId, boolean withoutModel) {
        Call call = calls.hold(key).orElseThrow(() -> new UnknownCallException(key));
        if (eventId != null && !events.first(key, eventId)) {
            return new EventResult(true, ringOf(call));
        }
        if (withoutModel && call.guided()) {
            process.remove(key);
            fixedWay.take(key);
        }
        CallWay way = withoutModel || !call.guided() ? fixedWay : process;
        EventResult result = switch (event) {
            case ANSWERED -> answered(call, extension, way);
            case NO_ANSWER -> notAnswered(call, extension, way);
            case HUNG_UP -> hungUp(call, way);
        };
        if (way == fixedWay) {
            rings.watch(calls.get(key));
        }
        return result;
    }

    private EventResult answered(Call call, String extension, CallWay way) {
        Optional<String> who = loginAt(call, extension);
        if (call.state() == CallState.RINGING) {
            String agent = who.orElse(call.ringing().agent());
            steps.answeredBy(call, agent);
            way.answered(call.key(), agent);
            requireEffect(calls.get(call.key()).state() != CallState.RINGING);
            return EventResult.DONE;
        }
        if (call.state() == CallState.UNASSIGNED && who.isPresent()) {
            // Somebody took it before the manager assigned it.
            way.assigned(call.key(), who.get());
            return EventResult.DONE;
        }
        boolean again = call.talk().answeredAt() != null
                && (who.isEmpty() || who.get().equals(call.talk().agent()));
        return again ? EventResult.DONE : EventResult.PAST;
    }

    private EventResult notAnswered(Call call, String extension, CallWay way) {
        if (call.state() == CallState.UNASSIGNED) {
            return EventResult.DONE;
        }
        if (call.state() != CallState.RINGING) {
            return EventResult.PAST;
        }
        boolean aboutAnEarlierRing = loginAt(call, extension)
                .map(login -> !login.equals(call.ringing().agent()))
                .orElseGet(() -> isLateReport(call));
        if (!aboutAnEarlierRing) {
            way.notAnswered(call.key());
            requireEffect(!call.ringing()
                    .agent()
                    .equals(calls.get(call.key()).ringing().agent()));
        }
        return new EventResult(true, ringOf(calls.get(call.key())));
    }

    private boolean isLateReport(Call call) {
        return Boolean.TRUE.equals(call.ringing().ranOut())
                && Duration.between(call.ringing().missedAt(), clock.instant()).compareTo(LATE_REPORT) < 0;
    }

    private EventResult hungUp(Call call, CallWay way) {
        boolean waited = switch (call.state()) {
            case RECEIVED, RINGING, UNASSIGNED -> true;
            case ABANDONED -> call.talk().answeredAt() == null && call.talk().endedAt() == null;
            default -> false;
        };
        if (waited) {
            way.hungUp(call.key());
            requireEffect(calls.get(call.key()).state() == CallState.MISSED);
        } else {
            steps.lineIsFree(call);
        }
        return EventResult.DONE;
    }

    private static void requireEffect(boolean had) {
        if (!had) {
            throw ModelFailedException.withoutEffect(CallsWithoutProcess.PROCESS);
        }
    }

    private Optional<String> loginAt(Call call, String extension) {
        return extension == null
                ? Optional.empty()
                : agents.atExtension(call.unitId(), extension).map(Agent::login);
    }

    private Ring ringOf(Call call) {
        return call.state() == CallState.RINGING
                ? ring(call.ringing().agent(), call.ringing().answerBy())
                : null;
    }

    private Ring ring(String login, Instant answerBy) {
        return login == null ? null : new Ring(agents.get(login), answerBy);
    }

    /** The agent at whose phone a call rings, and the end of the ring (L2.1). */
    public record Ring(Agent agent, Instant answerBy) {}

    /**
     * The answer to an incoming call.
     *
     * @param first false if the same call was reported before
     * @param offer null if nobody could take it
     */
    public record CallReceipt(boolean first, Call call, Ring offer) {}

    /**
     * The answer to an event.
     *
     * @param accepted false if the call is past such an event
     * @param next where the call rings now; null if it rings nowhere
     */
    public record EventResult(boolean accepted, Ring next) {
        static final EventResult DONE = new EventResult(true, null);
        static final EventResult PAST = new EventResult(false, null);
    }
}

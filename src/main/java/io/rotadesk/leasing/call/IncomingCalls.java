package io.rotadesk.leasing.call;

import io.rotadesk.engine.EitherWay;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.platform.phone.Extensions;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
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
 * event that has already taken effect, are answered and change nothing. An id that comes again for another call is a new
 * call.
 *
 * <p>Calls do not depend on a model. If it fails, its work is rolled back and the call goes on by the {@link FixedWay},
 * in a transaction of its own; the unit's manager and the process owner are told.
 */
@Service
public class IncomingCalls {

    /** The queue of calls that somebody makes to try the phones out: no phone system knows of them. */
    public static final String TEST_QUEUE = "test";

    private static final Logger log = LoggerFactory.getLogger(IncomingCalls.class);

    private final Units units;
    private final Agents agents;
    private final Calls calls;
    private final CallLegs legs;
    private final CallEvents events;
    private final ReportedEvents reported;
    private final CallProcess process;
    private final FixedWay fixedWay;
    private final RingsWithoutModel rings;
    private final EitherWay eitherWay;
    private final Troubles troubles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IncomingCalls(
            Units units,
            Agents agents,
            Calls calls,
            CallLegs legs,
            CallEvents events,
            ReportedEvents reported,
            CallProcess process,
            FixedWay fixedWay,
            RingsWithoutModel rings,
            EitherWay eitherWay,
            Troubles troubles,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.units = units;
        this.agents = agents;
        this.calls = calls;
        this.legs = legs;
        this.events = events;
        this.reported = reported;
        this.process = process;
        this.fixedWay = fixedWay;
        this.rings = rings;
        this.eitherWay = eitherWay;
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The key of the latest call for which the phone system used this id.
     *
     * @throws UnknownCallException if there is none
     */
    public Call find(String unitId, String sentId) {
        CallKey key = new CallKey(unitId, CallIds.kept(sentId));
        Call call = calls.get(key);
        while (call.sent().laterId() != null) {
            call = calls.get(new CallKey(unitId, call.sent().laterId()));
        }
        return call;
    }

    /** The same as {@link #receive(String, SentCall)}, of a call about which nothing else is known. */
    public CallReceipt receive(CallKey key, String from, Instant receivedAt) {
        return receive(key.unitId(), new SentCall(key.callId(), from, receivedAt, null, null, null));
    }

    /**
     * Enters an incoming call in the register and offers it (L2.1). A call that brings no new caller is remembered and
     * rings nowhere.
     *
     * @throws java.util.NoSuchElementException if there is no such unit
     */
    public CallReceipt receive(String unitId, SentCall sent) {
        Entering entering = entering(unitId, sent);
        try {
            return transaction.execute(status -> receive(entering, this::guide));
        } catch (ModelFailedException e) {
            return receiveWithoutModel(entering, e);
        }
    }

    /** A part of a transaction: the same as {@link #receive(String, SentCall)}, with the model or without. */
    CallReceipt receive(String unitId, SentCall sent, boolean withoutModel) {
        return receive(entering(unitId, sent), withoutModel ? this::offerByOrder : this::guide);
    }

    private record Entering(CallKey key, SentCall sent, Caller caller) {}

    private Entering entering(String unitId, SentCall sent) {
        units.leasing(unitId);
        SentNumber number =
                SentNumber.read(sent.from(), units.get(unitId).settings().numbering());
        return new Entering(CallKey.ofSent(unitId, sent.callId()), sent, Caller.of(sent.from(), number));
    }

    private void guide(CallKey call) {
        process.received(call);
        ReportedEvents.requireEffect(calls.get(call).state() != CallState.RECEIVED);
    }

    private void offerByOrder(CallKey call) {
        fixedWay.take(call);
        fixedWay.received(call);
    }

    private CallReceipt receiveWithoutModel(Entering call, ModelFailedException why) {
        CallReceipt reception;
        try {
            reception = transaction.execute(status -> receive(call, this::offerByOrder));
        } catch (RuntimeException e) {
            log.error("Call {} can be offered neither by the model nor without", call.key(), e);
            reception = transaction.execute(status -> receive(call, fixedWay::onlyEntered));
        }
        if (reception.first()) {
            troubles.note(call.key().unitId(), why.process(), why.element(), TroubleKind.NOT_STARTED, null);
            rings.watch(calls.get(reception.call().key()));
        }
        return reception;
    }

    private CallReceipt receive(Entering entering, Consumer<CallKey> way) {
        Optional<CallLegs.Leg> leg = leg(entering);
        if (leg.isPresent()) {
            return joined(leg.get(), entering.sent());
        }
        Entered entered = enter(entering);
        if (entered.first()) {
            log.info(
                    "Call {} from {}",
                    entered.key(),
                    PhoneNumbers.masked(entering.caller().number()));
            way.accept(entered.key());
        }
        Call call = calls.get(entered.key());
        return new CallReceipt(
                entered.first(),
                call,
                ring(call.ringing().firstAgent(), call.ringing().firstAnswerBy(), 1),
                null);
    }

    /** What the call is if it brings no new caller. */
    private Optional<CallLegs.Leg> leg(Entering call) {
        CallKey key = call.key();
        Optional<String> colleague = colleague(call);
        LegKind kind = kind(call.sent(), colleague.isPresent());
        return legs.known(key, call.sent(), call.caller(), kind)
                .or(() -> Optional.ofNullable(kind)
                        .map(one -> CallLegs.Leg.found(key, one, conversation(key, colleague))));
    }

    private static LegKind kind(SentCall call, boolean colleague) {
        if (call.direction() == SentCall.Direction.OUTBOUND) {
            return LegKind.OUTBOUND;
        }
        return colleague || call.direction() == SentCall.Direction.INTERNAL ? LegKind.INTERNAL : null;
    }

    /** @return null for none */
    private String conversation(CallKey leg, Optional<String> colleague) {
        return colleague
                .flatMap(login -> legs.conversationOf(leg.unitId(), login))
                .orElse(null);
    }

    /** The login of the colleague from whose desk phone the call comes. */
    private Optional<String> colleague(Entering call) {
        String extension = call.caller().phone() != null || call.caller().raw() == null
                ? null
                : Extensions.plain(call.caller().raw());
        return extension == null
                ? Optional.empty()
                : agents.atExtension(call.key().unitId(), extension).map(Agent::login);
    }

    private CallReceipt joined(CallLegs.Leg leg, SentCall sent) {
        boolean first = leg.isNew() && legs.add(leg, sent.receivedAt());
        Optional<Call> conversation = leg.conversation().flatMap(calls::hold);
        if (first) {
            log.info("Call {}:{} is no new caller: {}, {}", leg.unitId(), leg.legId(), leg.kind(), leg.callId());
            conversation.filter(call -> !call.sent().hasLegs()).ifPresent(call -> calls.save(call, call.withLegs()));
        }
        return new CallReceipt(first, conversation.orElse(null), null, leg.kind());
    }

    private record Entered(CallKey key, boolean first) {}

    private Entered enter(Entering entering) {
        SentCall sent = entering.sent();
        CallKey key = entering.key();
        for (int number = 2; ; number++) {
            Instant receivedAt = sent.receivedAt() == null ? clock.instant() : sent.receivedAt();
            if (calls.enter(key, "PHONE_SYSTEM", entering.caller(), Sent.of(key, sent), receivedAt)) {
                return new Entered(key, true);
            }
            Call known = calls.get(key);
            if (known.sent().laterId() == null) {
                if (KnownCall.isRepeat(known, sent, entering.caller())) {
                    return new Entered(key, false);
                }
                known = calls.hold(key).orElseThrow();
            }
            if (known.sent().laterId() == null) {
                known = calls.save(known, known.followedBy(CallIds.next(sent.callId(), number)));
                log.info("The id of call {} came again for another call", known.key());
            }
            key = new CallKey(key.unitId(), known.sent().laterId());
        }
    }

    /** The same as {@link #event(CallKey, SentEvent)}, of an event of which nothing else is known. */
    public EventResult event(CallKey key, CallEvent event, String extension, String eventId) {
        return event(key, new SentEvent(event, extension, eventId, null, null));
    }

    /**
     * Handles an event of a call.
     *
     * @param key with the id as the phone system sent it
     * @throws UnknownCallException if the call was never reported
     * @throws UnknownExtensionException if nobody has the extension; nothing was changed
     * @throws ModelFailedException if the call's process is suspended; nothing was changed, and the sender should try
     *     again
     */
    public EventResult event(CallKey key, SentEvent event) {
        CallKey kept = CallKey.ofSent(key.unitId(), key.callId());
        return eitherWay.goOn(key.unitId(), kept.toString(), withoutModel -> event(kept, event, withoutModel));
    }

    /** A part of a transaction: the same as {@link #event(CallKey, SentEvent)}, with the model or without. */
    EventResult event(CallKey key, SentEvent event, boolean withoutModel) {
        Call call = calls.hold(key).orElse(null);
        if (call == null) {
            CallLegs.Leg leg = legs.find(key).orElseThrow(() -> new UnknownCallException(key));
            return reported.of(leg, event, process, fixedWay);
        }
        while (call.sent().laterId() != null) {
            call = calls.hold(new CallKey(key.unitId(), call.sent().laterId())).orElseThrow();
        }
        if (KnownCall.isOver(call)) {
            Instant began = call.receivedAt();
            Optional<CallLegs.Leg> later = legs.find(key)
                    .filter(leg -> leg.endedAt() == null && leg.beganAt().isAfter(began));
            if (later.isPresent()) {
                return reported.of(later.get(), event, process, fixedWay);
            }
        }
        CallKey latest = call.key();
        if (event.eventId() != null && !events.first(latest, event.eventId())) {
            return new EventResult(true, ringOf(call));
        }
        if (withoutModel && call.guided()) {
            process.remove(latest);
            fixedWay.take(latest);
        }
        CallWay way = withoutModel || !call.guided() ? fixedWay : process;
        EventResult result = reported.of(call, event, way);
        if (event.unusable() != null) {
            Call told = calls.get(latest);
            calls.save(told, told.alsoSent(event.unusable()));
        }
        Call then = calls.get(latest);
        if (way == fixedWay) {
            rings.watch(then);
        }
        return result.accepted() ? new EventResult(true, ringOf(then)) : result;
    }

    private Ring ringOf(Call call) {
        return call.state() == CallState.RINGING
                ? ring(
                        call.ringing().agent(),
                        call.ringing().answerBy(),
                        call.ringing().offers())
                : null;
    }

    private Ring ring(String login, Instant answerBy, int number) {
        return login == null ? null : new Ring(agents.get(login), answerBy, number);
    }

    /**
     * The agent at whose phone a call rings, and the end of the ring (L2.1).
     *
     * @param number of the offer, from 1
     */
    public record Ring(Agent agent, Instant answerBy, int number) {}

    /**
     * The answer to an incoming call.
     *
     * @param first false if the same call was reported before
     * @param call the conversation to which it belongs; null if it brings no caller and belongs to none
     * @param offer null if nobody could take it
     * @param leg null for a new caller
     */
    public record CallReceipt(boolean first, Call call, Ring offer, LegKind leg) {

        /** Whether it brings no new caller, and rings nowhere. */
        public boolean isLeg() {
            return leg != null;
        }
    }

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

package io.rotadesk.call;

import io.rotadesk.phone.PhoneNumbers;
import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import io.rotadesk.roster.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a phone system brings its calls and says what became of them. Everything may come twice: a call with the same id
 * and an event that has had its effect are answered and change nothing.
 */
@Service
@Transactional
public class CallDesk {

    private static final Logger log = LoggerFactory.getLogger(CallDesk.class);

    /** A "no answer" without extension that comes this soon after a ring ran out is about that ring. */
    private static final Duration LATE_REPORT = Duration.ofSeconds(3);

    private final Units units;
    private final Agents agents;
    private final CallRegister register;
    private final CallEvents events;
    private final CallProcess process;
    private final CallSteps steps;
    private final Clock clock;

    CallDesk(
            Units units,
            Agents agents,
            CallRegister register,
            CallEvents events,
            CallProcess process,
            CallSteps steps,
            Clock clock) {
        this.units = units;
        this.agents = agents;
        this.register = register;
        this.events = events;
        this.process = process;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * A call comes in (L2.1): it is entered in the register and offered.
     *
     * @param from the caller's number as it was transmitted; null or empty when it is withheld
     * @param receivedAt null for now
     * @throws java.util.NoSuchElementException when there is no such unit
     */
    public Reception receive(CallKey key, String from, Instant receivedAt) {
        units.leasing(key.unitId());
        boolean first = register.open(
                key,
                "PHONE_SYSTEM",
                from == null || from.isBlank() ? null : from.strip(),
                PhoneNumbers.e164(from).orElse(null),
                receivedAt == null ? clock.instant() : receivedAt);
        if (first) {
            log.info("Call {} from {}", key, PhoneNumbers.masked(from));
            process.received(key);
        }
        Call call = register.get(key);
        return new Reception(first, call, ring(call.firstAgent(), call.firstAnswerBy()));
    }

    /**
     * What became of a call.
     *
     * @param extension where it rang or was picked up; null when the phone system does not say
     * @param eventId the phone system's id of this event; null when it has none
     * @throws UnknownCallException when the call was never brought in
     */
    public EventResult event(CallKey key, CallEvent event, String extension, String eventId) {
        Call call = register.lock(key).orElseThrow(() -> new UnknownCallException(key));
        if (eventId != null && !events.first(key, eventId)) {
            return new EventResult(true, ringOf(call));
        }
        return switch (event) {
            case ANSWERED -> answered(call, extension);
            case NO_ANSWER -> notAnswered(call, extension);
            case HUNG_UP -> hungUp(call);
        };
    }

    private EventResult answered(Call call, String extension) {
        Optional<String> who = loginAt(call, extension);
        if (call.state() == CallState.RINGING) {
            String agent = who.orElse(call.ringingAgent());
            steps.answeredBy(call, agent);
            process.answered(call.key(), agent);
            return EventResult.DONE;
        }
        if (call.state() == CallState.UNASSIGNED && who.isPresent()) {
            // Somebody took it before the manager said who should.
            process.assigned(call.key(), who.get());
            return EventResult.DONE;
        }
        boolean again = call.answeredAt() != null && (who.isEmpty() || who.get().equals(call.agent()));
        return again ? EventResult.DONE : EventResult.PAST;
    }

    private EventResult notAnswered(Call call, String extension) {
        if (call.state() == CallState.UNASSIGNED) {
            return EventResult.DONE;
        }
        if (call.state() != CallState.RINGING) {
            return EventResult.PAST;
        }
        boolean aboutAnEarlierRing = loginAt(call, extension)
                .map(login -> !login.equals(call.ringingAgent()))
                .orElseGet(() -> isLateReport(call));
        if (!aboutAnEarlierRing) {
            process.notAnswered(call.key());
        }
        return new EventResult(true, ringOf(register.get(call.key())));
    }

    private boolean isLateReport(Call call) {
        return Boolean.TRUE.equals(call.ringRanOut())
                && Duration.between(call.missedAt(), clock.instant()).compareTo(LATE_REPORT) < 0;
    }

    private EventResult hungUp(Call call) {
        switch (call.state()) {
            case RECEIVED, RINGING, UNASSIGNED -> process.hungUp(call.key());
            default -> steps.lineIsFree(call);
        }
        return EventResult.DONE;
    }

    private Optional<String> loginAt(Call call, String extension) {
        return extension == null
                ? Optional.empty()
                : agents.atExtension(call.unitId(), extension).map(Agent::login);
    }

    private Ring ringOf(Call call) {
        return call.state() == CallState.RINGING ? ring(call.ringingAgent(), call.answerBy()) : null;
    }

    private Ring ring(String login, Instant answerBy) {
        return login == null ? null : new Ring(agents.get(login), answerBy);
    }

    /** At whose phone a call rings, and until when (L2.1). */
    public record Ring(Agent agent, Instant answerBy) {}

    /**
     * The answer to a call that came in.
     *
     * @param first false when the same call was brought before
     * @param offer null when nobody could take it
     */
    public record Reception(boolean first, Call call, Ring offer) {}

    /**
     * The answer to an event.
     *
     * @param accepted false when the call is past such an event
     * @param next where the call rings now; null when it rings nowhere
     */
    public record EventResult(boolean accepted, Ring next) {
        static final EventResult DONE = new EventResult(true, null);
        static final EventResult PAST = new EventResult(false, null);
    }
}

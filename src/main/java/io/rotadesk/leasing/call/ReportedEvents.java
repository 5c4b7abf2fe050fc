package io.rotadesk.leasing.call;

import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.leasing.call.CallLegs.Leg;
import io.rotadesk.leasing.call.IncomingCalls.EventResult;
import io.rotadesk.platform.phone.Extensions;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The effects of what a phone system reports about a call, in whatever order it comes. */
@Component
class ReportedEvents {

    /** A "no answer" without extension that comes this soon after a ring ran out is about that ring. */
    private static final Duration LATE_REPORT = Duration.ofSeconds(3);

    /** A colleague who answers this soon after the line became free has got the call from the agent. */
    private static final Duration HAND_OVER = Duration.ofSeconds(20);

    /** Clocks and reports differ by as much. */
    private static final Duration ABOUT_THEN = Duration.ofSeconds(3);

    private final Agents agents;
    private final Calls calls;
    private final CallSteps steps;
    private final CallLegs legs;
    private final MissedReturns returns;
    private final Clock clock;

    ReportedEvents(Agents agents, Calls calls, CallSteps steps, CallLegs legs, MissedReturns returns, Clock clock) {
        this.agents = agents;
        this.calls = calls;
        this.steps = steps;
        this.legs = legs;
        this.returns = returns;
        this.clock = clock;
    }

    /** @throws UnknownExtensionException if nobody has the extension; nothing was changed */
    EventResult of(Call call, SentEvent event, CallWay way) {
        return switch (event.type()) {
            case ANSWERED -> answered(call, event, loginAt(call.key(), event.extension()), way);
            case NO_ANSWER -> notAnswered(call, event, loginAt(call.key(), event.extension()), way);
            case HUNG_UP -> hungUp(call, event, way);
            case TRANSFERRED -> transferred(call, event, loginAt(call.key(), event.extension()), way);
        };
    }

    private EventResult answered(Call call, SentEvent event, Optional<String> who, CallWay way) {
        if (call.state() == CallState.RINGING) {
            String agent = who.orElseGet(() -> atWhosePhone(call, event));
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
        if (call.state() == CallState.ANSWERED && who.isPresent() && !hasHad(call, event, who.get())) {
            if (wasBeforeTheEnd(call, event)) {
                passedOn(call, who.get(), event, way);
                return EventResult.DONE;
            }
            if (hasJustEnded(call)) {
                putThrough(call, who.get(), way);
                return EventResult.DONE;
            }
        }
        if (call.state() == CallState.MISSED && isOvertaken(call, event)) {
            return answeredAfterAll(call, event, who, way);
        }
        boolean again = call.talk().answeredAt() != null
                && (who.isEmpty() || who.get().equals(call.talk().agent()) || isOfTheFirst(call, event, who.get()));
        return again ? EventResult.DONE : EventResult.PAST;
    }

    /** A report about an earlier ring is about the agent who had it. */
    private static String atWhosePhone(Call call, SentEvent event) {
        return event.isBefore(call.ringing().offeredAt()) && call.ringing().missedAgent() != null
                ? call.ringing().missedAgent()
                : call.ringing().agent();
    }

    private boolean hasJustEnded(Call call) {
        Instant end = call.talk().endedAt();
        return end != null && Duration.between(end, clock.instant()).compareTo(HAND_OVER) <= 0;
    }

    /** Whether the person had the caller on the phone and put it down: a report about that is an old one. */
    private static boolean hasHad(Call call, SentEvent event, String who) {
        Talk talk = call.talk();
        boolean hasNotEndedIt = talk.handedOverAt() != null
                && talk.endedAt() != null
                && talk.handedOverAt().isAfter(talk.endedAt());
        return who.equals(talk.agent()) && !hasNotEndedIt || isOfTheFirst(call, event, who);
    }

    private static boolean wasBeforeTheEnd(Call call, SentEvent event) {
        return call.talk().endedAt() != null
                && event.isBefore(call.talk().endedAt().minus(ABOUT_THEN));
    }

    /** The colleague had the caller, and nobody talks any more: only the entry is theirs. */
    private void passedOn(Call call, String to, SentEvent event, CallWay way) {
        String from = call.talk().agent();
        calls.save(call, call.handedOverTo(to, event.occurredAt() == null ? clock.instant() : event.occurredAt()));
        way.putThrough(call.key(), from, to);
    }

    private static boolean isOvertaken(Call call, SentEvent event) {
        return event.isBefore(call.talk().endedAt()) && call.callBack().tries() == 0;
    }

    private static boolean isOfTheFirst(Call call, SentEvent event, String who) {
        return who.equals(call.talk().handedOverBy())
                && event.isBefore(call.talk().handedOverAt());
    }

    private EventResult answeredAfterAll(Call call, SentEvent event, Optional<String> who, CallWay way) {
        String agent = who.orElse(call.ringing().latest());
        if (agent == null) {
            return EventResult.PAST;
        }
        Instant at = event.occurredAt().isBefore(call.receivedAt()) ? call.receivedAt() : event.occurredAt();
        calls.save(call, call.answeredAfterAll(agent, at));
        returns.close(call.key(), clock.instant());
        way.answeredAfterAll(call.key());
        return EventResult.DONE;
    }

    private EventResult notAnswered(Call call, SentEvent event, Optional<String> who, CallWay way) {
        if (call.state() == CallState.UNASSIGNED) {
            return EventResult.DONE;
        }
        if (call.state() != CallState.RINGING) {
            return event.isBefore(call.talk().answeredAt()) ? EventResult.DONE : EventResult.PAST;
        }
        boolean aboutAnEarlierRing = event.isBefore(call.ringing().offeredAt())
                || who.map(login -> !login.equals(call.ringing().agent())).orElseGet(() -> isLateReport(call));
        if (!aboutAnEarlierRing) {
            way.notAnswered(call.key());
            requireEffect(!call.ringing()
                    .agent()
                    .equals(calls.get(call.key()).ringing().agent()));
        }
        return EventResult.DONE;
    }

    private boolean isLateReport(Call call) {
        return Boolean.TRUE.equals(call.ringing().ranOut())
                && Duration.between(call.ringing().missedAt(), clock.instant()).compareTo(LATE_REPORT) < 0;
    }

    private EventResult hungUp(Call call, SentEvent event, CallWay way) {
        boolean waited = switch (call.state()) {
            case RECEIVED, RINGING, UNASSIGNED -> true;
            case ABANDONED -> call.talk().answeredAt() == null && call.talk().endedAt() == null;
            default -> false;
        };
        if (waited) {
            way.hungUp(call.key());
            requireEffect(calls.get(call.key()).state() == CallState.MISSED);
        } else if (!goesOnElsewhere(call, event, way)) {
            steps.lineIsFree(call);
        }
        if (event.cause() != null) {
            Call over = calls.get(call.key());
            calls.save(over, over.hungUpFor(event.cause()));
        }
        return EventResult.DONE;
    }

    /** Whether only the first agent's part is over, since a colleague has the caller. */
    private boolean goesOnElsewhere(Call call, SentEvent event, CallWay way) {
        String first = call.talk().handedOverBy();
        if (first != null && event.isBefore(call.talk().handedOverAt())) {
            return true;
        }
        String extension = Extensions.plain(event.extension());
        if (first != null
                && extension != null
                && agents.atExtension(call.unitId(), extension)
                        .filter(agent -> agent.login().equals(first)
                                && !first.equals(call.talk().agent()))
                        .isPresent()) {
            return true;
        }
        if (call.state() != CallState.ANSWERED || !call.sent().hasLegs()) {
            return false;
        }
        Optional<Leg> on = legs.on(call.key()).stream().findFirst();
        on.filter(leg -> !leg.agent().equals(call.talk().agent())).ifPresent(leg -> putThrough(call, leg.agent(), way));
        return on.isPresent();
    }

    private EventResult transferred(Call call, SentEvent event, Optional<String> to, CallWay way) {
        return switch (call.state()) {
            case RINGING, UNASSIGNED -> answered(call, event, to, way);
            case ANSWERED -> {
                to.filter(login -> !login.equals(call.talk().agent()) && !isOfTheFirst(call, event, login))
                        .ifPresent(login -> transferred(call, event, login, way));
                yield EventResult.DONE;
            }
            // The entry is written; somebody else talking on changes nothing of it.
            case REGISTERED, COVERED, OTHER -> EventResult.DONE;
            default -> EventResult.PAST;
        };
    }

    private void transferred(Call call, SentEvent event, String to, CallWay way) {
        boolean atTheEnd = event.occurredAt() != null && hasJustEnded(call) && !wasBeforeTheEnd(call, event);
        if (call.talk().endedAt() == null || atTheEnd) {
            putThrough(call, to, way);
        } else {
            passedOn(call, to, event, way);
        }
    }

    /** What a leg's event means for the conversation. */
    EventResult of(Leg leg, SentEvent event, CallWay guided, CallWay fixed) {
        Optional<Call> conversation = leg.conversation().flatMap(calls::hold);
        switch (event.type()) {
            case ANSWERED, TRANSFERRED ->
                loginAt(new CallKey(leg.unitId(), leg.legId()), event.extension())
                        .ifPresent(agent -> {
                            legs.pickedUp(leg, agent);
                            conversation
                                    .filter(call ->
                                            leg.endedAt() == null || call.talk().endedAt() == null)
                                    .filter(call -> call.state() == CallState.ANSWERED)
                                    .filter(call -> !agent.equals(call.talk().agent()))
                                    .filter(call -> leg.kind() == LegKind.SAME_CALLER || hasJustEnded(call))
                                    .ifPresent(call -> putThrough(call, agent, call.guided() ? guided : fixed));
                        });
            case HUNG_UP -> {
                legs.ended(leg);
                conversation
                        .filter(call -> leg.agent() != null
                                && leg.agent().equals(call.talk().agent()))
                        .ifPresent(steps::lineIsFree);
            }
            case NO_ANSWER -> {
                // The conversation goes on.
            }
        }
        return EventResult.DONE;
    }

    private void putThrough(Call call, String to, CallWay way) {
        String from = call.talk().agent();
        steps.putThrough(call, to);
        way.putThrough(call.key(), from, to);
    }

    static void requireEffect(boolean had) {
        if (!had) {
            throw ModelFailedException.withoutEffect(CallsWithoutProcess.PROCESS);
        }
    }

    /** @return empty if no extension was sent */
    private Optional<String> loginAt(CallKey call, String sent) {
        String extension = Extensions.plain(sent);
        return extension == null
                ? Optional.empty()
                : Optional.of(agents.atExtension(call.unitId(), extension)
                        .map(Agent::login)
                        .orElseThrow(() -> new UnknownExtensionException(call, sent)));
    }
}

package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.CustomerStatusRule;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.Turn;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.PickUpFirst;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a call between the first ring and the conversation (L2.1, L2.2). Each method is one step of the call
 * process and runs in its transaction.
 */
@Service
@Transactional
public class CallSteps {

    private final Units units;
    private final Rota rota;
    private final Callers callers;
    private final CustomerStatusRule status;
    private final Calls calls;
    private final Agents agents;
    private final Notices notices;
    private final Clock clock;

    CallSteps(
            Units units,
            Rota rota,
            Callers callers,
            CustomerStatusRule status,
            Calls calls,
            Agents agents,
            Notices notices,
            Clock clock) {
        this.units = units;
        this.rota = rota;
        this.callers = callers;
        this.status = status;
        this.calls = calls;
        this.agents = agents;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Offers the call to the next agent or, if the unit's setting says so, to the customer's own agent first (L2.1).
     *
     * @return the agent's login; empty if nobody can take it
     */
    public Optional<String> offer(CallKey key) {
        Call call = calls.get(key);
        return ringing(call, ownersTurn(call).or(() -> nextTurn(call)));
    }

    /** Offers the call by the order alone, without asking a rule of the process owner. */
    Optional<String> offerByOrder(CallKey key) {
        Call call = calls.get(key);
        return ringing(call, nextTurn(call));
    }

    private Optional<Turn> ownersTurn(Call call) {
        boolean ownerFirst = call.state() == CallState.RECEIVED
                && settings(call).pickUpFirst() == PickUpFirst.OWNER
                && call.caller().priorAgent() != null
                && status.isActive(call.unitId(), call.receivedAt(), call.prior());
        return ownerFirst
                ? rota.offerTo(
                        call.unitId(),
                        Queue.CALL,
                        call.key().contact(),
                        call.caller().priorAgent(),
                        TurnCause.OWN_CUSTOMER)
                : Optional.empty();
    }

    private Optional<Turn> nextTurn(Call call) {
        return rota.offer(call.unitId(), Queue.CALL, call.key().contact()).turn();
    }

    private Optional<String> ringing(Call call, Optional<Turn> turn) {
        Instant now = clock.instant();
        calls.save(
                call,
                turn.map(of -> call.ringsAt(
                                of.login(), now, now.plus(settings(call).pickUpTime())))
                        .orElseGet(call::takenByNobody));
        return turn.map(Turn::login);
    }

    private CallSettings settings(Call call) {
        return units.get(call.unitId()).settings().get(CallSettings.class);
    }

    /** A colleague may have picked up; then the agent at whose phone it rang gets the turn back. */
    void answeredBy(Call call, String agent) {
        if (call.ringing().agent() != null && !agent.equals(call.ringing().agent())) {
            rota.restored(call.key().contact(), call.ringing().agent(), TurnReason.ANSWERED_ELSEWHERE);
            rota.finished(call.key().contact(), call.ringing().agent());
        }
        if (!agent.equals(call.ringing().agent())) {
            rota.engaged(call.key().contact(), agent);
        }
        calls.save(call, call.answeredAtPhoneOf(agent));
    }

    /** Records that the agent has picked up (L2.1). */
    public void pickedUp(CallKey key, String agent) {
        Call call = calls.get(key);
        Instant now = clock.instant();
        Call pickedUp = call.pickedUpBy(agent, now, rings(call, units.get(key.unitId()), now));
        rota.taken(key.contact(), agent);
        calls.save(call, pickedUp);
    }

    /** Records that the agent did not pick up, which costs the turn (L2.1). */
    public void missed(CallKey key, String agent) {
        Call call = calls.get(key);
        // Locks the call's row first, then the rota: a caller who hangs up at this moment locks them in the same order.
        calls.save(call, call.unansweredBy(agent, clock.instant()));
        rota.missed(key.contact(), agent, TurnReason.NO_ANSWER);
    }

    /** Records that the manager assigned the call. */
    public void assigned(CallKey key, String agent) {
        // Locks the call's row first, then the rota, as a ring that somebody who becomes free gets meanwhile.
        calls.hold(key);
        if (rota.offerTo(key.unitId(), Queue.CALL, key.contact(), agent, TurnCause.ASSIGNED)
                .isEmpty()) {
            rota.engaged(key.contact(), agent);
        }
        pickedUp(key, agent);
    }

    /** Records a call that an agent logs by hand: they have it already, and the turn is charged accordingly. */
    public void logged(CallKey key, String agent, String callerNumber) {
        SentNumber number =
                SentNumber.read(callerNumber, units.get(key.unitId()).settings().numbering());
        calls.enter(key, "BY_HAND", Caller.of(callerNumber, number), Sent.NOTHING, clock.instant());
        rota.logged(key.unitId(), Queue.CALL, key.contact(), agent);
        callers.find(key);
        Call call = calls.get(key);
        calls.save(call, call.loggedBy(agent, clock.instant()));
    }

    /** Records that the line is free: the agent who talked writes down what it was about, and is free for the next call after that. */
    void lineIsFree(Call call) {
        if (call.talk().endedAt() != null) {
            return;
        }
        calls.save(call, call.lineIsFree(clock.instant()));
        if (call.talk().agent() != null) {
            rota.wrapsUp(call.key().contact(), call.talk().agent());
        }
    }

    /** Whether the earlier agent can take the call now (L2.2c). */
    public boolean isFree(String login) {
        return login != null && rota.isFree(login, Queue.CALL);
    }

    /** Gives back the turn that was spent on the agent's own customer. */
    public void ownCustomer(CallKey key, String agent) {
        rota.restored(key.contact(), agent, TurnReason.OWN_CUSTOMER);
    }

    /**
     * Records that the earlier agent has taken the call over (L2.2c): the other agent's turn is given back, and they are
     * told who has the call now.
     */
    public void handedOver(CallKey key, String from, String to) {
        // Before the rota, as at the hang-up: two orders of locks would wait for each other.
        Call call = calls.hold(key).orElseThrow(() -> new UnknownCallException(key));
        Call handedOver = call.handedOverTo(to, clock.instant());
        rota.restored(key.contact(), from, TurnReason.OTHERS_CUSTOMER);
        rota.finished(key.contact(), from);
        if (call.talk().endedAt() == null) {
            rota.engaged(key.contact(), to);
        }
        calls.save(call, handedOver);
        notices.tell(
                NoticeKind.CALL_TAKEN_OVER,
                key.unitId(),
                List.of(from),
                key.callId(),
                null,
                agents.name(to),
                units.get(key.unitId()).clock().time(clock.instant()));
    }

    /**
     * Records that the caller was put through to a colleague, which uses no turn of theirs and gives back none: it was the
     * turn of the agent who picked up.
     */
    void putThrough(Call call, String to) {
        Call putThrough = to.equals(call.talk().agent()) ? call.goesOn() : call.putThroughTo(to, clock.instant());
        rota.engaged(call.key().contact(), to);
        calls.save(call, putThrough);
    }

    /** Records that the call was not about leasing, which costs no turn. */
    public void otherEnquiry(CallKey key, String agent) {
        Call call = calls.get(key);
        Call done = call.aboutSomethingElse(clock.instant());
        rota.restored(key.contact(), agent, TurnReason.NOT_LEASING);
        rota.finished(key.contact(), agent);
        calls.save(call, done);
    }

    private static Integer rings(Call call, Unit unit, Instant now) {
        if (call.ringing().offeredAt() == null) {
            return null;
        }
        Instant firstRing = call.receivedAt().isBefore(call.ringing().offeredAt())
                ? call.receivedAt()
                : call.ringing().offeredAt();
        return (int) (Duration.between(firstRing, now).toMillis()
                        / unit.settings().get(CallSettings.class).ringTime().toMillis())
                + 1;
    }
}

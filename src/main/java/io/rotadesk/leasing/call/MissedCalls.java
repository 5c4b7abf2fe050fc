package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.CustomerStatusRule;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Handles callers who were not answered: one call-back for each number (L2.1). */
@Service
@Transactional
public class MissedCalls {

    private final Units units;
    private final DutyDays dutyDays;
    private final Rota rota;
    private final CustomerStatusRule status;
    private final Calls calls;
    private final MissedReturns returns;
    private final Clock clock;

    MissedCalls(
            Units units,
            DutyDays dutyDays,
            Rota rota,
            CustomerStatusRule status,
            Calls calls,
            MissedReturns returns,
            Clock clock) {
        this.units = units;
        this.dutyDays = dutyDays;
        this.rota = rota;
        this.status = status;
        this.calls = calls;
        this.returns = returns;
        this.clock = clock;
    }

    /**
     * Records that the caller hung up before anyone answered: the number must be called back, once (L2.1).
     *
     * @return the login of the agent who calls back: the customer's own agent, else the one at whose phone it rang last
     */
    public String hungUp(CallKey key) {
        return hungUp(key, this::ownerOrLastRung);
    }

    /** The same without asking a rule of the process owner: the agent at whose phone it rang last calls back. */
    String hungUpByOrder(CallKey key) {
        return hungUp(key, this::lastRungOrFirstOnDuty);
    }

    private String hungUp(CallKey key, Function<Call, String> callsBack) {
        Call call = calls.hold(key).orElseThrow();
        Instant now = clock.instant();
        if (call.ringing().agent() != null) {
            boolean early = call.ringing().answerBy() != null
                    && now.isBefore(call.ringing().answerBy());
            rota.missed(key.contact(), call.ringing().agent(), early ? TurnReason.HUNG_UP_EARLY : TurnReason.HUNG_UP);
        }
        String returner = callsBack.apply(call);
        calls.save(call, call.hungUp(now, returner));
        if (call.caller().returnKey() != null) {
            returns.attempt(key, call.caller().returnKey(), now);
        }
        return returner;
    }

    private String ownerOrLastRung(Call call) {
        return call.caller().priorAgent() != null && status.isActive(call.unitId(), call.receivedAt(), call.prior())
                ? call.caller().priorAgent()
                : lastRungOrFirstOnDuty(call);
    }

    private String lastRungOrFirstOnDuty(Call call) {
        if (call.ringing().latest() != null) {
            return call.ringing().latest();
        }
        return dutyDays.today(call.unitId()).order().getOrDefault(Queue.CALL, List.of()).stream()
                .map(Agent::login)
                .findFirst()
                .orElseGet(() ->
                        units.get(call.unitId()).managers().stream().findFirst().orElse(null));
    }

    /** Records that the manager wants the caller to be called back later. */
    public String toBeReturned(CallKey key, String agent) {
        Call call = calls.get(key);
        String returner = agent != null ? agent : lastRungOrFirstOnDuty(call);
        calls.save(call, call.toBeReturnedBy(returner));
        if (call.caller().returnKey() != null) {
            returns.attempt(key, call.caller().returnKey(), clock.instant());
        }
        return returner;
    }

    /** Whether this call has the call-back of its number; false if another call has it, or the number is withheld. */
    public boolean mustBeReturned(CallKey key) {
        Call call = calls.get(key);
        String number = call.caller().returnKey();
        return number != null
                && returns.openOf(key.unitId(), number)
                        .map(open -> open.callId().equals(key.callId()))
                        .orElse(false);
    }

    /** The number of attempts since the number was first missed. */
    public MissedAttempts attempts(CallKey key) {
        Call call = calls.get(key);
        String number = call.caller().returnKey();
        return Optional.ofNullable(number)
                .flatMap(tried -> returns.openOf(key.unitId(), tried))
                .map(open -> new MissedAttempts(
                        open.attempts(),
                        open.lastAttemptAt(),
                        open.attempts() == 1 ? List.of() : returns.otherExtensions(call, open)))
                .orElseGet(() -> new MissedAttempts(1, call.receivedAt(), List.of()));
    }
}

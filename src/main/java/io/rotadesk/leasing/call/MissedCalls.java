package io.rotadesk.leasing.call;

import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Callers who were not answered, and who calls them back: one call-back for a number (L2.1). */
@Service
@Transactional
public class MissedCalls {

    private final Units units;
    private final DutyDays dutyDays;
    private final Rota rota;
    private final CallRegister register;
    private final MissedReturns returns;
    private final Clock clock;

    MissedCalls(Units units, DutyDays dutyDays, Rota rota, CallRegister register, MissedReturns returns, Clock clock) {
        this.units = units;
        this.dutyDays = dutyDays;
        this.rota = rota;
        this.register = register;
        this.returns = returns;
        this.clock = clock;
    }

    /**
     * The caller is gone before anyone answered: the number is to be called back, once (L2.1).
     *
     * @return the login of the one who calls back: the customer's own agent, else the one at whose phone it rang last
     */
    public String hungUp(CallKey key, Predicate<Call> isActive) {
        Call call = register.lock(key).orElseThrow();
        Instant now = clock.instant();
        if (call.ringingAgent() != null) {
            boolean early = call.answerBy() != null && now.isBefore(call.answerBy());
            rota.missed(key.contact(), call.ringingAgent(), early ? TurnReason.HUNG_UP_EARLY : TurnReason.HUNG_UP);
        }
        String returner =
                call.priorAgent() != null && isActive.test(call) ? call.priorAgent() : lastRungOrFirstOnDuty(call);
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.MISSED);
        changes.put("call_ended_at", now);
        changes.put("agent", returner);
        register.change(key, changes);
        if (call.callerPhone() != null) {
            returns.attempt(key, call.callerPhone(), now);
        }
        return returner;
    }

    private String lastRungOrFirstOnDuty(Call call) {
        if (call.ringingAgent() != null) {
            return call.ringingAgent();
        }
        if (call.missedAgent() != null) {
            return call.missedAgent();
        }
        return dutyDays.today(call.unitId()).order().getOrDefault(Queue.CALL, List.of()).stream()
                .map(Agent::login)
                .findFirst()
                .orElseGet(() ->
                        units.get(call.unitId()).managers().stream().findFirst().orElse(null));
    }

    /** The manager wants the caller called back later. */
    public String toBeReturned(CallKey key, String agent) {
        String returner = agent != null ? agent : lastRungOrFirstOnDuty(register.get(key));
        Map<String, Object> changes = new HashMap<>();
        changes.put("state", CallState.MISSED);
        changes.put("agent", returner);
        Call call = register.change(key, changes);
        if (call.callerPhone() != null) {
            returns.attempt(key, call.callerPhone(), clock.instant());
        }
        return returner;
    }

    /** Whether this call holds the call-back of its number; not when another call has it or the number is withheld. */
    public boolean mustBeReturned(CallKey key) {
        Call call = register.get(key);
        return call.callerPhone() != null
                && returns.open(key.unitId(), call.callerPhone())
                        .map(open -> open.callId().equals(key.callId()))
                        .orElse(false);
    }

    /** How often the missed number has tried since it was first missed. */
    public MissedAttempts attempts(CallKey key) {
        Call call = register.get(key);
        return call.callerPhone() == null
                ? new MissedAttempts(1, call.receivedAt())
                : returns.open(key.unitId(), call.callerPhone())
                        .map(open -> new MissedAttempts(open.attempts(), open.lastAttemptAt()))
                        .orElseGet(() -> new MissedAttempts(1, call.receivedAt()));
    }
}

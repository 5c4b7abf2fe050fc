package io.rotadesk.leasing.call;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.EngagedWithNothing;
import io.rotadesk.staff.rota.Rota;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deals with calls whose process is gone, whatever removed it. Nobody stays busy with them. A caller whom nobody has
 * answered yet goes to the manager, once; otherwise the entry is closed and says so.
 */
@Service
public class CallsWithoutProcess implements Mending {

    private static final Logger log = LoggerFactory.getLogger(CallsWithoutProcess.class);

    /** The id of the process in its model. */
    public static final String PROCESS = CallHandling.PROCESS;

    private static final int AT_ONCE = 200;

    private static final String LOST = """
        from call_register c
        where c.guided and c.state in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED') and
        """ + RunningInstances.none(PROCESS, "c.call_id");

    private static final String NOTHING_BEHIND = """
        select e.id from unnest(:contacts) e (id)
        where not exists (select from call_register c where c.unit_id = split_part(e.id, ':', 1)
          and c.call_id = substr(e.id, strpos(e.id, ':') + 1) and c.state in ('RINGING', 'ANSWERED'))
        """;

    private static final String TO_RESUME = """
        from call_register c
        where not c.guided and (c.state = 'UNASSIGNED' or c.state = 'ANSWERED'
          or c.state = 'MISSED' and exists (select from missed_return r where r.unit_id = c.unit_id
               and r.call_id = c.call_id and r.closed_at is null))
        """;

    private record Key(String unitId, String callId) {
        CallKey call() {
            return new CallKey(unitId, callId);
        }
    }

    private final JdbcClient db;
    private final Calls calls;
    private final MissedReturns returns;
    private final Rota rota;
    private final CallProcess process;
    private final EngagedWithNothing engaged;
    private final Troubles troubles;
    private final MendingSweep sweep;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallsWithoutProcess(
            JdbcClient db,
            Calls calls,
            MissedReturns returns,
            Rota rota,
            CallProcess process,
            EngagedWithNothing engaged,
            Troubles troubles,
            MendingSweep sweep,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.calls = calls;
        this.returns = returns;
        this.rota = rota;
        this.process = process;
        this.engaged = engaged;
        this.troubles = troubles;
        this.sweep = sweep;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Handles the removal of a call's process, in the transaction of the removal. The call itself may be gone too. */
    public void removed(CallKey key) {
        Call call = calls.hold(key).orElse(null);
        rota.finished(key.contact());
        if (call == null || !hasSomethingToDo(call)) {
            return;
        }
        calls.save(call, call.processRemoved(clock.instant()));
        if (call.state() == CallState.MISSED) {
            returns.close(key, clock.instant());
        }
        troubles.note(key.unitId(), PROCESS, null, TroubleKind.REMOVED, key.toString());
        sweep.lookAfterCommit(this);
    }

    private boolean hasSomethingToDo(Call call) {
        return switch (call.state()) {
            case RECEIVED, RINGING, UNASSIGNED, ANSWERED -> true;
            case MISSED ->
                call.caller().returnKey() != null
                        && returns.openOf(call.unitId(), call.caller().returnKey())
                                .filter(open -> open.callId().equals(call.callId()))
                                .isPresent();
            case COVERED -> call.cover().readAt() == null;
            default -> false;
        };
    }

    @Override
    public void mend() {
        OneByOne.mend(keys(LOST), this::lost);
        OneByOne.mend(keys(TO_RESUME), this::resume);
        engaged.free(Contact.Kind.CALL, PROCESS, NOTHING_BEHIND);
    }

    private void lost(CallKey key) {
        transaction.executeWithoutResult(status -> {
            // The row is now locked and checked again, since another transaction may just have changed it.
            if (calls.hold(key).isPresent() && isStill(key, LOST)) {
                log.warn("The process of call {} is gone", key);
                removed(key);
            }
        });
    }

    /** @throws ModelFailedException if the model still fails */
    private void resume(CallKey key) {
        transaction.executeWithoutResult(status -> {
            Call held = calls.hold(key).orElse(null);
            if (held != null && isStill(key, TO_RESUME)) {
                Call call = calls.save(held, held.guidedAgain());
                process.resume(call);
                if (isStill(key, LOST)) {
                    throw ModelFailedException.withoutEffect(PROCESS);
                }
                log.info("Call {}, which was {} without a process, has one again", key, call.state());
            }
        });
    }

    private List<CallKey> keys(String which) {
        return db
                .sql("select c.unit_id, c.call_id " + which + " order by c.received_at desc limit " + AT_ONCE)
                .query(Key.class)
                .list()
                .stream()
                .map(Key::call)
                .toList();
    }

    private boolean isStill(CallKey key, String which) {
        return db.sql("select exists (select " + which + " and c.unit_id = :unit and c.call_id = :call)")
                .param("unit", key.unitId())
                .param("call", key.callId())
                .query(Boolean.class)
                .single();
    }
}

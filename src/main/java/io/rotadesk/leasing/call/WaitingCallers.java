package io.rotadesk.leasing.call;

import io.rotadesk.engine.OneByOne;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Callers whom nobody took and for whom the manager is asked: as soon as an agent is free who has not let this call ring,
 * it rings there (L2.1). In this way nobody's phone rings twice with the same call, so it ends.
 */
@Service
class WaitingCallers {

    /** Not those whose process somebody took away: they are the manager's. */
    private static final String WAITING =
            "from call_register where guided and removed_at is null and state = 'UNASSIGNED' ";

    private final JdbcClient db;
    private final Calls calls;
    private final Rota rota;
    private final CallProcess process;
    private final TransactionTemplate transaction;

    WaitingCallers(
            JdbcClient db, Calls calls, Rota rota, CallProcess process, PlatformTransactionManager transactions) {
        this.db = db;
        this.calls = calls;
        this.rota = rota;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The units in which a caller waits. */
    List<String> units() {
        return db.sql("select distinct unit_id " + WAITING).query(String.class).list();
    }

    /** Of these units, and of these people's units, those in which a caller waits. */
    List<String> units(List<String> units, List<String> logins) {
        return db.sql("select distinct unit_id " + WAITING
                        + "and (unit_id = any (:units) or unit_id in (select unit_id from agent where login ="
                        + " any (:logins)))")
                .param("units", units.toArray(String[]::new))
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Safe to call at any time, from any thread and node. */
    void serve(String unitId) {
        OneByOne.mend(
                db.sql("select unit_id, call_id " + WAITING + "and unit_id = :unit order by received_at, call_id")
                        .param("unit", unitId)
                        .query(CallKey.class)
                        .list(),
                this::offer);
    }

    private void offer(CallKey key) {
        if (!rota.isSomebodyNewFree(key.unitId(), Queue.CALL, key.contact())) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (calls.hold(key).filter(WaitingCallers::waits).isEmpty()) {
                return;
            }
            process.offerAgain(key);
            if (calls.get(key).state() != CallState.RINGING) {
                // Somebody was faster: the manager's task stays as it was.
                status.setRollbackOnly();
            }
        });
    }

    private static boolean waits(Call call) {
        return call.guided() && call.state() == CallState.UNASSIGNED;
    }
}

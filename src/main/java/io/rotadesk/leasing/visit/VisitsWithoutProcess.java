package io.rotadesk.leasing.visit;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Visits whose process is gone, whoever or whatever removed it. Nobody stays busy with them. A visitor who has not been
 * received yet is put before the manager, and an appointment begins anew, once; else the entry is closed and says so.
 */
@Service
public class VisitsWithoutProcess implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = "visit-reception";

    private static final Logger log = LoggerFactory.getLogger(VisitsWithoutProcess.class);
    private static final int AT_ONCE = 200;

    private static final String LOST = """
            from visit_register v
            where v.guided and v.state in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF') and
            """ + RunningInstances.none(PROCESS, "v.visit_id");

    private static final String NOTHING_BEHIND = """
            select e.id from unnest(:contacts) e (id)
            where not exists (select from visit_register v where v.unit_id = split_part(e.id, ':', 1)
              and v.visit_id = substr(e.id, strpos(e.id, ':') + 1)
              and v.state in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED'))
            """;

    private static final String TO_RESUME =
            " from visit_register v where not v.guided and v.state in ('EXPECTED', 'ARRIVED', 'OFFERED') ";

    private record Key(String unitId, String visitId) {
        VisitKey visit() {
            return new VisitKey(unitId, visitId);
        }
    }

    private final JdbcClient db;
    private final VisitRegister register;
    private final Rota rota;
    private final VisitProcess process;
    private final Troubles troubles;
    private final MendingSweep sweep;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VisitsWithoutProcess(
            JdbcClient db,
            VisitRegister register,
            Rota rota,
            VisitProcess process,
            Troubles troubles,
            MendingSweep sweep,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.register = register;
        this.rota = rota;
        this.process = process;
        this.troubles = troubles;
        this.sweep = sweep;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The process of a visit was taken away; in the transaction that did it. The visit itself may be gone too. */
    public void removed(VisitKey key) {
        Visit visit = register.lock(key).orElse(null);
        rota.finished(key.contact());
        if (visit == null || !hasSomethingToDo(visit)) {
            return;
        }
        Map<String, Object> changes = new HashMap<>();
        changes.put("guided", false);
        changes.put("removed_at", clock.instant());
        switch (visit.state()) {
            case EXPECTED, ARRIVED, OFFERED, WAITING -> notReceived(visit, changes);
            case RECEIVED, SEEN_OFF -> changes.put("state", VisitState.ABANDONED);
            default -> log.debug("{} stays {}", key, visit.state());
        }
        register.change(key, changes);
        troubles.note(key.unitId(), PROCESS, null, TroubleKind.REMOVED, key.toString());
        sweep.lookAfterCommit(this);
    }

    private static boolean hasSomethingToDo(Visit visit) {
        return switch (visit.state()) {
            case EXPECTED, ARRIVED, OFFERED, WAITING, RECEIVED, SEEN_OFF -> true;
            case REGISTERED -> visit.helpedBy() != null && visit.acknowledgedAt() == null;
            default -> false;
        };
    }

    private static void notReceived(Visit visit, Map<String, Object> changes) {
        changes.put("waiting_for", null);
        if (visit.removedAt() != null) {
            changes.put("state", VisitState.ABANDONED);
        } else if (visit.state() != VisitState.EXPECTED) {
            changes.put("state", VisitState.ARRIVED);
            changes.put("agent", null);
        }
    }

    @Override
    public void mend() {
        OneByOne.mend(keys(LOST), this::lost);
        OneByOne.mend(keys(TO_RESUME), this::resume);
        transaction.executeWithoutResult(status -> freeEngaged());
    }

    private void lost(VisitKey key) {
        transaction.executeWithoutResult(status -> {
            // Held now, and looked at again: somebody may just have been at it.
            if (register.lock(key).isPresent() && isStill(key, LOST)) {
                log.warn("The process of visit {} is gone", key);
                removed(key);
            }
        });
    }

    /** @throws ModelFailedException when the model cannot take it yet */
    private void resume(VisitKey key) {
        transaction.executeWithoutResult(status -> {
            if (register.lock(key).isPresent() && isStill(key, TO_RESUME)) {
                process.resume(register.change(key, again(register.get(key))));
                if (isStill(key, LOST)) {
                    throw ModelFailedException.withoutEffect(PROCESS);
                }
                log.info("Visit {} has a process again", key);
            }
        });
    }

    /** A visitor who was with somebody already waits in line again, and the manager is asked as well. */
    private Map<String, Object> again(Visit visit) {
        Map<String, Object> changes = new HashMap<>();
        changes.put("guided", true);
        if (visit.state() == VisitState.ARRIVED && visit.removedAt() != null) {
            changes.put("state", VisitState.WAITING);
            changes.put("waiting_for", Queue.VISIT);
            changes.put("waiting_since", visit.waitingSince() != null ? visit.waitingSince() : clock.instant());
        }
        return changes;
    }

    /** Whoever is engaged with a visit that is over, or is not there at all. */
    private void freeEngaged() {
        rota.free(Contact.Kind.VISIT, this::nothingBehind)
                .forEach(freed -> troubles.note(freed.unitId(), PROCESS, null, TroubleKind.ENGAGED, freed.contactId()));
    }

    private List<String> nothingBehind(List<String> contacts) {
        return db.sql(NOTHING_BEHIND)
                .param("contacts", contacts.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<VisitKey> keys(String which) {
        return db
                .sql("select v.unit_id, v.visit_id " + which + " order by v.announced_at desc limit " + AT_ONCE)
                .query(Key.class)
                .list()
                .stream()
                .map(Key::visit)
                .toList();
    }

    private boolean isStill(VisitKey key, String which) {
        return db.sql("select exists (select " + which + " and v.unit_id = :unit and v.visit_id = :visit)")
                .param("unit", key.unitId())
                .param("visit", key.visitId())
                .query(Boolean.class)
                .single();
    }
}

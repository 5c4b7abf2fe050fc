package io.rotadesk.leasing.visit;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.engine.models.VisitReception;
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
 * Deals with visits whose process is gone, whatever removed it. Nobody stays busy with them. A visitor who has not been
 * received yet goes to the manager, and an appointment starts over, once; otherwise the entry is closed and says so.
 */
@Service
public class VisitsWithoutProcess implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = VisitReception.PROCESS;

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
    private final Visits visits;
    private final Rota rota;
    private final VisitProcess process;
    private final EngagedWithNothing engaged;
    private final Troubles troubles;
    private final MendingSweep sweep;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VisitsWithoutProcess(
            JdbcClient db,
            Visits visits,
            Rota rota,
            VisitProcess process,
            EngagedWithNothing engaged,
            Troubles troubles,
            MendingSweep sweep,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.visits = visits;
        this.rota = rota;
        this.process = process;
        this.engaged = engaged;
        this.troubles = troubles;
        this.sweep = sweep;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Handles the removal of a visit's process, in the transaction of the removal. The visit itself may be gone too.
     */
    public void removed(VisitKey key) {
        Visit visit = visits.hold(key).orElse(null);
        rota.finished(key.contact());
        if (visit == null || !hasSomethingToDo(visit)) {
            return;
        }
        visits.save(visit, visit.processRemoved(clock.instant()));
        troubles.note(key.unitId(), PROCESS, null, TroubleKind.REMOVED, key.toString());
        sweep.lookAfterCommit(this);
    }

    private static boolean hasSomethingToDo(Visit visit) {
        return switch (visit.state()) {
            case EXPECTED, ARRIVED, OFFERED, WAITING, RECEIVED, SEEN_OFF -> true;
            case REGISTERED ->
                visit.host().helpedBy() != null && visit.afterwards().acknowledgedAt() == null;
            default -> false;
        };
    }

    @Override
    public void mend() {
        OneByOne.mend(keys(LOST), this::lost);
        OneByOne.mend(keys(TO_RESUME), this::resume);
        engaged.free(Contact.Kind.VISIT, PROCESS, NOTHING_BEHIND);
    }

    private void lost(VisitKey key) {
        transaction.executeWithoutResult(status -> {
            // The row is now locked and checked again, since another transaction may just have changed it.
            if (visits.hold(key).isPresent() && isStill(key, LOST)) {
                log.warn("The process of visit {} is gone", key);
                removed(key);
            }
        });
    }

    /** @throws ModelFailedException if the model still fails */
    private void resume(VisitKey key) {
        transaction.executeWithoutResult(status -> {
            Visit held = visits.hold(key).orElse(null);
            if (held != null && isStill(key, TO_RESUME)) {
                process.resume(visits.save(held, held.guidedAgain(clock.instant())));
                if (isStill(key, LOST)) {
                    throw ModelFailedException.withoutEffect(PROCESS);
                }
                log.info("Visit {} has a process again", key);
            }
        });
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

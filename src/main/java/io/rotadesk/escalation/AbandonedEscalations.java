package io.rotadesk.escalation;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.trouble.TroubleKind;
import io.rotadesk.trouble.Troubles;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions whose process is gone, whoever or whatever removed it: they are closed and say so, and the manager is told. */
@Service
public class AbandonedEscalations implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = "manager-escalation";

    private static final int AT_ONCE = 200;

    private static final String LOST =
            " from escalation x where x.closed_at is null and " + RunningInstances.none(PROCESS, "x.id");

    private final JdbcClient db;
    private final EscalationRows rows;
    private final Troubles troubles;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AbandonedEscalations(
            JdbcClient db,
            EscalationRows rows,
            Troubles troubles,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Its process was taken away; in the transaction that did it. */
    public void removed(String id) {
        rows.abandoned(id, clock.instant())
                .ifPresent(unitId -> troubles.note(unitId, PROCESS, null, TroubleKind.REMOVED, id));
    }

    @Override
    public void mend() {
        OneByOne.mend(
                db.sql("select x.id" + LOST + " limit " + AT_ONCE)
                        .query(String.class)
                        .list(),
                this::lost);
    }

    private void lost(String id) {
        transaction.executeWithoutResult(status -> {
            // Held now, and looked at again: somebody may just have been at it.
            boolean still = db.sql("select x.id" + LOST + " and x.id = :id for update")
                    .param("id", id)
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (still) {
                removed(id);
            }
        });
    }
}

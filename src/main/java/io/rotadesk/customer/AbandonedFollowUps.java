package io.rotadesk.customer;

import io.rotadesk.customer.FollowUp.Outcome;
import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.trouble.TroubleKind;
import io.rotadesk.trouble.Troubles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Follow-ups whose process is gone, whoever or whatever removed it: closed, so that the next morning begins a new one. The manager is
 * told. */
@Service
public class AbandonedFollowUps implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = "customer-follow-up";

    private static final int AT_ONCE = 200;

    private static final String LOST =
            " from follow_up x where x.closed_at is null and " + RunningInstances.none(PROCESS, "cast(x.id as text)");

    private final JdbcClient db;
    private final FollowUpRows rows;
    private final Troubles troubles;
    private final TransactionTemplate transaction;

    AbandonedFollowUps(JdbcClient db, FollowUpRows rows, Troubles troubles, PlatformTransactionManager transactions) {
        this.db = db;
        this.rows = rows;
        this.troubles = troubles;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Its process was taken away; in the transaction that did it. */
    public void removed(long id) {
        rows.find(id).filter(followUp -> followUp.closedAt() == null).ifPresent(followUp -> {
            rows.close(followUp.customerId(), id, Outcome.ABANDONED);
            troubles.note(followUp.unitId(), PROCESS, null, TroubleKind.REMOVED, Long.toString(id));
        });
    }

    @Override
    public void mend() {
        OneByOne.mend(
                db.sql("select x.id" + LOST + " limit " + AT_ONCE)
                        .query(Long.class)
                        .list(),
                this::lost);
    }

    private void lost(long id) {
        transaction.executeWithoutResult(status -> {
            // Held now, and looked at again: somebody may just have been at it.
            boolean still = db.sql("select x.id" + LOST + " and x.id = :id for update")
                    .param("id", id)
                    .query(Long.class)
                    .optional()
                    .isPresent();
            if (still) {
                removed(id);
            }
        });
    }
}

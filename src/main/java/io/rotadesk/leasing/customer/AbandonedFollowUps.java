package io.rotadesk.leasing.customer;

import io.rotadesk.engine.LostEntries;
import io.rotadesk.engine.Mending;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.customer.FollowUp.Outcome;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import org.springframework.stereotype.Service;

/**
 * Closes follow-ups whose process is gone, whatever removed it, so that the next morning begins a new one. The manager
 * is told.
 */
@Service
public class AbandonedFollowUps implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = CustomerFollowUp.PROCESS;

    private static final String LOST =
            " from follow_up x where x.closed_at is null and " + RunningInstances.none(PROCESS, "cast(x.id as text)");

    private final FollowUpRows rows;
    private final Troubles troubles;
    private final LostEntries entries;

    AbandonedFollowUps(FollowUpRows rows, Troubles troubles, LostEntries entries) {
        this.rows = rows;
        this.troubles = troubles;
        this.entries = entries;
    }

    /** Closes a follow-up whose process was removed; runs in the transaction of the removal. */
    public void removed(long id) {
        rows.find(id).filter(followUp -> followUp.closedAt() == null).ifPresent(followUp -> {
            rows.close(followUp.customerId(), id, Outcome.ABANDONED);
            troubles.note(followUp.unitId(), PROCESS, null, TroubleKind.REMOVED, Long.toString(id));
        });
    }

    @Override
    public void mend() {
        entries.mend(LOST, Long.class, this::removed);
    }
}

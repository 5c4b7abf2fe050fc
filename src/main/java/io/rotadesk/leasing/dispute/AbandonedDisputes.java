package io.rotadesk.leasing.dispute;

import io.rotadesk.engine.LostEntries;
import io.rotadesk.engine.Mending;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import org.springframework.stereotype.Service;

/**
 * Closes disputes whose process is gone, whatever removed it, without a decision: the customer keeps the agent, and can
 * be claimed again. The manager is told.
 */
@Service
public class AbandonedDisputes implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = OwnershipDispute.PROCESS;

    private static final String LOST = " from ownership_dispute x where x.closed_at is null and "
            + RunningInstances.none(PROCESS, "cast(x.id as text)");

    private final DisputeRows rows;
    private final Troubles troubles;
    private final LostEntries entries;

    AbandonedDisputes(DisputeRows rows, Troubles troubles, LostEntries entries) {
        this.rows = rows;
        this.troubles = troubles;
        this.entries = entries;
    }

    /** Closes a dispute whose process was removed; runs in the transaction of the removal. */
    public void removed(long id) {
        rows.close(id, Outcome.ABANDONED, null, null)
                .ifPresent(dispute ->
                        troubles.note(dispute.unitId(), PROCESS, null, TroubleKind.REMOVED, Long.toString(id)));
    }

    @Override
    public void mend() {
        entries.mend(LOST, Long.class, this::removed);
    }
}

package io.rotadesk.leasing.escalation;

import io.rotadesk.engine.LostEntries;
import io.rotadesk.engine.Mending;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Closes questions whose process is gone, whatever removed it. The entry says so, and the manager is told. */
@Service
public class AbandonedEscalations implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = ManagerEscalation.PROCESS;

    private static final String LOST =
            " from escalation x where x.closed_at is null and " + RunningInstances.none(PROCESS, "x.id");

    private final EscalationRows rows;
    private final Troubles troubles;
    private final LostEntries entries;
    private final Clock clock;

    AbandonedEscalations(EscalationRows rows, Troubles troubles, LostEntries entries, Clock clock) {
        this.rows = rows;
        this.troubles = troubles;
        this.entries = entries;
        this.clock = clock;
    }

    /** Closes a question whose process was removed; runs in the transaction of the removal. */
    public void removed(String id) {
        rows.abandoned(id, clock.instant())
                .ifPresent(unitId -> troubles.note(unitId, PROCESS, null, TroubleKind.REMOVED, id));
    }

    @Override
    public void mend() {
        entries.mend(LOST, String.class, this::removed);
    }
}

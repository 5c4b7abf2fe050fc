package io.rotadesk.leasing.conduct;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import org.springframework.stereotype.Service;

/** Deals with spot checks whose process somebody removed: no text is lost, and the manager is told. */
@Service
public class AbandonedChecks {

    /** The id of the process in its model. */
    public static final String PROCESS = io.rotadesk.engine.models.ServiceCheck.PROCESS;

    private final ServiceCheckRows rows;
    private final Troubles troubles;

    AbandonedChecks(ServiceCheckRows rows, Troubles troubles) {
        this.rows = rows;
        this.troubles = troubles;
    }

    /** Runs in the transaction of the removal. */
    public void removed(String checkId) {
        rows.find(checkId)
                .filter(check -> check.readAt() == null)
                .ifPresent(check -> troubles.note(check.unitId(), PROCESS, null, TroubleKind.REMOVED, checkId));
    }
}

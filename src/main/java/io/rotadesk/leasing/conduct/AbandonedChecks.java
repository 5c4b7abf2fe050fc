package io.rotadesk.leasing.conduct;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import org.springframework.stereotype.Service;

/** Spot checks whose process somebody took away: nothing is lost that anybody wrote, and the manager is told. */
@Service
public class AbandonedChecks {

    /** The id of the process in its model. */
    public static final String PROCESS = "service-check";

    private final ServiceCheckRows rows;
    private final Troubles troubles;

    AbandonedChecks(ServiceCheckRows rows, Troubles troubles) {
        this.rows = rows;
        this.troubles = troubles;
    }

    /** In the transaction that did it. */
    public void removed(String checkId) {
        rows.find(checkId)
                .filter(check -> check.readAt() == null)
                .ifPresent(check -> troubles.note(check.unitId(), PROCESS, null, TroubleKind.REMOVED, checkId));
    }
}

package io.rotadesk.petition.summary;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A version of a month's summary.
 *
 * @param rootUnitId the unit at the top of the tree
 * @param month in that unit's time zone
 * @param version from 1
 * @param analysis the leader's analysis; null before somebody has written one
 * @param signedBy the signer's login; null while nobody has signed it
 */
public record SummaryVersion(
        String summaryId,
        String rootUnitId,
        YearMonth month,
        int version,
        SummaryReason reason,
        Instant compiledAt,
        String analysis,
        String signedBy,
        Instant signedAt) {

    public boolean isSigned() {
        return signedAt != null;
    }
}

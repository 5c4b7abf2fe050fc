package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.summary.SummaryVersion;
import io.rotadesk.petition.summary.VersionTotal;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A month in the list, as its newest version has it.
 *
 * @param signedAt in the unit's time zone; null while nobody has signed it
 * @param signedBy the signer's name; null while nobody has signed it
 * @param earlier the earlier versions, newest first
 */
record MonthRow(
        SummaryVersion version,
        VersionTotal total,
        ZonedDateTime signedAt,
        String signedBy,
        List<SummaryVersion> earlier) {}

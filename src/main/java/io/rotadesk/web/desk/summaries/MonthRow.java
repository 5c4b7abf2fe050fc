package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.summary.SummaryVersion;
import io.rotadesk.petition.summary.VersionTotal;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A month in the list, as its newest version has it.
 *
 * @param signedAt in the unit's time zone; null while nobody has signed it
 * @param signedBy the name; null as above
 * @param earlier the versions before, the newest first
 */
record MonthRow(
        SummaryVersion version,
        VersionTotal total,
        ZonedDateTime signedAt,
        String signedBy,
        List<SummaryVersion> earlier) {}

package io.rotadesk.petition.summary;

import java.time.Instant;

/**
 * A matter in a summary: what it had to do with the month. It names nobody.
 *
 * @param category a code; empty for none
 * @param closedAt null while it is open
 * @param outcome a code; null unless it was closed in the month
 * @param days the working days until it was closed; null unless it was closed in the month
 * @param received 1 if it was new in the month, as are the next two if it was closed in it, or overdue
 * @param rated 1 if the petitioner said whether they accept the result
 * @param satisfied 1 if they do
 * @param urged how often leaders urged in the month
 */
public record SummaryMatter(
        String number,
        String unitId,
        String category,
        Instant openedAt,
        Instant closedAt,
        String outcome,
        Integer days,
        int received,
        int closed,
        int overdue,
        int rated,
        int satisfied,
        int urged) {}

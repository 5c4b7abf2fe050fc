package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.summary.SummaryMatter;
import java.time.LocalDate;

/**
 * A matter in the list of a summary's spreadsheet.
 *
 * @param outcome in words; null unless it was closed in the month
 * @param closed the day on which it was closed in the month; null if it was not
 */
record MatterLine(
        SummaryMatter matter, String unit, String category, String outcome, LocalDate opened, LocalDate closed) {}

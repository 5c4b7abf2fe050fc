package io.rotadesk.petition.summary;

import java.time.YearMonth;

/** A version of a summary that must be compiled. */
public record SummaryVersionDue(String summaryId, String rootUnitId, YearMonth month, SummaryReason reason) {}

package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.DueKind;
import java.time.LocalDate;
import java.time.Year;
import java.util.SortedSet;

/**
 * A matter's deadline in words.
 *
 * @param day the last day
 * @param days the working days after today until the last day; if the matter is overdue, those since the last day
 * @param overdue whether the deadline was missed and no extension was approved
 * @param near whether the deadline is so close that the responsible person is reminded
 * @param unknownYears the years from tomorrow to the last day that have no calendar, so that it may still move
 */
public record DueView(
        DueKind kind, LocalDate day, int days, boolean overdue, boolean near, SortedSet<Year> unknownYears) {}

package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.DueKind;
import java.time.LocalDate;

/**
 * A matter's deadline as people say it.
 *
 * @param day the last one
 * @param days working days that are left after today until the last day; if it is overdue, those since the last day
 * @param overdue whether it was missed and no more time was approved
 * @param near whether no more days are left than when the responsible person is reminded
 */
public record DueView(DueKind kind, LocalDate day, int days, boolean overdue, boolean near) {}

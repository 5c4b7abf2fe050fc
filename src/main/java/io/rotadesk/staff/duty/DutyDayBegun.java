package io.rotadesk.staff.duty;

import java.time.LocalDate;

/**
 * Published inside the transaction in which a unit's day begins in the morning, open or closed: once for each unit and
 * day across all nodes.
 *
 * @param day in the unit's time zone
 */
public record DutyDayBegun(String unitId, LocalDate day) {}

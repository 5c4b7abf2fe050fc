package io.rotadesk.staff.duty.morning;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day that has begun.
 *
 * @param day in the unit's time zone
 * @param accepted the marks of the findings that somebody decided to go on with; empty if there were none
 * @param asked the marks of the findings that the manager is being asked about; null if there is nothing to decide now
 * @param decision the latest decision about the day; null if there was nothing to decide
 * @param decidedBy login; null if there was no decision, or the time for it ran out
 * @param decidedAt null if there was no decision
 */
public record DutyMorning(
        String unitId,
        LocalDate day,
        Instant begunAt,
        String accepted,
        String asked,
        DutyDecision decision,
        String decidedBy,
        Instant decidedAt) {}

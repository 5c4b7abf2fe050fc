package io.rotadesk.staff.duty.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What somebody was told about a day.
 *
 * @param day in the unit's time zone
 * @param callPlace in the order of the calls, from 1; null if not in it
 * @param visitPlace in the order of the visits, from 1; null if not in it
 * @param petitionPlace in the order in which petitioners are received (P3), from 1; null if not in it
 * @param changed whether it became so after the morning's announcement
 * @param seenAt null if it has not been read
 */
public record DutyNotice(
        String unitId,
        LocalDate day,
        String login,
        Status status,
        Integer callPlace,
        Integer visitPlace,
        Integer petitionPlace,
        boolean changed,
        Instant announcedAt,
        Instant seenAt) {

    /** What the day is for somebody. */
    public enum Status {
        ON_DUTY,
        OFF_DUTY,
        ON_LEAVE,
        CLOSED
    }

    public boolean isSeen() {
        return seenAt != null;
    }

    boolean saysTheSame(DutyNotice other) {
        return status == other.status
                && Objects.equals(callPlace, other.callPlace)
                && Objects.equals(visitPlace, other.visitPlace)
                && Objects.equals(petitionPlace, other.petitionPlace);
    }
}

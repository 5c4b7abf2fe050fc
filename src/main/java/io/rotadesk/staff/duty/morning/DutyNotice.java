package io.rotadesk.staff.duty.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One person's announcement of a day.
 *
 * @param day in the unit's time zone
 * @param callPlace in the order of the calls, from 1; null if not in it
 * @param visitPlace in the order of the visits, from 1; null if not in it
 * @param petitionPlace in the order in which petitioners are received (P3), from 1; null if not in it
 * @param changed whether it changed after the morning's announcement
 * @param seenAt the time at which it was read; null if it has not been
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

    /** A person's status on the day. */
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

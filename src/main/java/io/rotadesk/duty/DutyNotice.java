package io.rotadesk.duty;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody was told about a day.
 *
 * @param day in the unit's time zone
 * @param callPlace in the order of the calls, from 1; null if not in it
 * @param visitPlace in the order of the visits, from 1; null if not in it
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

    boolean saysTheSame(Status otherStatus, Integer otherCallPlace, Integer otherVisitPlace) {
        return status == otherStatus
                && java.util.Objects.equals(callPlace, otherCallPlace)
                && java.util.Objects.equals(visitPlace, otherVisitPlace);
    }
}

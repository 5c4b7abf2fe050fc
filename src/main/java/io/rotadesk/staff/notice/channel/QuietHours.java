package io.rotadesk.staff.notice.channel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of the day in which nobody is disturbed; they may pass midnight. No hours if both ends are the same or null.
 *
 * @param from first minute, in the unit's zone
 * @param to first minute after
 */
public record QuietHours(LocalTime from, LocalTime to) {

    static final QuietHours NONE = new QuietHours(null, null);

    public boolean isNone() {
        return from == null || to == null || from.equals(to);
    }

    /** @return the time itself, or the end of the quiet hours in which it lies */
    Instant notBefore(Instant time, ZoneId zone) {
        if (isNone()) {
            return time;
        }
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        LocalTime clock = local.toLocalTime();
        boolean evening = from.isBefore(to) ? !clock.isBefore(from) && clock.isBefore(to) : !clock.isBefore(from);
        boolean morning = from.isAfter(to) && clock.isBefore(to);
        if (!evening && !morning) {
            return time;
        }
        boolean tomorrow = evening && from.isAfter(to);
        return local.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(to)
                .atZone(zone)
                .toInstant();
    }
}

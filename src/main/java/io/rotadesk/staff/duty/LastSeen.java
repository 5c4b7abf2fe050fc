package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When somebody was last noticed at a page, and the rule that says whether they count as absent for it. No database, no
 * clock.
 *
 * @param seenAt when a page of theirs was last open; null for never
 * @param actedAt when they last opened one or did something on it; null for never
 * @param loggedOut whether they have logged out since
 */
public record LastSeen(Instant seenAt, Instant actedAt, boolean loggedOut) {

    /**
     * A page that was left open overnight is no sign of anybody. But the day begins at midnight, and whoever works then
     * has not gone.
     */
    static final Duration NIGHT = Duration.ofHours(4);

    public static final LastSeen NEVER = new LastSeen(null, null, false);

    /**
     * Why the person gets no turns in this queue.
     *
     * @param settings of their unit
     * @return NOT_LOGGED_IN or NO_PAGE; null if they are here, or if this queue needs no page
     */
    public TurnReason absence(UnitSettings settings, Queue queue, Instant now) {
        return settings.get(PageSettings.class).isPageNeeded(queue) ? absence(settings, now) : null;
    }

    /** As {@link #absence(UnitSettings, Queue, Instant)}, as if every queue needed a page. */
    TurnReason absence(UnitSettings settings, Instant now) {
        Instant today = midnight(settings.zone(), now);
        if (seenAt == null || actedAt.isBefore(today) && actedAt.isBefore(now.minus(NIGHT))) {
            return TurnReason.NOT_LOGGED_IN;
        }
        Duration longest = Duration.ofMinutes(settings.get(PageSettings.class).absentWithoutPage());
        if (!loggedOut && seenAt.isAfter(now.minus(longest))) {
            return null;
        }
        return seenAt.isBefore(today) ? TurnReason.NOT_LOGGED_IN : TurnReason.NO_PAGE;
    }

    private static Instant midnight(ZoneId zone, Instant now) {
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }
}

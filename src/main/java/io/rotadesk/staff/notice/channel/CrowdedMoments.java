package io.rotadesk.staff.notice.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * At full and half hours many programs write to Feishu at once, and it refuses some. Nothing is sent to it then: each channel waits
 * a few seconds more, not all of them for the same time.
 */
final class CrowdedMoments {

    private static final Duration BETWEEN = Duration.ofMinutes(30);
    /** The way to the receiver takes a while. */
    private static final Duration BEFORE = Duration.ofSeconds(1);

    private static final Duration AFTER = Duration.ofSeconds(5);
    /** In seconds: the channels' waiting times differ by less than that. */
    private static final int SPREAD = 15;

    private CrowdedMoments() {}

    /**
     * @param channelId decides how long this channel waits
     * @return the first instant from then on at which the channel may send; {@code now} itself at most times
     */
    static Instant notIn(Instant now, long channelId) {
        Duration sinceTheLast = Duration.ofMillis(Math.floorMod(now.toEpochMilli(), BETWEEN.toMillis()));
        Duration wait = AFTER.plusSeconds(Math.floorMod(channelId, SPREAD));
        if (sinceTheLast.compareTo(wait) < 0) {
            return now.minus(sinceTheLast).plus(wait);
        }
        Duration untilTheNext = BETWEEN.minus(sinceTheLast);
        return untilTheNext.compareTo(BEFORE) <= 0 ? now.plus(untilTheNext).plus(wait) : now;
    }
}

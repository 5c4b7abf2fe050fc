package io.rotadesk.platform.input;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time that another system sent of what happens now, if its clock can be believed: a time that is far from now is a mistake.
 *
 * @param at null for now
 * @param unusable the time as it was sent, if it was not used; null otherwise
 */
public record SentMoment(Instant at, String unusable) {

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BEHIND = Duration.ofDays(1);

    /**
     * @param sent null if none was sent
     * @param zone of a time without offset
     */
    public static SentMoment of(String sent, ZoneId zone, Instant now) {
        if (SafeText.orNull(sent) == null) {
            return new SentMoment(null, null);
        }
        Optional<Instant> at = AnyTime.read(sent, zone)
                .filter(time -> !time.isAfter(now.plus(AHEAD)) && !time.isBefore(now.minus(BEHIND)));
        return new SentMoment(at.orElse(null), at.isPresent() ? null : sent);
    }
}

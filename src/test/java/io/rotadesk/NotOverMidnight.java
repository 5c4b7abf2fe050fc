package io.rotadesk;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * At midnight the teams swap their roles, so a test in real time that would run into midnight waits for the new day.
 */
class NotOverMidnight implements BeforeEachCallback {

    /** The time zone of the demo units. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Duration LONGEST_TEST = Duration.ofMinutes(2);

    @Override
    public void beforeEach(ExtensionContext test) throws InterruptedException {
        ZonedDateTime now = ZonedDateTime.now(ZONE);
        ZonedDateTime midnight = now.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        Duration left = Duration.between(now, midnight);
        if (left.compareTo(LONGEST_TEST) < 0) {
            Thread.sleep(left.plusSeconds(5).toMillis());
        }
    }
}

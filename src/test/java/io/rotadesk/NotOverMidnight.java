package io.rotadesk;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** At midnight the teams change their roles: a test on the real time that would meet it waits for the new day. */
class NotOverMidnight implements BeforeEachCallback {

    /** Of the demo units. */
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

package io.rotadesk.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private final Clock clock = new DatabaseClock();

    @Test
    void tellsTheTimeInMicrosecondsAndGoesOn() {
        Instant before = clock.instant();

        Instant now = clock.instant();

        assertThat(now.getNano() % 1_000).isZero();
        assertThat(now).isAfterOrEqualTo(before);
    }

    /** The ids of the engine are made of them. */
    @Test
    void tellsMillisecondsToo() {
        Instant before = clock.instant();

        assertThat(clock.millis())
                .isBetween(before.toEpochMilli(), clock.instant().toEpochMilli());
    }

    @Test
    void isTheSameClockInAnotherZone() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");

        Clock there = clock.withZone(shanghai);

        assertThat(there.getZone()).isEqualTo(shanghai);
        assertThat(LocalDateTime.now(there))
                .isAfter(LocalDateTime.ofInstant(clock.instant(), shanghai).minusSeconds(9));
    }
}

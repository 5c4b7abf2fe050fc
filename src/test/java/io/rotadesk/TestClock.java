package io.rotadesk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets; it stands still otherwise. */
public class TestClock extends Clock {

    /** A Monday, nine in the morning in China. */
    public static final Instant MONDAY_NINE = Instant.parse("2026-03-02T01:00:00Z");

    private volatile Instant now = MONDAY_NINE;

    public void set(Instant instant) {
        now = instant;
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}

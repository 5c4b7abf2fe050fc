package io.rotadesk.platform.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The system's clock, as fine as the database keeps a time: a time that was written is equal to the one that is read. {@link Clock#tick}
 * would do if its milliseconds did not fail for ticks below one (JDK 17).
 */
public final class DatabaseClock extends Clock {

    private final ZoneId zone;

    public DatabaseClock() {
        this(ZoneOffset.UTC);
    }

    private DatabaseClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(other);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package io.rotadesk.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * For a {@link Mending} that need not look at every sweep: it looks once in each hour of the clock on each node. A look that
 * fails is tried again by the next sweep.
 */
public final class OnceAnHour {

    private final Clock clock;
    private volatile Instant lookedIn;

    public OnceAnHour(Clock clock) {
        this.clock = clock;
    }

    /** Runs the look unless it was run in this hour. What it throws goes on to the caller. */
    public void look(Runnable look) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(lookedIn)) {
            look.run();
            lookedIn = hour;
        }
    }
}

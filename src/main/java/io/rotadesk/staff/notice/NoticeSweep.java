package io.rotadesk.staff.notice;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OnceAnHour;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes old notices, as old messages of other channels are removed. */
@Component
class NoticeSweep implements Mending {

    static final Duration KEPT = Duration.ofDays(90);

    private final Notices notices;
    private final Clock clock;
    private final OnceAnHour hourly;

    NoticeSweep(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
        this.hourly = new OnceAnHour(clock);
    }

    @Override
    public void mend() {
        hourly.look(() -> notices.removeBefore(clock.instant().minus(KEPT)));
    }
}

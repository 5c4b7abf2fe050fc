package io.rotadesk.staff.draft;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OnceAnHour;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Removes drafts of forms that nobody will send any more. */
@Component
class DraftSweep implements Mending {

    private final Drafts drafts;
    private final OnceAnHour hourly;

    DraftSweep(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.hourly = new OnceAnHour(clock);
    }

    @Override
    public void mend() {
        hourly.look(drafts::sweep);
    }
}

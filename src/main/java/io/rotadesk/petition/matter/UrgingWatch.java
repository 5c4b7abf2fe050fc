package io.rotadesk.petition.matter;

import io.rotadesk.engine.Mending;
import org.springframework.stereotype.Component;

/** Finds urgings that nobody has answered in time. */
@Component
class UrgingWatch implements Mending {

    private final Urgings urgings;

    UrgingWatch(Urgings urgings) {
        this.urgings = urgings;
    }

    @Override
    public void mend() {
        urgings.tellLate();
    }
}

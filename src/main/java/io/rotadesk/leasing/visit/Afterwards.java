package io.rotadesk.leasing.visit;

import java.time.Instant;

/**
 * The steps after a visit is registered: the manager's check (L3.6) and the hand-back to the earlier agent (L3.2d).
 *
 * @param checked whether it was selected for a check
 * @param acknowledgedAt the time at which the earlier agent read the hand-back
 */
public record Afterwards(boolean checked, String course, String result, Instant handedBackAt, Instant acknowledgedAt) {

    static final Afterwards NOTHING = new Afterwards(false, null, null, null, null);

    Afterwards drawn(boolean toBeChecked) {
        return new Afterwards(toBeChecked, course, result, handedBackAt, acknowledgedAt);
    }

    Afterwards handedBack(String how, String withWhat, Instant now) {
        return new Afterwards(checked, how, withWhat, now, acknowledgedAt);
    }

    Afterwards acknowledged(Instant now) {
        return new Afterwards(checked, course, result, handedBackAt, now);
    }
}

package io.rotadesk.engine;

import java.time.Instant;

/**
 * Whether a process guides an entry of a register.
 *
 * @param guided false while none does: the model failed, or somebody took the instance away
 * @param removedAt when somebody last took its instance away; null if nobody did
 */
public record Guidance(boolean guided, Instant removedAt) {

    public static final Guidance BY_PROCESS = new Guidance(true, null);

    /** The entry goes on without its process. */
    public Guidance none() {
        return new Guidance(false, removedAt);
    }

    /** Somebody took its process away. */
    public Guidance removed(Instant now) {
        return new Guidance(false, now);
    }

    /** It has a process again. */
    public Guidance again() {
        return new Guidance(true, removedAt);
    }
}

package io.rotadesk.platform.door;

import java.util.concurrent.atomic.AtomicLong;

/** Limits the memory of all bodies that are arriving, beyond the little that each may always have. */
class Memory {

    /** Enough for a call; ten thousand of these fit into the smallest heap. */
    static final int ALWAYS = 8 * 1024;

    private final AtomicLong left;

    Memory(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    static Memory ofThisMachine() {
        return new Memory(Runtime.getRuntime().maxMemory() / 8);
    }

    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}

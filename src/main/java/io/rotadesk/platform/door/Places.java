package io.rotadesk.platform.door;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests may be worked on at once, by guest. Together strangers and people are fewer than the threads of the
 * web server: what is left is for phones, which are never kept waiting here. Few strangers at a time also leave the
 * processors to others.
 */
class Places {

    /** The web server must have more threads than all the others together. */
    static final int THREADS = 250;

    private static final int STRANGERS_AT_WORK =
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    private static final int STRANGERS = 64;
    private static final int PEOPLE = 100;
    private static final int WATCHERS = 8;
    private static final int REFUSALS = 16;
    private static final long PATIENCE_MILLIS = 5_000;

    private final Semaphore people = new Semaphore(PEOPLE);
    private final Semaphore watchers = new Semaphore(WATCHERS);
    private final Semaphore strangers = new Semaphore(STRANGERS);
    private final Semaphore strangersAtWork = new Semaphore(STRANGERS_AT_WORK, true);
    private final Semaphore refusals = new Semaphore(REFUSALS);

    /** A place that was taken; closing gives it back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @return null when there is none; a stranger has waited for it by then */
    Place take(Guest guest) {
        return switch (guest) {
            case PHONE -> () -> {};
            case PERSON -> one(people);
            case WATCHER -> one(watchers);
            case STRANGER -> forStranger();
        };
    }

    /** @return a place for saying that there is none; null when even these are gone */
    Place toRefuse() {
        return one(refusals);
    }

    private static Place one(Semaphore places) {
        return places.tryAcquire() ? places::release : null;
    }

    private Place forStranger() {
        if (!strangers.tryAcquire()) {
            return null;
        }
        try {
            if (strangersAtWork.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return () -> {
                    strangersAtWork.release();
                    strangers.release();
                };
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        strangers.release();
        return null;
    }
}

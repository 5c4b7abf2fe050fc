package io.rotadesk.platform.door;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits how many requests are worked on at once, by kind of guest. Strangers and people together get fewer places than
 * the web server has threads. The remaining threads are for phones, which never wait here. A low limit for strangers
 * also leaves the processors to others.
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

    /** A taken place; closing it gives it back. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @return null when there is none, for a stranger after a short wait */
    Place take(Guest guest) {
        return switch (guest) {
            case PHONE -> () -> {};
            case PERSON -> one(people);
            case WATCHER -> one(watchers);
            case STRANGER -> forStranger();
        };
    }

    /** @return a place for the answer that there is no room; null when even these are taken */
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

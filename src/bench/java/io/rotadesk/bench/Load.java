package io.rotadesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that each do one thing after the other, without a pause. */
final class Load implements AutoCloseable {

    /** One piece of work of a client; no id is used twice. */
    interface Step {
        void run(int client, long id);
    }

    private static final AtomicLong ids = new AtomicLong();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean on = new AtomicBoolean(true);
    private final AtomicLong done = new AtomicLong();
    private final List<Future<?>> clients = new ArrayList<>();
    private final long began = System.nanoTime();

    private Load(int number, Step step) {
        for (int i = 0; i < number; i++) {
            int client = i;
            clients.add(threads.submit(() -> {
                while (on.get()) {
                    step.run(client, newId());
                    done.incrementAndGet();
                }
            }));
        }
    }

    static Load start(int clients, Step step) {
        return new Load(clients, step);
    }

    /** @return how many were done a second */
    static double perSecond(int clients, double seconds, Step step) {
        try (Load load = start(clients, step)) {
            Thread.sleep((long) (seconds * 1000));
            return load.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void times(int number, Step step) {
        for (int i = 0; i < number; i++) {
            step.run(0, newId());
        }
    }

    static long newId() {
        return ids.incrementAndGet();
    }

    /** Waits until every client has finished its present work. */
    double stop() throws InterruptedException {
        on.set(false);
        for (Future<?> client : clients) {
            try {
                client.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A client failed", e.getCause());
            }
        }
        return done.get() / ((System.nanoTime() - began) / 1e9);
    }

    @Override
    public void close() {
        on.set(false);
        threads.shutdown();
    }
}

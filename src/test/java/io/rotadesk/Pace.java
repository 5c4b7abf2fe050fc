package io.rotadesk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how slow the machine is while a test measures real time. The application promises a limit for its waiting;
 * the cost of a step depends on what else runs on the processors. On a quiet machine this is some milliseconds.
 */
public final class Pace implements AutoCloseable {

    /** As many statements as a step of a process needs. */
    private static final int QUESTIONS = 40;

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final AtomicLong worst = new AtomicLong();
    private final ScheduledExecutorService measuring = Executors.newSingleThreadScheduledExecutor();

    /** Measures until it is closed. */
    public Pace(JdbcClient database) {
        measuring.scheduleWithFixedDelay(() -> askAll(database), 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void askAll(JdbcClient database) {
        long begun = System.nanoTime();
        for (int i = 0; i < QUESTIONS; i++) {
            database.sql("select 1").query(Integer.class).single();
        }
        worst.accumulateAndGet(System.nanoTime() - begun, Math::max);
    }

    /** @return how long a step of a process took at most, so far */
    public Duration worst() {
        return Duration.ofNanos(worst.get());
    }

    @Override
    public void close() {
        measuring.shutdown();
    }
}

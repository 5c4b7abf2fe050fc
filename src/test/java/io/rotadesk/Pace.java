package io.rotadesk;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How slow the machine is while a test measures real time. A limit that the application promises holds for its waiting;
 * what a step costs beside it depends on who else wants the processors. On a quiet machine this is some milliseconds.
 */
public final class Pace implements AutoCloseable {

    /** As many as a step of a process asks for. */
    private static final int QUESTIONS = 40;

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final AtomicLong worst = new AtomicLong();
    private final Thread measuring;

    /** Measures until it is closed. */
    public Pace(JdbcClient database) {
        measuring = new Thread(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        long begun = System.nanoTime();
                        for (int i = 0; i < QUESTIONS; i++) {
                            database.sql("select 1").query(Integer.class).single();
                        }
                        worst.accumulateAndGet(System.nanoTime() - begun, Math::max);
                        try {
                            Thread.sleep(BETWEEN.toMillis());
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                },
                "pace");
        measuring.setDaemon(true);
        measuring.start();
    }

    /** @return how long a step of a process took at most, so far */
    public Duration worst() {
        return Duration.ofNanos(worst.get());
    }

    @Override
    public void close() throws InterruptedException {
        measuring.interrupt();
        measuring.join();
    }
}

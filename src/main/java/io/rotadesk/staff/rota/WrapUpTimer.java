package io.rotadesk.staff.rota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Wakes up when a wrap-up time is over. The due time is in the database: a node that starts looks at all of them, and
 * each node looks again and again for those that a node which died has left.
 */
@Component
class WrapUpTimer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(WrapUpTimer.class);
    private static final Duration SWEEP = Duration.ofSeconds(15);

    private final WrapUps wrapUps;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "wrap-up");
        thread.setDaemon(true);
        return thread;
    });

    WrapUpTimer(WrapUps wrapUps, Clock clock) {
        this.wrapUps = wrapUps;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        wrapUps.ends().forEach(this::wakeAt);
        worker.scheduleWithFixedDelay(this::look, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void begun(WrapUpBegun begun) {
        wakeAt(begun.until());
    }

    private void wakeAt(Instant until) {
        // A moment later, since a timer may be early by a fraction.
        long left = Math.max(0, Duration.between(clock.instant(), until).toMillis()) + 5;
        try {
            worker.schedule(this::look, left, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shuttingDown) {
            log.debug("Wrap-up times are no longer watched", shuttingDown);
        }
    }

    private void look() {
        try {
            wrapUps.endThoseThatAreOver();
        } catch (RuntimeException e) {
            log.warn("Wrap-up times could not be ended; the next look tries again", e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}

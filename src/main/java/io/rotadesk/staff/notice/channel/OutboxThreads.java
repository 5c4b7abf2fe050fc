package io.rotadesk.staff.notice.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Wakes the sender: right after a commit that wrote messages, and when the next one is due. A sweep takes up what a node
 * that died left, so nothing depends on one node.
 */
@Component
class OutboxThreads implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OutboxThreads.class);
    private static final int THREADS = 4;
    private static final Duration LEAST = Duration.ofMillis(100);

    private final OutboxSender sender;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration sweep;
    private final boolean sends;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "notice-sender");
        thread.setDaemon(true);
        return thread;
    });
    private ScheduledFuture<?> next;

    /** @param sends false on a node that leaves sending to others */
    OutboxThreads(
            OutboxSender sender,
            Outbox outbox,
            Clock clock,
            @Value("${rotadesk.notify.sweep:60s}") Duration sweep,
            @Value("${rotadesk.notify.sends:true}") boolean sends) {
        this.sender = sender;
        this.outbox = outbox;
        this.clock = clock;
        this.sweep = sweep;
        this.sends = sends;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (sends) {
            threads.scheduleWithFixedDelay(this::sweep, 0, sweep.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void written(OutboxWritten event) {
        if (sends) {
            wake();
        }
    }

    private void sweep() {
        guarded(outbox::tidy);
        wake();
    }

    /** One look is queued at most: it has not begun, so it will see what was written until now. */
    void wake() {
        if (queued.compareAndSet(false, true)) {
            try {
                threads.execute(this::look);
            } catch (RejectedExecutionException shuttingDown) {
                log.debug("Nothing is sent any more", shuttingDown);
            }
        }
    }

    private void look() {
        queued.set(false);
        guarded(() -> {
            sender.sendDue(this::wake);
            outbox.nextDue().ifPresent(this::wakeAt);
        });
    }

    private synchronized void wakeAt(Instant due) {
        if (next != null) {
            next.cancel(false);
        }
        Duration wait = Duration.between(clock.instant(), due);
        long millis = Math.max(LEAST.toMillis(), Math.min(wait.toMillis(), sweep.toMillis()));
        try {
            next = threads.schedule(this::wake, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shuttingDown) {
            log.debug("Nothing is sent any more", shuttingDown);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Messages could not be sent; the next sweep tries again: {}", e.toString());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}

package io.rotadesk.engine;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Periodically compares open entries with running instances. Whatever removed an instance, even a line of SQL, no entry
 * is left behind for longer than one period.
 */
@Component
public class MendingSweep implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MendingSweep.class);

    private final ObjectProvider<Mending> modules;
    private final Duration every;
    private final boolean atOnce;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mending");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param every the period of the sweep
     * @param atOnce false to check only then, and not after events
     */
    MendingSweep(
            ObjectProvider<Mending> modules,
            @Value("${rotadesk.orphan-sweep:${rotadesk.line-sweep:30s}}") Duration every,
            @Value("${rotadesk.orphan-at-once:true}") boolean atOnce) {
        this.modules = modules;
        this.every = every;
        this.atOnce = atOnce;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        worker.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs all checks once, on this thread. */
    public void look() {
        modules.forEach(this::look);
    }

    /** Runs one check a little later, on a thread of its own. */
    public void lookAfter(Duration later, Mending module) {
        if (!atOnce) {
            return;
        }
        try {
            worker.schedule(() -> look(module), Math.max(0, later.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shuttingDown) {
            log.debug("The sweep has ended", shuttingDown);
        }
    }

    /** Runs one check as soon as the current transaction has committed. */
    public void lookAfterCommit(Mending module) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lookAfter(Duration.ZERO, module);
            }
        });
    }

    private void look(Mending module) {
        try {
            module.mend();
        } catch (RuntimeException e) {
            log.warn("{} failed; the next sweep tries again", module.getClass().getSimpleName(), e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}

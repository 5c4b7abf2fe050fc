package io.rotadesk.visit;

import io.rotadesk.roster.DutyChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks after the waiting lines whenever somebody may have become free. Arrival and see-off cannot miss each other: both look
 * after their own commit, so the later one sees the other. It works on a thread of its own and asks one question for all that
 * changed within a moment, so that calls do not feel it; a look now and then finds what a node did not live to do.
 */
@Component
class LineWatch implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LineWatch.class);

    /** What changes within this time is looked at together. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final WaitingLine line;
    private final LineTurns turns;
    private final Duration sweep;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "waiting-line");
        thread.setDaemon(true);
        return thread;
    });

    // Guarded by this.
    private final Set<String> units = new HashSet<>();
    private final Set<String> logins = new HashSet<>();

    LineWatch(WaitingLine line, LineTurns turns, @Value("${rotadesk.line-sweep:30s}") Duration sweep) {
        this.line = line;
        this.turns = turns;
        this.sweep = sweep;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        worker.scheduleWithFixedDelay(this::lookEverywhere, 0, sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void dutyChanged(DutyChanged changed) {
        note(changed.unitId(), changed.login());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void lineChanged(LineChanged changed) {
        note(changed.unitId(), null);
    }

    private synchronized void note(String unitId, String login) {
        boolean first = units.isEmpty() && logins.isEmpty();
        if (unitId != null) {
            units.add(unitId);
        } else {
            logins.add(login);
        }
        if (first) {
            try {
                worker.schedule(this::look, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException shuttingDown) {
                log.debug("Nobody looks at the line any more", shuttingDown);
            }
        }
    }

    private void look() {
        List<String> someUnits;
        List<String> someLogins;
        synchronized (this) {
            someUnits = new ArrayList<>(units);
            someLogins = new ArrayList<>(logins);
            units.clear();
            logins.clear();
        }
        guarded(() -> line.units(someUnits, someLogins).forEach(turns::serve));
    }

    private void lookEverywhere() {
        guarded(() -> line.units().forEach(turns::serve));
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("The waiting lines could not be looked after; the next look will", e);
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}

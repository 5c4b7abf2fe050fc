package io.rotadesk.staff.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves waiting lines on a thread of its own, so that the request that changed something need not wait. Changes within
 * a short time are handled together. A periodic sweep picks up what a node that died left undone.
 */
public class LineWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LineWorker.class);

    /** Changes within this time are handled together. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final Lines lines;
    private final ScheduledExecutorService worker;

    // Guarded by this.
    private final Set<String> units = new HashSet<>();
    private final Set<String> logins = new HashSet<>();

    /**
     * The lines to serve.
     *
     * @param concerned those of the given units, and of the given people's units, in which somebody waits
     * @param all all units in which somebody waits
     * @param serve offers free agents to the people who wait in a unit; safe to call at any time, from any thread and
     *     node
     */
    public record Lines(
            BiFunction<List<String>, List<String>, List<String>> concerned,
            Supplier<List<String>> all,
            Consumer<String> serve) {}

    /** @param name of the thread */
    public LineWorker(String name, Lines lines) {
        this.lines = lines;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins the periodic sweep over all units. */
    public void start(Duration sweep) {
        worker.scheduleWithFixedDelay(this::lookEverywhere, 0, sweep.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Somebody may have become free, or joined a line; call it after the commit.
     *
     * @param unitId null if only the person is known
     */
    public synchronized void note(String unitId, String login) {
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
                log.debug("The waiting lines are no longer served", shuttingDown);
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
        guarded(() -> lines.concerned().apply(someUnits, someLogins).forEach(lines.serve()));
    }

    private void lookEverywhere() {
        guarded(() -> lines.all().get().forEach(lines.serve()));
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("The waiting lines could not be served; the next sweep tries again", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

package io.rotadesk.engine;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the ids of the engine's rows: 14 small letters and digits instead of 36, later ones after earlier ones, so that a
 * new row comes to the end of an index. The first ten say the microsecond, in which each node makes one id at most; the
 * last four say which start of which node made it, by a number that the database gives out.
 *
 * <p>An id can be guessed. Nothing is open to somebody because they know one: whoever asks for a task, an instance or a
 * job by its id is checked as if they had found it in a list.
 */
@Component
@DependsOnDatabaseInitialization
class SortedIds implements IdGenerator {

    private static final int BASE = 36;
    private static final int TIME_DIGITS = 10;
    private static final int NODE_DIGITS = 4;

    private final AtomicLong last = new AtomicLong();
    private final Clock clock;
    private final String node;

    SortedIds(JdbcClient database, Clock clock) {
        this.clock = clock;
        this.node = padded(
                database.sql("select nextval('engine_node')").query(Long.class).single(), NODE_DIGITS);
    }

    /** A clock that stands still, or is put back, makes no id a second time: the next one is always later than the last. */
    @Override
    public String getNextId() {
        long next = last.updateAndGet(before -> Math.max(before + 1, clock.millis() * 1000));
        return padded(next, TIME_DIGITS) + node;
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number, BASE);
        return "0".repeat(digits - text.length()) + text;
    }
}

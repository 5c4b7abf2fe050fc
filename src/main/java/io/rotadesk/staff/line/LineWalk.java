package io.rotadesk.staff.line;

import io.rotadesk.engine.ModelFailedException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks along a waiting line from first to last and offers each person a free agent, each in a transaction of its own.
 * If the process can no longer use a turn, because another transaction was faster, the turn is rolled back. An agent
 * who becomes free during the walk goes to the first person in line who could have them, not to the one whom the walk
 * has just reached.
 *
 * @param <K> the key of a person who waits
 */
public class LineWalk<K> {

    private static final Logger log = LoggerFactory.getLogger(LineWalk.class);
    private static final int ATTEMPTS = 3;
    private static final int ROUNDS = 10;

    /** The result of offering a free agent to one person. */
    public enum Outcome {
        /** Nobody is free for them, or they do not wait any more. */
        NOBODY,
        /** An agent was sent to them. */
        CALLED,
        /** Somebody else in line should have the agent; the offer must be rolled back. */
        OVERTAKES
    }

    /** The line of a unit. */
    public interface Line<K> {

        /** The people who wait there, next first. */
        List<K> waiting(String unitId);

        /**
         * Offers a free agent to one person, if they still wait.
         *
         * @param passed people whose offer failed; the others do not wait for them
         */
        Outcome offer(K key, Set<K> passed);
    }

    private final Line<K> line;
    private final TransactionTemplate transaction;

    public LineWalk(Line<K> line, PlatformTransactionManager transactions) {
        this.line = line;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Safe to call at any time, from any thread and node. */
    public void serve(String unitId) {
        Set<K> passed = new HashSet<>();
        boolean done = false;
        for (int round = 0; round < ROUNDS && !done; round++) {
            done = nothingLeftToDo(unitId, passed);
        }
    }

    /**
     * Walks along the line once.
     *
     * @return false if the walk has to begin again: somebody would have overtaken another; or somebody was called, and an
     *     agent who was kept free for them is now free for the others
     */
    private boolean nothingLeftToDo(String unitId, Set<K> passed) {
        boolean anybodyCalled = false;
        for (K next : line.waiting(unitId)) {
            Outcome outcome = passed.contains(next) ? Outcome.NOBODY : serve(next, passed);
            if (outcome == Outcome.OVERTAKES) {
                return false;
            }
            anybodyCalled |= outcome == Outcome.CALLED;
        }
        return !anybodyCalled;
    }

    private Outcome serve(K next, Set<K> passed) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return transaction.execute(status -> {
                    Outcome outcome = line.offer(next, passed);
                    if (outcome == Outcome.OVERTAKES) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                });
            } catch (ModelFailedException e) {
                // It would fail again. The failure is reported elsewhere.
                log.info("{} in line cannot be called: {}", next, e.getMessage());
                break;
            } catch (RuntimeException e) {
                log.info("{} in line changed meanwhile: {}", next, e.toString());
            }
        }
        passed.add(next);
        return Outcome.NOBODY;
    }
}

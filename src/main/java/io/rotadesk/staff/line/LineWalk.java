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

    /** The line of a unit. */
    public interface Line<K> {

        /** The people who wait there, next first. */
        List<K> waiting(String unitId);

        /**
         * Offers a free agent to one person, if they still wait.
         *
         * @param passed people whose offer failed; the others do not wait for them
         * @return false if somebody before them could have had the agent; the offer must then be rolled back
         */
        boolean offer(K key, Set<K> passed);
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
        boolean inOrder = false;
        for (int round = 0; round < ROUNDS && !inOrder; round++) {
            inOrder = serveInOrder(unitId, passed);
        }
    }

    /** @return false if somebody would have overtaken another; begin again with the first then */
    private boolean serveInOrder(String unitId, Set<K> passed) {
        for (K next : line.waiting(unitId)) {
            if (!passed.contains(next) && !serve(next, passed)) {
                return false;
            }
        }
        return true;
    }

    private boolean serve(K next, Set<K> passed) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return transaction.execute(status -> {
                    boolean inOrder = line.offer(next, passed);
                    if (!inOrder) {
                        status.setRollbackOnly();
                    }
                    return inOrder;
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
        return true;
    }
}

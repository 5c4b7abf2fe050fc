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
 * Goes along a waiting line from the first to the last and offers each whoever is free, each in a transaction of its own: a
 * turn that the process can no longer use, because somebody else was faster, is as if it had never been taken. Whoever
 * becomes free on the way is offered to the first who could have them, not to the one who happens to be next.
 *
 * @param <K> what names one who waits
 */
public class LineWalk<K> {

    private static final Logger log = LoggerFactory.getLogger(LineWalk.class);
    private static final int ATTEMPTS = 3;
    private static final int ROUNDS = 10;

    /** The line of a unit. */
    public interface Line<K> {

        /** Who waits there, the next first. */
        List<K> waiting(String unitId);

        /**
         * Offers whoever is free to one who waits, if they still do.
         *
         * @param passed with whom something is wrong: the others do not wait for that
         * @return false if somebody before them could have had who was found: then none of it holds
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

    /** @return false if somebody would have overtaken: begin again with the first */
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
                // It would fail again; others are told, and see to it.
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

package io.rotadesk.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * What somebody reports may meet a timer of the same process: a caller hangs up at the very moment when the ring moves on.
 * One of the two has to give way; a report does, and is then simply done again.
 */
@Component
public class Collisions {

    private static final Logger log = LoggerFactory.getLogger(Collisions.class);
    private static final int ATTEMPTS = 4;

    /** @param work one whole transaction; never called within another */
    public <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Met something else at the same moment, and is done again: {}", e.getMessage());
            }
        }
    }
}

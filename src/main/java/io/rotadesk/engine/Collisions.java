package io.rotadesk.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Retries reports that collide with a timer of the same process: a caller hangs up at the very moment when the ring
 * moves on. One of the two must give way. The report does, and is simply repeated.
 */
@Component
public class Collisions {

    private static final Logger log = LoggerFactory.getLogger(Collisions.class);
    private static final int ATTEMPTS = 4;

    /** @param work one whole transaction; do not call this within another one */
    public <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Collided with another transaction, and is repeated: {}", e.getMessage());
            }
        }
    }
}

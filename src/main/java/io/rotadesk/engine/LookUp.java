package io.rotadesk.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks values of forms up so that one that fails does not cost the others. Nearly always all succeed, and then nothing is
 * spent on it. If one fails, the work is done again from the beginning, with each look-up behind a savepoint.
 */
@Component
class LookUp {

    private static final Logger log = LoggerFactory.getLogger(LookUp.class);

    /** Looks up one value, which is {@link Missing} if it cannot be had. */
    interface Way {

        /** @param what the name of the value, for the log */
        Object value(String what, Supplier<Object> value);
    }

    /** A value that could not be looked up, and a sentence for the person that says so. */
    record Missing(String sentence) {}

    /** Ends the work at the first value that fails. */
    private static class FailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FailedException(String what, RuntimeException cause) {
            super(what, cause);
        }
    }

    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final EngineWording messages;

    LookUp(ObjectProvider<PlatformTransactionManager> transactions, EngineWording messages) {
        this.transactions = transactions;
        this.messages = messages;
    }

    /** @param work looks values up in the given way; it is done twice if one of them fails, and then in a new transaction */
    <T> T in(Function<Way, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // A failure would spoil the caller's transaction.
            return work.apply(this::behindSavepoint);
        }
        try {
            return work.apply(LookUp::directly);
        } catch (FailedException e) {
            log.debug("Looked up again", e);
            return work.apply(this::behindSavepoint);
        }
    }

    private static Object directly(String what, Supplier<Object> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            throw new FailedException(what, e);
        }
    }

    private Object behindSavepoint(String what, Supplier<Object> value) {
        TransactionTemplate nested = new TransactionTemplate(transactions.getObject());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested.execute(status -> {
            try {
                return value.get();
            } catch (RuntimeException e) {
                status.setRollbackOnly();
                return missing(what, e);
            }
        });
    }

    private Missing missing(String what, RuntimeException e) {
        RefusedException refused = Thrown.in(e, RefusedException.class);
        if (refused != null) {
            log.warn("The form's value {} is refused: {}", what, refused.getMessage());
            return new Missing(refused.getMessage());
        }
        log.error("The form's value {} cannot be looked up", what, e);
        return new Missing(messages.get("form.missing"));
    }
}

package io.rotadesk.platform.lookup;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read in the running transaction, so that it is read once. Who locks a row to read it anew, or changes it, says
 * so here. Outside of a transaction nothing is kept.
 *
 * @param <K> the key of a row
 * @param <V> the row
 */
public final class OncePerTransaction<K, V> {

    /** @return what is known or, if nothing is, what {@code reading} finds */
    public Optional<V> get(K key, Supplier<Optional<V>> reading) {
        V known = known().get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<V> read = reading.get();
        read.ifPresent(row -> put(key, row));
        return read;
    }

    public void put(K key, V row) {
        known().put(key, row);
    }

    public void forget(K key) {
        known().remove(key);
    }

    /** For a change on which more than one row hangs. */
    public void forgetAll() {
        known().clear();
    }

    @SuppressWarnings("unchecked")
    private Map<K, V> known() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        var known = (Map<K, V>) TransactionSynchronizationManager.getResource(this);
        if (known == null) {
            known = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, known);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        return known;
    }

    /** A transaction that interrupts this one begins with nothing known, and so does this one after it. */
    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }

        /** What was changed since the savepoint is as it was. */
        @Override
        public void savepointRollback(Object savepoint) {
            forgetAll();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }
    }
}

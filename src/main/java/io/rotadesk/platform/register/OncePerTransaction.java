package io.rotadesk.platform.register;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the rows read in the running transaction, so that each is read once. Code that locks, re-reads or changes a row
 * must tell this cache. Outside a transaction nothing is kept.
 *
 * @param <K> the key of a row
 * @param <V> the row
 */
public final class OncePerTransaction<K, V> {

    /** @return the row that is known, or else the one that {@code reading} finds */
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

    /** Forgets all rows; for a change that concerns more than one. */
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

    /** A transaction that interrupts this one starts with an empty cache, and so does this one after it. */
    private final class Forgetting implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OncePerTransaction.this);
        }

        /** Changes since the savepoint were undone. */
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

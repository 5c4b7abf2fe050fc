package io.rotadesk.platform.register;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that are kept in memory until a node says that one of them has changed; then all are forgotten. A transaction
 * that changes rows reads for itself from then on, and until it has ended nothing is kept on its node, so a change that
 * is rolled back is never seen. Other nodes hear of a change with its commit.
 *
 * <p>It relies on each statement seeing what was committed before it: no transaction here has another isolation.
 *
 * @param <K> the key of a row
 * @param <V> the row: immutable
 */
public final class Kept<K, V> {

    private static final int MOST = 20_000;

    private final String name;
    private final Keeping keeping;
    private final Map<K, V> rows = new ConcurrentHashMap<>();
    private long forgotten;
    private volatile int underChange;

    Kept(String name, Keeping keeping) {
        this.name = name;
        this.keeping = keeping;
    }

    /**
     * @param key null for no row
     * @return the row that is kept, or else the one that {@code reading} finds
     */
    public Optional<V> get(K key, Supplier<Optional<V>> reading) {
        if (key == null) {
            return Optional.empty();
        }
        if (isOff()) {
            return reading.get();
        }
        V known = rows.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        long before = timesForgotten();
        Optional<V> read = reading.get();
        read.ifPresent(row -> keep(key, row, before));
        return read;
    }

    /** The rows of this transaction have changed, or are going to. Without a transaction: they have changed. */
    public void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            keeping.tell(name);
        } else if (begin().isToTell()) {
            keeping.tell(name);
        }
    }

    /** This transaction reads for itself from here on, for instance because it has just locked a row. */
    public void readAnew() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            begin();
        }
    }

    synchronized void forget() {
        forgotten++;
        rows.clear();
    }

    private synchronized long timesForgotten() {
        return forgotten;
    }

    private synchronized void keep(K key, V row, long timesForgotten) {
        if (timesForgotten == forgotten && !isOff()) {
            if (rows.size() >= MOST) {
                rows.clear();
            }
            rows.put(key, row);
        }
    }

    private boolean isOff() {
        return underChange > 0 || !keeping.isListening() || ofThisTransaction() != null;
    }

    private Object ofThisTransaction() {
        return TransactionSynchronizationManager.getResource(this);
    }

    private OwnRows begin() {
        if (ofThisTransaction() instanceof OwnRows known) {
            return known;
        }
        OwnRows own = new OwnRows(this);
        TransactionSynchronizationManager.bindResource(this, own);
        TransactionSynchronizationManager.registerSynchronization(own);
        return own;
    }

    private synchronized void count(int more) {
        underChange += more;
        forgotten++;
        rows.clear();
    }

    /** Marks a transaction that reads for itself; one that interrupts it may use what is kept. */
    private static final class OwnRows implements TransactionSynchronization {

        private final Kept<?, ?> rows;
        private boolean changes;
        private boolean told;

        OwnRows(Kept<?, ?> rows) {
            this.rows = rows;
        }

        /** Once a transaction, since all rows are forgotten anyway. */
        boolean isToTell() {
            if (!changes) {
                changes = true;
                rows.count(1);
            }
            boolean first = !told;
            told = true;
            return first;
        }

        /** The message may have been undone with the changes. */
        @Override
        public void savepointRollback(Object savepoint) {
            told = false;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(rows);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(rows, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(rows);
            if (changes) {
                rows.count(-1);
            }
        }
    }
}

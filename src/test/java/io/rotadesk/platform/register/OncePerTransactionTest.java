package io.rotadesk.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@RotaDeskTest
class OncePerTransactionTest {

    @Autowired
    PlatformTransactionManager transactions;

    private final AtomicInteger reads = new AtomicInteger();
    private final OncePerTransaction<String, Integer> rows = new OncePerTransaction<>();
    private TransactionTemplate transaction;
    private TransactionTemplate newTransaction;

    @BeforeEach
    void templates() {
        transaction = new TransactionTemplate(transactions);
        newTransaction = new TransactionTemplate(transactions);
        newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void readsOnceInATransactionAndAgainInTheNext() {
        transaction.executeWithoutResult(status -> {
            assertThat(row()).isEqualTo(1);
            assertThat(row()).isEqualTo(1);
        });
        transaction.executeWithoutResult(status -> assertThat(row()).isEqualTo(2));
    }

    @Test
    void keepsNothingWithoutATransaction() {
        assertThat(row()).isEqualTo(1);
        assertThat(row()).isEqualTo(2);
    }

    @Test
    void aRolledBackTransactionLeavesNothing() {
        transaction.executeWithoutResult(status -> {
            rows.put("row", 99);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(row()).isEqualTo(1));
    }

    @Test
    void rowsRolledBackToASavepointAreReadAgain() {
        transaction.executeWithoutResult(outer -> {
            TransactionTemplate behindSavepoint = new TransactionTemplate(transactions);
            behindSavepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            behindSavepoint.executeWithoutResult(inner -> {
                rows.put("row", 99);
                inner.setRollbackOnly();
            });
            assertThat(row()).isEqualTo(1);
        });
    }

    @Test
    void aTransactionInBetweenReadsForItself() {
        transaction.executeWithoutResult(outer -> {
            rows.put("row", 99);
            newTransaction.executeWithoutResult(inner -> assertThat(row()).isEqualTo(1));
            assertThat(row()).as("read again, rather than mixed up").isEqualTo(2);
        });
        assertThat(row()).as("nothing stays with the thread").isEqualTo(3);
    }

    @Test
    void forgottenRowsAreReadAgain() {
        transaction.executeWithoutResult(status -> {
            row();
            rows.forget("row");
            assertThat(row()).isEqualTo(2);
        });
    }

    private int row() {
        return rows.get("row", () -> Optional.of(reads.incrementAndGet())).orElseThrow();
    }
}

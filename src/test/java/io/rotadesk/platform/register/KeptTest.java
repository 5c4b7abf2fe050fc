package io.rotadesk.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsLost;
import io.rotadesk.platform.news.NewsResumed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that are kept until somebody says that they have changed. */
@RotaDeskTest
class KeptTest {

    @Autowired
    News news;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    ConfigurableApplicationContext application;

    Keeping keeping;
    Kept<String, String> rows;
    TransactionTemplate transaction;
    String stored = "old";
    int readings;

    @BeforeEach
    void listen() {
        keeping = new Keeping(news);
        rows = keeping.rows("test");
        keeping.listen(new NewsResumed());
        transaction = new TransactionTemplate(manager);
    }

    @Test
    void rowIsReadOnce() {
        assertThat(read()).isEqualTo("old");
        assertThat(read()).isEqualTo("old");
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void rowThatIsMissingIsLookedForEachTime() {
        stored = null;
        assertThat(read()).isNull();
        stored = "new";
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void changeIsSeenAtOnceByItsTransactionAndThenByAll() {
        read();
        transaction.executeWithoutResult(status -> {
            stored = "new";
            rows.changed();
            assertThat(read()).isEqualTo("new");
        });
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void changeThatIsRolledBackIsNotKept() {
        transaction.executeWithoutResult(status -> {
            stored = "new";
            rows.changed();
            read();
            status.setRollbackOnly();
            stored = "old";
        });
        assertThat(read()).isEqualTo("old");
    }

    @Test
    void whileARowIsBeingChangedOthersReadForThemselvesAndKeepNothing() {
        transaction.executeWithoutResult(status -> {
            rows.changed();
            for (int time = 0; time < 2; time++) {
                CompletableFuture.runAsync(() -> assertThat(read()).isEqualTo("old"))
                        .join();
            }
            assertThat(readings).as("read each time").isEqualTo(2);
            stored = "new";
        });
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void aChangeIsToldWithItsCommitAndOnlyThen() {
        List<String> heard = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<NewsHeard>> listener = event -> {
            if (event.getPayload().isAbout(Keeping.TOPIC)
                    && event.getPayload().text().equals("test")) {
                heard.add(event.getPayload().text());
            }
        };
        application.addApplicationListener(listener);
        try {
            transaction.executeWithoutResult(status -> {
                rows.changed();
                status.setRollbackOnly();
            });
            TransactionTemplate part = new TransactionTemplate(manager);
            part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            transaction.executeWithoutResult(status -> {
                part.executeWithoutResult(undone -> {
                    rows.changed();
                    undone.setRollbackOnly();
                });
                rows.changed();
                rows.changed();
            });
            Awaitility.await().until(() -> !heard.isEmpty());
            transaction.executeWithoutResult(status -> rows.changed());
            Awaitility.await().until(() -> heard.size() > 1);
            assertThat(heard)
                    .as("not what was rolled back, and once a transaction")
                    .hasSize(2);
        } finally {
            application.removeApplicationListener(listener);
        }
    }

    @Test
    void noRowHasNoKey() {
        assertThat(rows.get(null, () -> Optional.of("somebody's"))).isEmpty();
    }

    @Test
    void transactionWithinAChangingOneKeepsNothingEither() {
        TransactionTemplate inner = new TransactionTemplate(manager);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            rows.changed();
            inner.executeWithoutResult(within -> read());
            stored = "new";
            assertThat(read()).isEqualTo("new");
        });
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void rowThatWasReadBeforeAChangeAndArrivesAfterItIsNotKept() {
        Optional<String> late = rows.get("key", () -> {
            keeping.heard(new NewsHeard(Keeping.TOPIC, "test"));
            return Optional.of("old");
        });
        assertThat(late).contains("old");
        stored = "new";
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void changeOnAnotherNodeIsSeenWhenItIsTold() {
        read();
        stored = "new";
        keeping.heard(new NewsHeard(Keeping.TOPIC, "another"));
        assertThat(read()).isEqualTo("old");
        keeping.heard(new NewsHeard(Keeping.TOPIC, "test"));
        assertThat(read()).isEqualTo("new");
    }

    @Test
    void nothingIsKeptWhileNoNewsIsHeard() {
        read();
        keeping.stop(new NewsLost());
        stored = "new";
        assertThat(read()).isEqualTo("new");
        stored = "newer";
        keeping.listen(new NewsResumed());
        assertThat(read()).isEqualTo("newer");
        assertThat(readings).isEqualTo(3);
    }

    @Test
    void aTransactionThatHasLockedARowReadsItAgain() {
        read();
        stored = "new";
        transaction.executeWithoutResult(status -> {
            assertThat(read()).isEqualTo("old");
            rows.readAnew();
            assertThat(read()).isEqualTo("new");
        });
        assertThat(read()).as("nobody has said that it changed").isEqualTo("old");
    }

    private String read() {
        return rows.get("key", () -> {
                    readings++;
                    return Optional.ofNullable(stored);
                })
                .orElse(null);
    }
}

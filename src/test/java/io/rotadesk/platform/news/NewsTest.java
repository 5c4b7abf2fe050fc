package io.rotadesk.platform.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RotaDeskTest
class NewsTest {

    private static final String TOPIC = "news-test";

    @Autowired
    News news;

    @Autowired
    NewsRecorder recorder;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nothingHeardYet() {
        recorder.forget();
    }

    @Test
    void newsGoesOutWhenTheTransactionCommits() {
        transaction.executeWithoutResult(status -> {
            news.tell(TOPIC, "inside");
            news.tell(TOPIC, "inside");
            tellAndWaitFor("meanwhile");
            assertThat(recorder.heard(TOPIC)).containsExactly("meanwhile");
        });

        tellAndWaitFor("afterwards");
        assertThat(recorder.heard(TOPIC)).as("once").containsExactly("meanwhile", "inside", "afterwards");
    }

    @Test
    void nothingIsSentOfARolledBackTransaction() {
        transaction.executeWithoutResult(status -> {
            news.tell(TOPIC, "undone");
            status.setRollbackOnly();
        });

        tellAndWaitFor("afterwards");
        assertThat(recorder.heard(TOPIC)).containsExactly("afterwards");
    }

    @Test
    void newsOfAnotherNodeIsHeardHere() {
        database.sql("select pg_notify(:channel, :message)")
                .param("channel", News.CHANNEL)
                .param("message", TOPIC + " from another node")
                .query()
                .listOfRows();

        waitFor("from another node");
    }

    /** On another thread, outside the transaction of this one. */
    private void tellAndWaitFor(String text) {
        Thread other = new Thread(() -> news.tell(TOPIC, text));
        other.start();
        waitFor(text);
    }

    private void waitFor(String text) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> recorder.heard(TOPIC).contains(text));
    }
}

package io.rotadesk.platform.news;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends news to all nodes. It goes out after the commit and beside it: a NOTIFY within the transaction would make all
 * commits of the database wait for each other. News that comes fast is sent together; a repeated message is sent once.
 */
@Component
public class News implements DisposableBean {

    static final String CHANNEL = "rotadesk_news";

    private static final Logger log = LoggerFactory.getLogger(News.class);
    /** The first message goes at once; what follows within this time goes together. */
    private static final long GATHER_MILLIS = 50;

    private final JdbcClient jdbc;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final ExecutorService teller = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "news-teller");
        thread.setDaemon(true);
        return thread;
    });

    News(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Tells all nodes, once the transaction that is under way has committed, or at once when there is none. It may be
     * lost when a node stops or the database is away, so listeners must cope without it for a while.
     *
     * @param topic one word
     * @param text short: a few ids, nothing personal
     */
    public void tell(String topic, String text) {
        String message = topic + " " + text;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            ofThisTransaction().messages.add(message);
        } else {
            enqueue(Set.of(message));
        }
    }

    /**
     * Tells all nodes with the commit of the transaction that is under way, or at once when there is none. It comes with
     * the change or not at all, but all commits that tell something in this way wait for each other: it is for
     * changes that are rare.
     *
     * @param topic one word
     * @param text short: a few ids, nothing personal
     */
    public void tellWithCommit(String topic, String text) {
        jdbc.sql("select pg_notify(?, ?)")
                .param(CHANNEL)
                .param(topic + " " + text)
                .query()
                .listOfRows();
    }

    private AfterCommit ofThisTransaction() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof AfterCommit known) {
                return known;
            }
        }
        AfterCommit first = new AfterCommit();
        TransactionSynchronizationManager.registerSynchronization(first);
        return first;
    }

    private class AfterCommit implements TransactionSynchronization {

        private final Set<String> messages = new LinkedHashSet<>();

        @Override
        public void afterCommit() {
            enqueue(messages);
        }
    }

    private void enqueue(Set<String> messages) {
        synchronized (waiting) {
            boolean underWay = !waiting.isEmpty();
            waiting.addAll(messages);
            if (underWay) {
                return;
            }
        }
        try {
            teller.execute(this::send);
        } catch (RejectedExecutionException e) {
            log.debug("Not sent, since the application stops: {}", messages);
        }
    }

    private void send() {
        List<String> messages;
        synchronized (waiting) {
            messages = List.copyOf(waiting);
            waiting.clear();
        }
        try {
            // Nothing is written that could be lost, so the commit need not wait for the disk, as a notification
            // otherwise does.
            jdbc.sql("""
                            with quick as materialized (select set_config('synchronous_commit', 'off', true))
                            select pg_notify(:channel, message) from quick, unnest(cast(:messages as text[])) as message
                            """)
                    .param("channel", CHANNEL)
                    .param("messages", messages.toArray(String[]::new))
                    .query()
                    .listOfRows();
            Thread.sleep(GATHER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("News could not be sent: {}: {}", messages, e.getMessage());
        }
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }
}

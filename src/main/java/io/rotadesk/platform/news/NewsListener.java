package io.rotadesk.platform.news;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears the news of all nodes over a connection of its own, and publishes it on this node. */
@Component
class NewsListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NewsListener.class);
    private static final int WAIT_MILLIS = 2_000;
    private static final int RETRY_MILLIS = 3_000;
    /**
     * A connection that only listens does not notice that the other end is gone, so it sends something from time to
     * time.
     */
    private static final int POLLS_PER_SIGN_OF_LIFE = 5;

    private final DataSource database;
    private final ApplicationEventPublisher events;
    private volatile Thread thread;

    NewsListener(DataSource database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public void start() {
        thread = new Thread(this::listen, "news-listener");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (thread == Thread.currentThread()) {
            try (Connection connection = database.getConnection()) {
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                // Also when it is no trouble of the database: what is kept in memory relies on being told.
                publish(new NewsLost());
                if (thread == Thread.currentThread()) {
                    log.warn("Screens are not told of changes at the moment: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + News.CHANNEL);
            publish(new NewsResumed());
            PGConnection messages = connection.unwrap(PGConnection.class);
            for (int poll = 1; thread == Thread.currentThread(); poll++) {
                if (poll % POLLS_PER_SIGN_OF_LIFE == 0) {
                    statement.execute("select 1");
                }
                PGNotification[] heard = messages.getNotifications(WAIT_MILLIS);
                if (heard != null) {
                    for (PGNotification one : heard) {
                        String[] parts = one.getParameter().split(" ", 2);
                        publish(new NewsHeard(parts[0], parts[1]));
                    }
                }
            }
            publish(new NewsLost());
            statement.execute("unlisten *");
        }
    }

    private void publish(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            log.error("A listener failed at {}", event, e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    /** The thread ends within {@value #WAIT_MILLIS} ms by itself; nothing waits for it. */
    @Override
    public void stop() {
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

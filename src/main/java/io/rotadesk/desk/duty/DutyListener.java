package io.rotadesk.desk.duty;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears, on a connection of its own, which units' boards have changed, whichever node changed them. */
@Component
class DutyListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DutyListener.class);
    private static final int WAIT_MILLIS = 2_000;
    private static final int RETRY_MILLIS = 3_000;

    private final DataSource database;
    private final DutyStreams streams;
    private volatile Thread thread;

    DutyListener(DataSource database, DutyStreams streams) {
        this.database = database;
        this.streams = streams;
    }

    @Override
    public void start() {
        thread = new Thread(this::listen, "duty-listener");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (thread == Thread.currentThread()) {
            try (Connection connection = database.getConnection()) {
                hear(connection);
            } catch (SQLException e) {
                if (thread == Thread.currentThread()) {
                    log.warn("The duty boards do not refresh by themselves at the moment: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + DutyNews.CHANNEL);
            streams.allChanged();
            PGConnection messages = connection.unwrap(PGConnection.class);
            while (thread == Thread.currentThread()) {
                PGNotification[] heard = messages.getNotifications(WAIT_MILLIS);
                if (heard != null) {
                    for (PGNotification one : heard) {
                        streams.changed(one.getParameter());
                    }
                }
            }
            statement.execute("unlisten *");
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

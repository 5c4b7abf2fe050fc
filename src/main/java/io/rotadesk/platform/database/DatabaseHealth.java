package io.rotadesk.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether the database answers. It answers in time, since a monitor waits less long than a request may. While
 * one check is under way, no second one is started.
 */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator, DisposableBean {

    private static final long DEADLINE_MILLIS = 700;
    private static final int VALID_SECONDS = 1;

    private final DataSource database;
    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "database-health");
        thread.setDaemon(true);
        return thread;
    });
    private Future<Boolean> underWay;

    DatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            return question().get(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)
                    ? Health.up().build()
                    : Health.down().build();
        } catch (TimeoutException | ExecutionException e) {
            return Health.down().build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }

    private synchronized Future<Boolean> question() {
        if (underWay == null || underWay.isDone()) {
            underWay = asking.submit(this::answers);
        }
        return underWay;
    }

    private boolean answers() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(VALID_SECONDS);
        }
    }

    @Override
    public void destroy() {
        asking.shutdownNow();
    }
}

package io.rotadesk.desk.duty;

import io.rotadesk.roster.Agent;
import io.rotadesk.roster.Agents;
import io.rotadesk.roster.DutyChanged;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells all nodes, through PostgreSQL, that a unit's board has changed. It does so after the commit and beside it: a NOTIFY
 * inside the transaction of an offer would make all commits wait for each other.
 */
@Component
class DutyNews implements DisposableBean {

    static final String CHANNEL = "rotadesk_duty";

    private static final Logger log = LoggerFactory.getLogger(DutyNews.class);
    /** What happens within it makes one message. */
    private static final long GATHER_MILLIS = 100;

    private final Agents agents;
    private final JdbcClient jdbc;
    private final Set<DutyChanged> pending = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "duty-news");
        thread.setDaemon(true);
        return thread;
    });

    DutyNews(Agents agents, JdbcClient jdbc) {
        this.agents = agents;
        this.jdbc = jdbc;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(DutyChanged change) {
        if (pending.add(change) && !teller.isShutdown()) {
            teller.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        Set<String> units = new TreeSet<>();
        for (DutyChanged change : pending) {
            pending.remove(change);
            if (change.unitId() != null) {
                units.add(change.unitId());
            } else {
                agents.find(change.login()).map(Agent::unitId).ifPresent(units::add);
            }
        }
        if (units.isEmpty()) {
            return;
        }
        try {
            jdbc.sql("select pg_notify(:channel, unit) from unnest(cast(:units as text[])) as unit")
                    .param("channel", CHANNEL)
                    .param("units", units.toArray(String[]::new))
                    .query()
                    .listOfRows();
        } catch (RuntimeException e) {
            log.warn("The duty boards of {} were not told of a change: {}", units, e.getMessage());
        }
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }
}

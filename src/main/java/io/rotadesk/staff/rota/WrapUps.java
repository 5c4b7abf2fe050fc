package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.unit.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends wrap-up times. A row whose time is over counts for nothing by itself; taking it away tells waiting lines and
 * boards, once, on whichever node comes first.
 */
@Component
public class WrapUps {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WrapUps(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** The agent is ready for the next contact before their wrap-up time is over. */
    @Transactional
    public void ready(String login) {
        if (jdbc.sql("delete from wrap_up where login = ?").param(login).update() > 0) {
            events.publishEvent(DutyChanged.of(login));
        }
    }

    /** Ends all wrap-up times that are over. */
    @Transactional
    public void endThoseThatAreOver() {
        List<String> ready = jdbc.sql("delete from wrap_up where until <= ? returning login")
                .param(Rows.time(clock.instant()))
                .query(String.class)
                .list();
        ready.forEach(login -> events.publishEvent(DutyChanged.of(login)));
    }

    /** The ends of all wrap-up times, on all nodes. */
    List<Instant> ends() {
        return jdbc.sql("select until from wrap_up order by until")
                .query((row, nr) -> Rows.instant(row, "until"))
                .list();
    }
}

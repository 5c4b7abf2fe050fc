package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.unit.Rows;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps agents free around the time at which somebody comes to them. {@link Availability} reads the rows. */
@Component
class Bookings {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Bookings(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Books the agent; another booking of the same contact ends. */
    void book(Contact contact, String login, Instant from, Instant until) {
        end(contact);
        jdbc.sql("""
                        insert into booking (contact_kind, contact_id, login, from_at, until_at)
                        values (:kind, :id, :login, :from, :until)
                        on conflict (contact_kind, contact_id) do update
                          set login = excluded.login, from_at = excluded.from_at, until_at = excluded.until_at
                        """)
                .param("kind", contact.kind().code())
                .param("id", contact.id())
                .param("login", login)
                .param("from", Rows.time(from))
                .param("until", Rows.time(until))
                .update();
        events.publishEvent(DutyChanged.of(login));
    }

    void end(Contact contact) {
        jdbc.sql("delete from booking where contact_kind = ? and contact_id = ? returning login")
                .param(contact.kind().code())
                .param(contact.id())
                .query(String.class)
                .list()
                .forEach(login -> events.publishEvent(DutyChanged.of(login)));
    }
}

package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Follows a turn once it is offered. The engagement's row decides: the first change of it wins, so everything happens
 * once, however often it is reported.
 */
@Component
class Engagements {

    private static final String MINE = "login = :login and contact_kind = :contactKind and contact_id = :contactId";

    private static final String TAKE =
            "with done as (update engagement set taken = true where " + MINE + " returning login)";

    private static final String MISS =
            "with done as (delete from engagement where not taken and " + MINE + " returning login)";

    // It also ends the wrap-up after this contact: what had to be written down is written.
    private static final String FINISH =
            "with over as (delete from wrap_up where " + MINE + " returning login), ended as "
                    + "(delete from engagement where " + MINE + " returning login), "
                    + "done as (select login from ended union select login from over)";

    private static final String WRAP_UP =
            "with done as (delete from engagement where " + MINE + " returning login), " + """
            wrapping as (
              insert into wrap_up (login, contact_kind, contact_id, until)
              select :login, :contactKind, :contactId, :until from done
              on conflict (login) do update set
                contact_kind = excluded.contact_kind, contact_id = excluded.contact_id, until = excluded.until
            )""";

    // The agent's latest ledger row about the contact; later rows carry its number.
    private static final String NOTE = """
            , stake as (
              select decision, unit_id, queue, day, version, cause from turn_ledger
              where contact_id = :contactId and contact_kind = :contactKind and login = :login
                and kind in ('OFFERED', 'MADE_UP', 'TAKEN')
              order by id desc limit 1
            ), noted as (
              insert into turn_ledger (decision, unit_id, queue, day, version, kind, cause, reason, login,
                                       contact_kind, contact_id, at)
              select decision, unit_id, queue, day, version, :kind, cause, :reason, :login, :contactKind, :contactId, :at
              from stake where exists (select from done)
              on conflict do nothing
            )
            select count(*) from done
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Engagements(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** @return whether the contact is theirs */
    boolean taken(Contact contact, String login) {
        return done(TAKE, contact, login, LedgerEntry.Kind.TAKEN, null);
    }

    /** @return false if it was taken, or was not theirs any more */
    boolean missed(Contact contact, String login, TurnReason why) {
        return done(MISS, contact, login, LedgerEntry.Kind.MISSED, why);
    }

    void finished(Contact contact, String login) {
        done(FINISH, contact, login, LedgerEntry.Kind.FINISHED, null);
    }

    /** The contact is over, and the agent has so much time for writing it down. */
    void wrapsUp(Contact contact, String login, Duration time) {
        Instant until = clock.instant().plus(time);
        if (done(WRAP_UP, contact, login, LedgerEntry.Kind.FINISHED, null, until)) {
            events.publishEvent(new WrapUpBegun(until));
        }
    }

    /** Everyone who has the contact now. */
    List<String> of(Contact contact) {
        return jdbc.sql("select login from engagement where contact_id = ? and contact_kind = ? order by since, login")
                .param(contact.id())
                .param(contact.kind().code())
                .query(String.class)
                .list();
    }

    /** @return the units of these agents, each once */
    List<String> unitsOf(Collection<String> logins) {
        return jdbc.sql("select distinct unit_id from agent where login = any (?) order by unit_id")
                .param(logins.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** All contacts of this kind that somebody is engaged with, in all units. */
    List<Contact> with(Contact.Kind kind) {
        return jdbc
                .sql("select distinct contact_id from engagement where contact_kind = ?")
                .param(kind.code())
                .query(String.class)
                .list()
                .stream()
                .map(id -> new Contact(kind, id))
                .toList();
    }

    boolean isEngaged(String login) {
        return jdbc.sql("select exists (select from engagement where login = ?)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    boolean isEngaged(String login, Collection<String> contactIds) {
        return jdbc.sql("select exists (select from engagement where login = ? and contact_id = any (?))")
                .param(login)
                .param(contactIds.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private boolean done(String what, Contact contact, String login, LedgerEntry.Kind kind, TurnReason why) {
        return done(what, contact, login, kind, why, clock.instant());
    }

    private boolean done(
            String what, Contact contact, String login, LedgerEntry.Kind kind, TurnReason why, Instant until) {
        StatementSpec statement = jdbc.sql(what + NOTE)
                .param("contactId", contact.id())
                .param("contactKind", contact.kind().code())
                .param("login", login)
                .param("kind", kind.name())
                .param("reason", why == null ? null : why.name())
                .param("until", Rows.time(until))
                .param("at", Rows.time(clock.instant()));
        boolean done = statement.query(Integer.class).single() > 0;
        if (done) {
            events.publishEvent(DutyChanged.of(login));
        }
        return done;
    }
}

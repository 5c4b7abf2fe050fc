package io.rotadesk.roster;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What becomes of a turn once it is offered. Everything here happens once, however often it is told. */
@Component
class Engagements {

    // The latest that the agent had to do with the contact; later rows carry its number.
    private static final String STAKE =
            """
            with stake as (
              select decision, unit_id, queue, day, version, cause from turn_ledger
              where contact_id = :contactId and contact_kind = :contactKind and login = :login
                and kind in ('OFFERED', 'MADE_UP', 'TAKEN')
              order by id desc limit 1
            )
            """;

    private static final String NOTE =
            """
            insert into turn_ledger (decision, unit_id, queue, day, version, kind, cause, reason, login,
                                     contact_kind, contact_id, at)
            select decision, unit_id, queue, day, version, :kind, cause, :reason, :login, :contactKind, :contactId, :at
            from stake where not exists (
              select from turn_ledger t where t.decision = stake.decision and t.login = :login and t.kind = any (:unless))
            on conflict do nothing
            """;

    private static final String RELEASE =
            """
            , released as (
              delete from engagement
              where login = :login and contact_kind = :contactKind and contact_id = :contactId
            """;

    private static final String UNLESS_TAKEN =
            """
            and not exists (select from turn_ledger t join stake on t.decision = stake.decision
                            where t.login = :login and t.kind = 'TAKEN')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Engagements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean taken(Contact contact, String login) {
        int noted = note(STAKE + NOTE, contact, login, LedgerEntry.Kind.TAKEN, null, "MISSED", "FINISHED")
                .update();
        return noted > 0 || engagedIn(contact, login);
    }

    /** @return whether it was not known yet */
    boolean missed(Contact contact, String login, TurnReason why) {
        return note(
                                STAKE + RELEASE + UNLESS_TAKEN + ")" + NOTE,
                                contact,
                                login,
                                LedgerEntry.Kind.MISSED,
                                why,
                                "TAKEN",
                                "FINISHED")
                        .update()
                > 0;
    }

    void finished(Contact contact, String login) {
        note(STAKE + RELEASE + ")" + NOTE, contact, login, LedgerEntry.Kind.FINISHED, null, "MISSED")
                .update();
    }

    /** Everyone who has the contact now. */
    List<String> of(Contact contact) {
        return jdbc.sql(
                        """
                        select login from engagement where contact_id = ? and contact_kind = ? order by since
                        """)
                .param(contact.id())
                .param(contact.kind().name())
                .query(String.class)
                .list();
    }

    private boolean engagedIn(Contact contact, String login) {
        return of(contact).contains(login);
    }

    private StatementSpec note(
            String sql, Contact contact, String login, LedgerEntry.Kind kind, TurnReason why, String... unless) {
        return jdbc.sql(sql)
                .param("contactId", contact.id())
                .param("contactKind", contact.kind().name())
                .param("login", login)
                .param("kind", kind.name())
                .param("reason", why == null ? null : why.name())
                .param("unless", unless)
                .param("at", Rows.time(clock.instant()));
    }
}

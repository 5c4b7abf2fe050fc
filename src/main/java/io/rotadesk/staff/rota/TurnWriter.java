package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes a decision down: the agent's engagement, the queue's row and the ledger, in one statement. */
@Component
class TurnWriter {

    /** One ledger row that is to be written. */
    private record Line(Kind kind, TurnCause cause, String login, TurnReason reason, boolean owed) {}

    private static final String LINES = """
            insert into turn_ledger (decision, unit_id, queue, day, version, kind, cause, reason, owed, login,
                                     contact_kind, contact_id, at)
            select n, :unitId, :queue, :day, :version, l.kind, l.cause, l.reason, l.owed, l.login,
                   :contactKind, :contactId, :at
            from decision, unnest(cast(:kinds as text[]), cast(:causes as text[]), cast(:reasons as text[]),
                                  cast(:owed as boolean[]), cast(:logins as text[]))
                   with ordinality as l (kind, cause, reason, owed, login, nr)
            order by l.nr
            """;

    // The claim comes first: if another transaction has just engaged the agent, nothing is written.
    private static final String TURN = """
            with claim as (
              insert into engagement (login, contact_kind, contact_id, since, beside, taken)
              values (:login, :contactKind, :contactId, :at, :beside, :taken)
              on conflict do nothing
              returning login
            ), decision as (
              select nextval('turn_decision') as n from claim
            ), moved as (
              update rota_state set next_login = :next, owed = :owedLogins, ahead = :ahead
              where :moves and unit_id = :unitId and day = :day and queue = :queue and exists (select from claim)
            ), lines as (
            """ + LINES + ") select n from decision";

    private static final String NOBODY = "with decision as (select nextval('turn_decision') as n) " + LINES;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TurnWriter(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param beside whether the agent may take the contact although they already have another
     * @return empty if another transaction has just engaged the agent; nothing was written then
     */
    Optional<Turn> turn(QueueOfDay queueOfDay, int version, Contact contact, Decision decision, boolean beside) {
        Instant now = clock.instant();
        List<Line> lines = passedOver(decision);
        if (decision.cause() != TurnCause.TAKEN_OVER) {
            Kind kind = decision.makeUp() ? Kind.MADE_UP : Kind.OFFERED;
            lines.add(new Line(kind, decision.cause(), decision.login(), decision.charge(), false));
        }
        boolean taken = decision.cause() == TurnCause.TAKEN_OVER || decision.cause() == TurnCause.LOGGED;
        if (taken) {
            lines.add(new Line(Kind.TAKEN, decision.cause(), decision.login(), null, false));
        }
        RotaState after = decision.after();
        Optional<Turn> turn = write(TURN, queueOfDay, version, contact, lines, now)
                .param("moves", after != null)
                .param("next", after == null ? "" : after.next())
                .param(
                        "owedLogins",
                        after == null ? new String[0] : after.owed().toArray(String[]::new))
                .param("ahead", after == null ? new String[0] : after.ahead().toArray(String[]::new))
                .param("login", decision.login())
                .param("beside", beside)
                .param("taken", taken)
                .query(Long.class)
                .optional()
                .map(number -> new Turn(
                        number,
                        queueOfDay.unitId(),
                        queueOfDay.queue(),
                        contact,
                        decision.login(),
                        decision.cause(),
                        now));
        turn.ifPresent(one -> events.publishEvent(DutyChanged.in(queueOfDay.unitId())));
        return turn;
    }

    /** Records that nobody has the turn, who was asked, and why it failed. */
    void nobody(QueueOfDay queueOfDay, int version, Contact contact, Decision decision, TurnReason why) {
        List<Line> lines = passedOver(decision);
        lines.add(new Line(Kind.NOBODY, decision.cause(), null, why, false));
        write(NOBODY, queueOfDay, version, contact, lines, clock.instant()).update();
    }

    /** Records that the named agent is not free. */
    void notFree(QueueOfDay queueOfDay, Contact contact, TurnCause cause, String login, TurnReason why) {
        List<Line> lines = List.of(new Line(Kind.SKIPPED, cause, login, why, false));
        write(NOBODY, queueOfDay, 0, contact, lines, clock.instant()).update();
    }

    private static List<Line> passedOver(Decision decision) {
        List<Line> lines = new ArrayList<>();
        for (Decision.Passed passed : decision.passedOver()) {
            lines.add(new Line(Kind.SKIPPED, decision.cause(), passed.login(), passed.reason(), passed.owed()));
        }
        return lines;
    }

    private StatementSpec write(
            String sql, QueueOfDay queueOfDay, int version, Contact contact, List<Line> lines, Instant now) {
        return jdbc.sql(sql)
                .params(queueOfDay.params())
                .param("version", version)
                .param("contactKind", contact.kind().code())
                .param("contactId", contact.id())
                .param("at", Rows.time(now))
                .param("kinds", texts(lines, line -> line.kind().name()))
                .param("causes", texts(lines, line -> line.cause().name()))
                .param(
                        "reasons",
                        texts(
                                lines,
                                line -> line.reason() == null
                                        ? null
                                        : line.reason().name()))
                .param("owed", lines.stream().map(Line::owed).toArray(Boolean[]::new))
                .param("logins", texts(lines, Line::login));
    }

    private static String[] texts(List<Line> lines, Function<Line, String> part) {
        return lines.stream().map(part).toArray(String[]::new);
    }
}

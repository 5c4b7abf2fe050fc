package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.TurnReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record of everything that happened to turns, in order; rows are only ever added. */
@Component
public class TurnLedger {

    private static final String SELECT = """
            select id, decision, unit_id, queue, day, version, kind, cause, reason, owed, login,
                   contact_kind, contact_id, at
            from turn_ledger
            """;

    private final JdbcClient jdbc;
    private final DayReplay replay;

    TurnLedger(JdbcClient jdbc, DayReplay replay) {
        this.jdbc = jdbc;
        this.replay = replay;
    }

    /** All entries about one contact. */
    public List<LedgerEntry> of(Contact contact) {
        return jdbc.sql(SELECT + "where contact_id = ? and contact_kind = ? order by id")
                .param(contact.id())
                .param(contact.kind().code())
                .query(TurnLedger::entry)
                .list();
    }

    /** How often each person has missed each of these contacts. */
    Map<Contact, Map<String, Integer>> misses(Collection<Contact> contacts) {
        Map<Contact, Map<String, Integer>> misses = new HashMap<>();
        jdbc.sql("""
                        select contact_kind, contact_id, login, count(*) as times from turn_ledger
                        where contact_id = any (?) and kind = 'MISSED' group by contact_kind, contact_id, login
                        """)
                .param(contacts.stream().map(Contact::id).toArray(String[]::new))
                .query(row -> {
                    Contact contact =
                            new Contact(Contact.Kind.of(row.getString("contact_kind")), row.getString("contact_id"));
                    misses.computeIfAbsent(contact, one -> new HashMap<>())
                            .put(row.getString("login"), row.getInt("times"));
                });
        return misses;
    }

    /** The logins of those who have said after that instant that they cannot come to this contact. */
    Set<String> cannotCome(Contact contact, Instant after) {
        return Set.copyOf(jdbc.sql("""
                        select distinct login from turn_ledger
                        where contact_id = ? and contact_kind = ? and kind = 'MISSED' and reason = 'CANNOT_COME' and at > ?
                        """)
                .param(contact.id())
                .param(contact.kind().code())
                .param(Rows.time(after))
                .query(String.class)
                .list());
    }

    /** The entry of this agent's latest offer or logging of the contact. */
    Optional<Turn> turn(Contact contact, String login) {
        return of(contact).stream()
                .filter(entry -> login.equals(entry.login()))
                .filter(entry -> entry.kind() == LedgerEntry.Kind.OFFERED || entry.kind() == LedgerEntry.Kind.MADE_UP)
                .reduce((earlier, later) -> later)
                .map(entry -> new Turn(
                        entry.decision(), entry.unitId(), entry.queue(), contact, login, entry.cause(), entry.at()));
    }

    /** @param date in the unit's time zone */
    public List<LedgerEntry> day(String unitId, Queue queue, LocalDate date) {
        return jdbc.sql(SELECT + "where unit_id = ? and queue = ? and day = ? order by id")
                .param(unitId)
                .param(queue.name())
                .param(date)
                .query(TurnLedger::entry)
                .list();
    }

    /** Replays the day from its order and from who was unavailable when; the answers must be the same. */
    @Transactional(readOnly = true)
    public ReplayedDay replay(String unitId, Queue queue, LocalDate date) {
        return replay.of(new QueueOfDay(unitId, queue, date), day(unitId, queue, date));
    }

    private static LedgerEntry entry(ResultSet row, int nr) throws SQLException {
        String reason = row.getString("reason");
        return new LedgerEntry(
                row.getLong("id"),
                row.getLong("decision"),
                row.getString("unit_id"),
                Queue.valueOf(row.getString("queue")),
                row.getObject("day", LocalDate.class),
                row.getInt("version"),
                LedgerEntry.Kind.valueOf(row.getString("kind")),
                TurnCause.valueOf(row.getString("cause")),
                reason == null ? null : TurnReason.valueOf(reason),
                row.getBoolean("owed"),
                row.getString("login"),
                new Contact(Contact.Kind.of(row.getString("contact_kind")), row.getString("contact_id")),
                Rows.instant(row, "at"));
    }
}

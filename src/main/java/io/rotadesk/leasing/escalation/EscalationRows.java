package io.rotadesk.leasing.escalation;

import io.rotadesk.leasing.escalation.Escalation.RelayOutcome;
import io.rotadesk.staff.erasing.FreeTexts;
import io.rotadesk.staff.rota.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the questions to the manager. */
@Repository
class EscalationRows implements FreeTexts {

    private final JdbcClient db;

    EscalationRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * @return false if the same question about the same contact exists; waits for a concurrent transaction that enters
     *     it
     */
    boolean insert(String id, String unitId, String askedBy, Contact contact, String question, Instant at) {
        return db.sql("""
                                insert into escalation
                                    (id, unit_id, kind, asked_by, contact_kind, contact_id, question, asked_at)
                                values (:id, :unit, 'QUESTION', :askedBy, :contactKind, :contactId, :question, :at)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("unit", unitId)
                        .param("askedBy", askedBy)
                        .param(
                                "contactKind",
                                contact == null ? null : contact.kind().code())
                        .param("contactId", contact == null ? null : contact.id())
                        .param("question", question)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<String> same(String unitId, Contact contact, String question) {
        return db.sql("""
                        select id from escalation
                        where unit_id = :unit and contact_kind = :kind and contact_id = :contact
                          and md5(question) = md5(:question)
                        """)
                .param("unit", unitId)
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .param("question", question)
                .query(String.class)
                .optional();
    }

    /** Deletes the texts; the entry itself stays. The id keeps the rows of one contact apart. */
    void erase(Contact contact) {
        db.sql("""
                        update escalation set question = '* ' || id, answer = case when answer is null then null else '*' end
                        where contact_kind = :kind and contact_id = :contact
                        """)
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .update();
    }

    Optional<Escalation> find(String id) {
        return db.sql("select * from escalation where id = :id")
                .param("id", id)
                .query(EscalationRows::escalation)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Optional<Escalation> hold(String id) {
        return db.sql("select * from escalation where id = :id for update")
                .param("id", id)
                .query(EscalationRows::escalation)
                .optional();
    }

    List<Escalation> openOf(String unitId) {
        return db.sql("select * from escalation where unit_id = :unit and closed_at is null order by asked_at, id")
                .param("unit", unitId)
                .query(EscalationRows::escalation)
                .list();
    }

    List<Escalation> of(Contact contact) {
        return db.sql("""
                        select * from escalation where contact_kind = :kind and contact_id = :contact
                        order by asked_at, id
                        """)
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .query(EscalationRows::escalation)
                .list();
    }

    void answered(String id, String answer, String answeredBy, Instant at) {
        change(id, db.sql("""
                                update escalation set answer = :answer, answered_by = :by, answered_at = :at
                                where id = :id
                                """).param("answer", answer).param("by", answeredBy).param("at", Timestamp.from(at)));
    }

    void inHandbook(String id, int version) {
        change(
                id,
                db.sql("update escalation set handbook_version = :version where id = :id")
                        .param("version", version));
    }

    void reminded(String id, Instant at) {
        change(
                id,
                db.sql("update escalation set reminded_at = :at where id = :id").param("at", Timestamp.from(at)));
    }

    void deputyTold(String id, Instant at) {
        change(
                id,
                db.sql("update escalation set deputy_told_at = :at where id = :id")
                        .param("at", Timestamp.from(at)));
    }

    void relayed(String id, RelayOutcome outcome, int tries, Instant at, boolean closed) {
        change(
                id,
                db.sql("""
                                update escalation set relay_outcome = :outcome, relay_tries = :tries,
                                    relayed_at = case when :outcome = 'RELAYED' then cast(:at as timestamptz) end,
                                    closed_at = case when :closed then cast(:at as timestamptz) end
                                where id = :id
                                """)
                        .param("outcome", outcome.name())
                        .param("tries", tries)
                        .param("at", Timestamp.from(at))
                        .param("closed", closed));
    }

    /** @return the unit; empty if it was closed before, or if there is none */
    Optional<String> abandoned(String id, Instant at) {
        return db.sql("""
                        update escalation set relay_outcome = 'ABANDONED', closed_at = :at
                        where id = :id and closed_at is null returning unit_id
                        """)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .query(String.class)
                .optional();
    }

    private static void change(String id, JdbcClient.StatementSpec update) {
        if (update.param("id", id).update() != 1) {
            throw new IllegalStateException("There is no escalation " + id);
        }
    }

    private static Escalation escalation(ResultSet row, int index) throws SQLException {
        String contactKind = row.getString("contact_kind");
        String relayOutcome = row.getString("relay_outcome");
        return new Escalation(
                row.getString("id"),
                row.getString("unit_id"),
                row.getString("asked_by"),
                contactKind == null ? null : new Contact(Contact.Kind.of(contactKind), row.getString("contact_id")),
                row.getString("question"),
                instant(row, "asked_at"),
                row.getString("answer"),
                row.getString("answered_by"),
                instant(row, "answered_at"),
                instant(row, "reminded_at"),
                instant(row, "deputy_told_at"),
                row.getObject("handbook_version", Integer.class),
                relayOutcome == null ? null : RelayOutcome.valueOf(relayOutcome),
                row.getInt("relay_tries"),
                instant(row, "relayed_at"),
                instant(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    @Override
    public String tableOfTexts() {
        return "escalation";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("question", "answer");
    }
}

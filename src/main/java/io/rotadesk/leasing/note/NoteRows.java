package io.rotadesk.leasing.note;

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

/** Reads and writes the notes. */
@Repository
class NoteRows implements FreeTexts {

    private final JdbcClient db;

    NoteRows(JdbcClient db) {
        this.db = db;
    }

    /** @return empty if there is a note about this contact already */
    Optional<Note> insert(String unitId, Contact contact, NoteText text, String by, Instant at) {
        return db.sql("""
                        insert into note (unit_id, contact_kind, contact_id, who, about, for_whom, written_by, at)
                        values (:unit, :kind, :contact, :who, :about, :forWhom, :by, :at)
                        on conflict (contact_kind, contact_id) do nothing returning *
                        """)
                .param("unit", unitId)
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .param("who", text.who())
                .param("about", text.about())
                .param("forWhom", text.forWhom())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(NoteRows::note)
                .optional();
    }

    /** @return the changed note; the colleague has to read it again if it is another one, or has another text */
    Note change(Note before, NoteText text) {
        return db.sql("""
                        update note set who = :who, about = :about, for_whom = :forWhom,
                            read_at = case when who is not distinct from :who and about is not distinct from :about
                              and for_whom is not distinct from :forWhom then read_at end
                        where id = :id returning *
                        """)
                .param("id", before.id())
                .param("who", text.who())
                .param("about", text.about())
                .param("forWhom", text.forWhom())
                .query(NoteRows::note)
                .single();
    }

    Optional<Note> find(long id) {
        return db.sql("select * from note where id = :id")
                .param("id", id)
                .query(NoteRows::note)
                .optional();
    }

    Optional<Note> of(Contact contact) {
        return db.sql("select * from note where contact_kind = :kind and contact_id = :contact")
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .query(NoteRows::note)
                .optional();
    }

    /** @param seenBy null for somebody who sees all of the unit's notes */
    List<Note> latest(String unitId, String seenBy, int limit) {
        return db.sql("""
                        select * from note
                        where unit_id = :unit
                          and (cast(:seenBy as text) is null or for_whom = :seenBy or written_by = :seenBy)
                        order by at desc, id desc limit :limit
                        """)
                .param("unit", unitId)
                .param("seenBy", seenBy)
                .param("limit", limit)
                .query(NoteRows::note)
                .list();
    }

    /** @return whether it was unread by this person until now */
    boolean read(long id, String login, Instant at) {
        return db.sql("update note set read_at = :at where id = :id and for_whom = :login and read_at is null")
                        .param("id", id)
                        .param("login", login)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Deletes the texts; that there was a note stays. */
    void erase(Contact contact) {
        db.sql("update note set who = null, about = null where contact_kind = :kind and contact_id = :contact")
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .update();
    }

    private static Note note(ResultSet row, int index) throws SQLException {
        Timestamp readAt = row.getTimestamp("read_at");
        return new Note(
                row.getLong("id"),
                row.getString("unit_id"),
                new Contact(Contact.Kind.of(row.getString("contact_kind")), row.getString("contact_id")),
                new NoteText(row.getString("who"), row.getString("about"), row.getString("for_whom")),
                row.getString("written_by"),
                row.getTimestamp("at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    @Override
    public String tableOfTexts() {
        return "note";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("who", "about");
    }
}

package io.rotadesk.leasing.correction;

import io.rotadesk.leasing.customer.CustomerErased;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.erasing.FreeTexts;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import io.rotadesk.staff.rota.Contact;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The earlier versions of corrected entries. */
@Repository
public class EntryVersions implements FreeTexts, PersonalRecords {

    private static final String FORGET = """
            update entry_version set customer_name = null, customer_phone = null, interests = null, trade_type = null,
                budget = null, remarks = null, objections = null, next_step = null, note_who = null, note_about = null,
                cover_answer = null, call_back_number = null, reason = null
            where""";

    private final JdbcClient db;

    EntryVersions(JdbcClient db) {
        this.db = db;
    }

    /** The earlier versions of an entry, oldest first. */
    public List<EntryVersion> of(Contact contact) {
        return db.sql("""
                        select * from entry_version where contact_kind = :kind and contact_id = :contact
                        order by number
                        """)
                .param("kind", contact.kind().code())
                .param("contact", contact.id())
                .query(EntryVersions::version)
                .list();
    }

    void add(String unitId, EntryVersion version) {
        EntryText text = version.text();
        Needs needs = text.needs();
        LocalDate moveIn = needs.moveInDate();
        db.sql("""
                        insert into entry_version (unit_id, contact_kind, contact_id, number, customer_name,
                            customer_phone, media_source, interests, floor_area, trade_type, budget, move_in_date,
                            remarks, intent, objections, next_step, note_who, note_about, note_for,
                            cover_answer, call_back_number, written_by, written_at, replaced_by, replaced_at, reason)
                        values (:unit, :kind, :contact, :number, :name, :phone, :media, :interests, :area, :trade,
                            :budget, :moveIn, :remarks, :intent, :objections, :nextStep, :who, :about, :forWhom, :answer, :callBack,
                            :writtenBy, :writtenAt, :replacedBy, :replacedAt, :reason)
                        """)
                .param("unit", unitId)
                .param("kind", version.contact().kind().code())
                .param("contact", version.contact().id())
                .param("number", version.number())
                .param("name", needs.customerName())
                .param("phone", needs.customerPhone())
                .param("media", needs.mediaSource())
                .param("interests", needs.interests())
                .param("area", needs.floorArea())
                .param("trade", needs.tradeType())
                .param("budget", needs.budget())
                .param("moveIn", moveIn == null ? null : Date.valueOf(moveIn))
                .param("remarks", needs.remarks())
                .param("intent", text.intent())
                .param("objections", text.objections())
                .param("nextStep", text.nextStep())
                .param("who", text.note().who())
                .param("about", text.note().about())
                .param("forWhom", text.note().forWhom())
                .param("answer", text.cover().answer())
                .param("callBack", text.cover().callBackNumber())
                .param("writtenBy", version.writtenBy())
                .param("writtenAt", version.writtenAt() == null ? null : Timestamp.from(version.writtenAt()))
                .param("replacedBy", version.replacedBy())
                .param("replacedAt", Timestamp.from(version.replacedAt()))
                .param("reason", version.reason())
                .update();
    }

    /** Deletes the texts of an entry whose person is erased; that it was corrected stays. */
    @EventListener
    void forget(ContactErased erased) {
        db.sql(FORGET + " contact_kind = :kind and contact_id = :contact")
                .param("kind", erased.contact().kind().code())
                .param("contact", erased.contact().id())
                .update();
    }

    @EventListener
    void forget(CustomerErased erased) {
        db.sql(FORGET + " unit_id = :unit and (customer_phone = any (:phones) or call_back_number = any (:phones))")
                .param("unit", erased.unitId())
                .param("phones", erased.phones().toArray(String[]::new))
                .update();
    }

    @Override
    public String kind() {
        return "corrections";
    }

    /** A number that was written by mistake stands in an earlier version of somebody else's entry. */
    @Override
    public int erase(Person person, String by) {
        return db.sql(FORGET + """
                         unit_id = :unit and (regexp_replace(customer_phone, '\\D', '', 'g') = any (:digits)
                          or regexp_replace(call_back_number, '\\D', '', 'g') = any (:digits))
                        """)
                .param("unit", person.unitId())
                .param("digits", person.digits())
                .update();
    }

    @Override
    public String tableOfTexts() {
        return "entry_version";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of(
                "customer_name",
                "interests",
                "trade_type",
                "budget",
                "remarks",
                "objections",
                "next_step",
                "note_who",
                "note_about",
                "cover_answer",
                "reason");
    }

    private static EntryVersion version(ResultSet row, int index) throws SQLException {
        Date moveIn = row.getDate("move_in_date");
        Needs needs = new Needs(
                row.getString("customer_name"),
                row.getString("customer_phone"),
                row.getString("media_source"),
                row.getString("interests"),
                row.getBigDecimal("floor_area"),
                row.getString("trade_type"),
                row.getString("budget"),
                moveIn == null ? null : moveIn.toLocalDate(),
                row.getString("remarks"),
                null);
        NoteText note = new NoteText(row.getString("note_who"), row.getString("note_about"), row.getString("note_for"));
        return new EntryVersion(
                new Contact(Contact.Kind.of(row.getString("contact_kind")), row.getString("contact_id")),
                row.getInt("number"),
                new EntryText(
                        needs,
                        row.getString("intent"),
                        row.getString("objections"),
                        row.getString("next_step"),
                        note,
                        new CoverText(row.getString("cover_answer"), row.getString("call_back_number"))),
                row.getString("written_by"),
                instant(row, "written_at"),
                row.getString("replaced_by"),
                instant(row, "replaced_at"),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

package io.rotadesk.petition.matter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases people's texts about a petitioner from the register, which then only shows that there were matters. */
@Component
class ErasedPetitioners {

    /** The columns with people's texts in each table of a matter; columns that must have a text get a star. */
    private static final List<String> TEXTS = List.of(
            """
            update matter set petitioner_name = null, petitioner_phone = null, summary = null, account = null,
                purpose = null, reply = null, erased_at = :now where id = any (:matters)
            """,
            "update matter_event set text = null where matter_id = any (:matters)",
            "delete from matter_material where matter_id = any (:matters)",
            "update matter_plan set method = '*' where matter_id = any (:matters)",
            "update matter_extension set reason = '*', remarks = null where matter_id = any (:matters)",
            """
            update matter_transfer set reason = '*', decision_reason = null,
                refusal_reason = case when refusal_reason is not null then '*' end where matter_id = any (:matters)
            """,
            "update matter_coordination set question = '*', contribution = null where matter_id = any (:matters)",
            """
            update matter_instruction set report = '*',
                instruction = case when instruction is not null then '*' end where matter_id = any (:matters)
            """,
            "update matter_alert set remarks = null where matter_id = any (:matters)",
            """
            update matter_scene set reply = '*', agreed = null, review = case when review is not null then '*' end
            where matter_id = any (:matters)
            """);

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final ObjectProvider<MatterProcess> process;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasedPetitioners(
            MatterRows rows,
            MatterTimeline timeline,
            ObjectProvider<MatterProcess> process,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.process = process;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    int erase(Matter named, String by) {
        List<Matter> theirs = theirs(named);
        List<MatterId> ids = theirs.stream().map(Matter::id).toList();
        for (String update : TEXTS) {
            db.sql(update)
                    .param("matters", ids.stream().map(MatterId::value).toArray(String[]::new))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        for (MatterId id : ids) {
            rows.forget(id);
            timeline.add(rows.get(id), Step.ERASED, by, null);
            process.getObject().forget(id);
        }
        events.publishEvent(new PetitionerErased(
                named.rootUnitId(),
                ids,
                theirs.stream().map(Matter::ticketId).filter(Objects::nonNull).toList(),
                named.petitionerPhone()));
        return ids.size();
    }

    /** The matter, all matters of the tree with the same number, and their repeat visits. */
    private List<Matter> theirs(Matter named) {
        return db.sql("""
                        with theirs as (
                          select id, joined_into from matter
                          where root_unit_id = :root and (id = :id or petitioner_phone = :phone))
                        select * from matter where id in (select id from theirs)
                           or joined_into in (select id from theirs) or id in (select joined_into from theirs)
                        order by id for no key update
                        """)
                .param("root", named.rootUnitId())
                .param("id", named.id().value())
                .param("phone", named.petitionerPhone())
                .query(MatterRows.MATTERS)
                .list();
    }
}

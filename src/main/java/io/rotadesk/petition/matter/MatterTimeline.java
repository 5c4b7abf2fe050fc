package io.rotadesk.petition.matter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timeline of a matter: every step with its person and time; rows are only ever added. */
@Repository
public class MatterTimeline implements TextsAboutMatters {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatterTimeline(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** All entries, in the order of events. */
    public List<TimelineEntry> of(MatterId matterId) {
        return db.sql("select * from matter_event where matter_id = ? order by at, id")
                .param(matterId.value())
                .query(TimelineEntry.class)
                .list();
    }

    /** @param who null for a step of the software */
    void add(Matter matter, TimelineKind kind, String who, String text) {
        add(matter.id(), kind, who, matter.unitId(), text);
        events.publishEvent(new MatterStep(matter, kind));
    }

    /** @param unitId the unit for which the person acts, if it is not the matter's */
    public void add(MatterId matterId, TimelineKind kind, String who, String unitId, String text) {
        db.sql("""
                        insert into matter_event (matter_id, at, kind, who, unit_id, text)
                        values (:matter, :at, :kind, :who, :unit, :text)
                        """)
                .param("matter", matterId.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind.name())
                .param("who", who)
                .param("unit", unitId)
                .param("text", text)
                .update();
    }

    @Override
    public String tableOfTexts() {
        return "matter_event";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("text");
    }
}

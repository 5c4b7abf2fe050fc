package io.rotadesk.petition.matter;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks other units to contribute to a matter (P6). Each is asked, and nobody waits for a unit that has nothing to do
 * with it.
 */
@Service
@Transactional
public class Coordination implements TextsAboutMatters {

    /** @param endedAt the time at which the responsible person stopped waiting for it; null otherwise */
    public record Request(
            long id,
            String unitId,
            String question,
            String askedBy,
            Instant askedAt,
            Boolean nothingToDo,
            String contribution,
            String answeredBy,
            Instant answeredAt,
            Instant endedAt) {

        public boolean isOpen() {
            return answeredAt == null && endedAt == null;
        }
    }

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Transfers transfers;
    private final Units units;
    private final MatterNotices notices;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final Clock clock;

    Coordination(
            MatterRows rows,
            MatterTimeline timeline,
            Transfers transfers,
            Units units,
            MatterNotices notices,
            ApplicationEventPublisher events,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.transfers = transfers;
        this.units = units;
        this.notices = notices;
        this.events = events;
        this.db = db;
        this.clock = clock;
    }

    /** The units that can be asked: all units of the tree except the matter's own, and those that have not answered yet. */
    public List<Unit> askable(MatterId matterId) {
        List<String> asked = unitsAsked(matterId);
        return transfers.targets(matterId).stream()
                .filter(unit -> !asked.contains(unit.id()))
                .toList();
    }

    /** @throws MatterRefusal naming the field */
    public void ask(MatterId matterId, Collection<String> unitIds, String question, String by) {
        Matter matter = rows.holdOpen(matterId);
        Set<String> asked = new LinkedHashSet<>(unitIds);
        List<String> askable = askable(matterId).stream().map(Unit::id).toList();
        if (asked.isEmpty()) {
            throw new MatterRefusal("coordinationUnits", "coordinationUnits.missing");
        }
        asked.stream().filter(unit -> !askable.contains(unit)).findFirst().ifPresent(unit -> {
            throw new MatterRefusal("coordinationUnits", "targetUnit.unknown", unit);
        });
        String text = Required.text("coordinationQuestion", question);
        for (String unit : asked) {
            db.sql("""
                            insert into matter_coordination (matter_id, unit_id, question, asked_by, asked_at)
                            values (:matter, :unit, :question, :by, :now)
                            """)
                    .param("matter", matterId.value())
                    .param("unit", unit)
                    .param("question", text)
                    .param("by", by)
                    .param("now", now())
                    .update();
            rows.involve(matter, unit);
            timeline.add(
                    matter, TimelineKind.COORDINATION_ASKED, by, units.get(unit).name() + "：" + text);
        }
    }

    /** The units that have not answered yet. */
    public List<String> unitsAsked(MatterId matterId) {
        return db.sql("""
                        select unit_id from matter_coordination
                        where matter_id = ? and answered_at is null and ended_at is null order by id
                        """).param(matterId.value()).query(String.class).list();
    }

    /**
     * Records a unit's contribution, or that it has nothing to do with the matter.
     *
     * @throws MatterRefusal if it says neither
     * @throws NobodyWaitsException if the unit is not asked, or has answered
     */
    public void answer(MatterId matterId, String unitId, boolean nothingToDo, String contribution, String by) {
        String text = SafeText.orNull(contribution);
        if (!nothingToDo && text == null) {
            throw new MatterRefusal("contribution", "contribution.missing");
        }
        int answered = db.sql("""
                        update matter_coordination set nothing_to_do = :nothing, contribution = :text,
                            answered_by = :by, answered_at = :now
                        where matter_id = :matter and unit_id = :unit and answered_at is null and ended_at is null
                        """)
                .param("matter", matterId.value())
                .param("unit", unitId)
                .param("nothing", nothingToDo)
                .param("text", text)
                .param("by", by)
                .param("now", now())
                .update();
        if (answered == 0) {
            throw new NobodyWaitsException(
                    "late.coordination",
                    rows.get(matterId).number(),
                    units.get(unitId).name());
        }
        timeline.add(matterId, nothingToDo ? TimelineKind.NOTHING_TO_DO : TimelineKind.CONTRIBUTED, by, unitId, text);
        notices.coordinated(rows.get(matterId), unitId);
    }

    /**
     * Ends the coordination: the responsible person goes on without the open answers. Without open questions nothing
     * happens.
     */
    public void end(MatterId matterId, String by) {
        Matter matter = rows.holdOpen(matterId);
        if (over(matterId)) {
            timeline.add(matter, TimelineKind.COORDINATION_ENDED, by, null);
            events.publishEvent(new CoordinationEnded(matter.id()));
        }
    }

    /** @return whether a unit had not answered yet; it need not any more */
    boolean over(MatterId matterId) {
        return db.sql("""
                                update matter_coordination set ended_at = ?
                                where matter_id = ? and answered_at is null and ended_at is null
                                """).param(now()).param(matterId.value()).update() > 0;
    }

    /** All questions and answers, in the order of the questions. */
    public List<Request> all(MatterId matterId) {
        return db.sql("select * from matter_coordination where matter_id = ? order by id")
                .param(matterId.value())
                .query(Request.class)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public String tableOfTexts() {
        return "matter_coordination";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("question", "contribution");
    }

    @Override
    public List<String> columnsThatKeepAStar() {
        return List.of("question");
    }
}

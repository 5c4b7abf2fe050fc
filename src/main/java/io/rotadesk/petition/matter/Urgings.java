package io.rotadesk.petition.matter;

import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaders urge the responsible person and unit of a matter (督办, decision 0075): an answer is due by a day. The person and
 * their unit's leaders hear of it; the leader who urged hears of the answer, or that there is none in time. The caller
 * decides who may urge and who may answer.
 */
@Service
@Transactional
public class Urgings implements TextsAboutMatters {

    static final int LONGEST_TEXT = 1_000;

    /** Nobody waits longer for an answer than the longest time that a matter may take. */
    private static final int LONGEST_DAYS = 366;

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Deadlines deadlines;
    private final Units units;
    private final Agents agents;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final Clock clock;

    Urgings(
            MatterRows rows,
            MatterTimeline timeline,
            Deadlines deadlines,
            Units units,
            Agents agents,
            Notices notices,
            ApplicationEventPublisher events,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.units = units;
        this.agents = agents;
        this.notices = notices;
        this.events = events;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Urges. While an earlier urging by the same unit waits for its answer, and is not late, that one counts.
     *
     * @param byUnit the unit for which the leader urges
     * @param text what is asked; null or blank for nothing particular
     * @param day the last day for the answer; null for the unit's usual time for answers
     * @throws MatterRefusal naming the field
     * @throws io.rotadesk.platform.register.WrongStateException if the matter is not open any more
     */
    public Urging urge(MatterId matterId, String byUnit, String by, String text, LocalDate day) {
        Matter matter = rows.holdOpen(matterId);
        String asked = text("urgingText", SafeText.orNull(text));
        Instant due = due(matter.unitId(), day);
        Optional<Urging> waits = of(matterId).stream()
                .filter(one -> one.isWaiting() && one.byUnit().equals(byUnit) && !one.isLate(clock.instant()))
                .findFirst();
        if (waits.isPresent()) {
            return waits.get();
        }
        Urging urging = db.sql("""
                        insert into matter_urging (matter_id, unit_id, responsible, urged_by, by_unit, urged_at, text, due_at)
                        values (:matter, :unit, :responsible, :by, :byUnit, :now, :text, :due) returning *
                        """)
                .param("matter", matterId.value())
                .param("unit", matter.unitId())
                .param("responsible", matter.responsible())
                .param("by", by)
                .param("byUnit", byUnit)
                .param("now", Timestamp.from(clock.instant()))
                .param("text", asked)
                .param("due", Timestamp.from(due))
                .query(Urging.class)
                .single();
        timeline.add(matterId, TimelineKind.URGED, by, byUnit, asked);
        notices.tell(
                NoticeKind.MATTER_URGED,
                matter.unitId(),
                told(matter, by),
                urging.subject(),
                link(matterId),
                agents.name(by),
                matter.number(),
                deadlines.lastDay(matter.unitId(), due).toString());
        changed(matter);
        return urging;
    }

    private Instant due(String unitId, LocalDate day) {
        if (day == null) {
            return deadlines.answer(unitId, clock.instant());
        }
        LocalDate today = deadlines.lastDay(unitId, clock.instant().plusNanos(1));
        if (day.isBefore(today) || day.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new MatterRefusal("urgingDue", "urgingDue.wrong");
        }
        return deadlines.endOf(unitId, day);
    }

    /** The responsible person, and those who lead their unit. */
    private Set<String> told(Matter matter, String by) {
        Unit unit = units.get(matter.unitId());
        Set<String> told = new HashSet<>(unit.managers());
        told.addAll(unit.deputies());
        if (matter.responsible() != null) {
            told.add(matter.responsible());
        }
        told.remove(by);
        return told;
    }

    /**
     * Answers for the matter.
     *
     * @throws MatterRefusal naming the field; also if nobody waits for an answer any more
     */
    public Urging answer(MatterId matterId, long id, String answer, String by) {
        Matter matter = rows.hold(matterId);
        Urging asked = of(matterId).stream()
                .filter(one -> one.id() == id && !one.isAnswered())
                .findFirst()
                .orElseThrow(() -> new MatterRefusal("urgingAnswer", "urgingAnswer.given"));
        if (!asked.isWaiting()) {
            throw new MatterRefusal("urgingAnswer", "urgingAnswer.over");
        }
        String text = text("urgingAnswer", Required.text("urgingAnswer", answer));
        db.sql("update matter_urging set answered_by = :by, answered_at = :now, answer = :answer where id = :id")
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("answer", text)
                .param("id", id)
                .update();
        timeline.add(matter, TimelineKind.URGING_ANSWERED, by, text);
        over(asked);
        notices.tell(
                NoticeKind.URGING_ANSWERED,
                asked.byUnit(),
                List.of(asked.urgedBy()),
                asked.subject(),
                link(matterId),
                agents.name(by),
                matter.number());
        changed(matter);
        return of(matterId).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    /** Nobody answers for a matter that is closed: its own end is the answer. */
    @EventListener
    public void closed(MatterChanged change) {
        if (rows.get(change.matterId()).isClosed()) {
            db.sql("""
                            update matter_urging set ended_at = ?
                            where matter_id = ? and answered_at is null and ended_at is null returning *
                            """)
                    .param(Timestamp.from(clock.instant()))
                    .param(change.matterId().value())
                    .query(Urging.class)
                    .list()
                    .forEach(this::over);
        }
    }

    private void over(Urging urging) {
        notices.settle(NoticeKind.MATTER_URGED, urging.unitId(), urging.subject());
        notices.settle(NoticeKind.URGING_LATE, urging.byUnit(), urging.subject());
    }

    /** Tells the leaders who urged that nobody has answered in time; each once. */
    void tellLate() {
        db.sql("""
                        update matter_urging g set late_told_at = :now
                        where g.id in (select u.id from matter_urging u
                          where u.due_at <= :now and u.answered_at is null and u.ended_at is null
                            and u.late_told_at is null for update skip locked)
                        returning g.*
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query(Urging.class)
                .list()
                .forEach(late -> notices.tell(
                        NoticeKind.URGING_LATE,
                        late.byUnit(),
                        List.of(late.urgedBy()),
                        late.subject(),
                        link(late.matterId()),
                        rows.get(late.matterId()).number(),
                        deadlines.lastDay(late.unitId(), late.dueAt()).toString()));
    }

    /** All urgings of a matter, oldest first. */
    @Transactional(readOnly = true)
    public List<Urging> of(MatterId matterId) {
        return db.sql("select * from matter_urging where matter_id = ? order by id")
                .param(matterId.value())
                .query(Urging.class)
                .list();
    }

    /** The urgings of these units' matters that wait for an answer, the first due first. */
    @Transactional(readOnly = true)
    public List<Urging> waiting(Collection<String> unitIds, int atMost) {
        return db.sql("""
                        select u.* from matter_urging u join matter m on m.id = u.matter_id
                        where u.answered_at is null and u.ended_at is null and m.unit_id = any (:units)
                        order by u.due_at, u.id limit :atMost
                        """)
                .param("units", unitIds.toArray(String[]::new))
                .param("atMost", atMost)
                .query(Urging.class)
                .list();
    }

    /** The urgings of a unit's matters that wait for an answer by this person: all but their own, the first due first. */
    @Transactional(readOnly = true)
    public List<Urging> asked(String unitId, String login, int atMost) {
        return db.sql("""
                        select u.* from matter_urging u join matter m on m.id = u.matter_id
                        where u.answered_at is null and u.ended_at is null and m.unit_id = :unit and u.urged_by <> :login
                        order by u.due_at, u.id limit :atMost
                        """)
                .param("unit", unitId)
                .param("login", login)
                .param("atMost", atMost)
                .query(Urging.class)
                .list();
    }

    private void changed(Matter matter) {
        events.publishEvent(new MatterChanged(matter.id(), matter.unitId()));
    }

    private static String text(String field, String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new MatterRefusal(field, field + ".long");
        }
        return text;
    }

    private static String link(MatterId matterId) {
        return "/desk/matters/" + matterId + "#urgings";
    }

    @Override
    public String tableOfTexts() {
        return "matter_urging";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("text", "answer");
    }
}

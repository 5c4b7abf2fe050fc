package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.TypedMoments.First;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.Profile;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles large-scale collective events (P5): the leader of the responsible unit is alerted at once, the next level up
 * if nobody acknowledges in time, and so on; then the scene, the reply, the agreement and the review.
 */
@Service
@Transactional
public class LargeScaleEvents implements TextsAboutMatters {

    /**
     * An alert of the leaders of one unit; the values of steps that have not happened yet are null.
     *
     * @param round of the matter, from 1
     * @param takenOverBy the unit above whose leader goes instead
     */
    public record Alert(
            String unitId,
            int round,
            Instant alertedAt,
            String acknowledgedBy,
            Instant acknowledgedAt,
            Instant expectedAt,
            String remarks,
            String takenOverBy) {}

    /**
     * The record of the scene; the review is null until it is written.
     *
     * @param round of the matter, from 1
     */
    public record Scene(
            int round,
            String leader,
            Instant arrivedAt,
            String reply,
            String agreed,
            Instant recordedAt,
            String review,
            Boolean followUp,
            String reviewedBy,
            Instant reviewedAt) {}

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final SceneLeaders sceneLeaders;
    private final TypedMoments moments;
    private final Units units;
    private final PetitionSettingsStore settings;
    private final Deadlines deadlines;
    private final JdbcClient db;
    private final Clock clock;

    LargeScaleEvents(
            MatterRows rows,
            MatterTimeline timeline,
            SceneLeaders sceneLeaders,
            TypedMoments moments,
            Units units,
            PetitionSettingsStore settings,
            Deadlines deadlines,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.sceneLeaders = sceneLeaders;
        this.moments = moments;
        this.units = units;
        this.settings = settings;
        this.deadlines = deadlines;
        this.db = db;
        this.clock = clock;
    }

    /** Alerts the leaders of the matter's unit; a second call in the same round of the matter changes nothing. */
    public void alert(MatterId matterId) {
        Matter matter = rows.hold(matterId);
        if (!enter(matter, matter.unitId())) {
            return;
        }
        Instant now = clock.instant();
        Matter alerted = matter.alerted(deadlines.accept(matter.unitId(), Profile.ORDINARY, now), now);
        timeline.add(rows.save(matter, alerted), TimelineKind.ALERTED, null, leaders(matter.unitId()));
    }

    /** The time at which the next level up is told, if nobody acknowledges. */
    public Instant alertUntil(MatterId matterId) {
        Alert last = lastAlert(matterId).orElseThrow();
        return last.alertedAt().plus(settings.of(last.unitId()).alertTime());
    }

    /** The unit whose leaders are alerted next; empty at the top. */
    public Optional<Unit> nextLevel(MatterId matterId) {
        return lastAlert(matterId)
                .flatMap(last -> units.above(last.unitId()).stream().findFirst());
    }

    /** Alerts the next level up as well. */
    public Optional<Unit> escalate(MatterId matterId) {
        Matter matter = rows.hold(matterId);
        Optional<Unit> next = nextLevel(matterId);
        next.filter(unit -> enter(matter, unit.id())).ifPresent(unit -> {
            rows.involve(matter, unit.id());
            timeline.add(matterId, TimelineKind.ALERT_ESCALATED, null, unit.id(), leaders(unit.id()));
        });
        return next;
    }

    private boolean enter(Matter matter, String unitId) {
        return db.sql("""
                                insert into matter_alert (matter_id, unit_id, round, alerted_at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(matter.id().value())
                        .param(unitId)
                        .param(matter.round())
                        .param(now())
                        .update()
                == 1;
    }

    /**
     * Records that a leader has acknowledged the alert.
     *
     * @param unitId the unit of the leader
     * @param expectedAt the time at which they will be on the scene; null if somebody else goes
     * @throws MatterRefusal if that is before the alert
     */
    public void acknowledge(MatterId matterId, String unitId, String by, Instant expectedAt, String remarks) {
        Matter matter = rows.hold(matterId);
        if (expectedAt != null) {
            moments.requireAfter(matter, "expectedAt", expectedAt, alerted(matterId));
        }
        int first = db.sql("""
                        update matter_alert set acknowledged_by = :by, acknowledged_at = :now, expected_at = :expected,
                            remarks = :remarks
                        where matter_id = :matter and unit_id = :unit and round = :round and acknowledged_at is null
                        """)
                .param("matter", matterId.value())
                .param("round", matter.round())
                .param("unit", unitId)
                .param("by", by)
                .param("now", now())
                .param("expected", expectedAt == null ? null : Timestamp.from(expectedAt))
                .param("remarks", SafeText.orNull(remarks))
                .update();
        if (first == 0) {
            return;
        }
        if (matter.responsible() == null && unitId.equals(matter.unitId())) {
            rows.save(matter, matter.acknowledgedBy(by));
        } else {
            rows.told(matter);
        }
        timeline.add(matterId, TimelineKind.ALERT_ACKNOWLEDGED, by, unitId, SafeText.orNull(remarks));
    }

    /**
     * Records that the leader was on the scene and answered the petitioners.
     *
     * @param agreed the agreement; null if there is none
     * @throws MatterRefusal naming the field
     */
    public void attended(MatterId matterId, Instant arrivedAt, String reply, String agreed, String by) {
        Matter matter = rows.holdOpen(matterId);
        moments.requireHappened(matter, "arrivedAt", arrivedAt, alerted(matterId));
        String text = Required.text("reply", reply);
        db.sql("""
                        insert into matter_scene (matter_id, round, leader, arrived_at, reply, agreed, recorded_at)
                        values (:matter, :round, :by, :arrived, :reply, :agreed, :now)
                        on conflict (matter_id, round) do update set leader = excluded.leader, reply = excluded.reply,
                            arrived_at = excluded.arrived_at, agreed = excluded.agreed, recorded_at = excluded.recorded_at
                        """)
                .param("matter", matterId.value())
                .param("round", matter.round())
                .param("by", by)
                .param("arrived", Timestamp.from(arrivedAt))
                .param("reply", text)
                .param("agreed", SafeText.orNull(agreed))
                .param("now", now())
                .update();
        Matter attended = matter.attended(sceneLeaders.responsible(matter, by));
        timeline.add(rows.save(matter, attended), TimelineKind.ON_SCENE, by, text);
    }

    /**
     * Records the closing review; open questions are handled like any matter.
     *
     * @throws MatterRefusal naming the field
     */
    public void reviewed(MatterId matterId, String review, boolean followUp, String by) {
        Matter matter = rows.holdOpen(matterId);
        String text = Required.text("review", review);
        db.sql("""
                        update matter_scene set review = :review, follow_up = :followUp, reviewed_by = :by,
                            reviewed_at = :now
                        where matter_id = :matter and round = :round
                        """)
                .param("matter", matterId.value())
                .param("round", matter.round())
                .param("review", text)
                .param("followUp", followUp)
                .param("by", by)
                .param("now", now())
                .update();
        timeline.add(matter, TimelineKind.EVENT_REVIEWED, by, text);
    }

    private First alerted(MatterId matterId) {
        List<Alert> alerts = alerts(matterId);
        return alerts.isEmpty() ? null : new First("alert", alerts.get(0).alertedAt());
    }

    /** The alerts of the present round, the responsible unit's first. */
    public List<Alert> alerts(MatterId matterId) {
        int round = rows.get(matterId).round();
        return allAlerts(matterId).stream()
                .filter(alert -> alert.round() == round)
                .toList();
    }

    /** The alerts of all rounds; in each the responsible unit's first. */
    List<Alert> allAlerts(MatterId matterId) {
        return db.sql("""
                        select a.* from matter_alert a where a.matter_id = ? order by a.round, a.alerted_at,
                          (with recursive up (id, parent_id) as (
                             select id, parent_id from unit where id = a.unit_id
                             union all select p.id, p.parent_id from unit p join up on p.id = up.parent_id)
                           select count(*) from up) desc, a.unit_id
                        """).param(matterId.value()).query(Alert.class).list();
    }

    /** What happened on the scene in the present round. */
    public Optional<Scene> scene(MatterId matterId) {
        int round = rows.get(matterId).round();
        return lastScene(matterId).filter(scene -> scene.round() == round);
    }

    /** What happened on the scene last, perhaps in an earlier round. */
    Optional<Scene> lastScene(MatterId matterId) {
        return db.sql("select * from matter_scene where matter_id = ? order by round desc limit 1")
                .param(matterId.value())
                .query(Scene.class)
                .optional();
    }

    private Optional<Alert> lastAlert(MatterId matterId) {
        List<Alert> alerts = alerts(matterId);
        return alerts.isEmpty() ? Optional.empty() : Optional.of(alerts.get(alerts.size() - 1));
    }

    private String leaders(String unitId) {
        Unit unit = units.get(unitId);
        return unit.name() + "：" + String.join("、", unit.managers());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public String tableOfTexts() {
        return "matter_scene";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("reply", "agreed", "review");
    }

    @Override
    public List<String> columnsThatKeepAStar() {
        return List.of("reply", "review");
    }
}

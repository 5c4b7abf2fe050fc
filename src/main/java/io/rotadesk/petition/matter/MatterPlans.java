package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.TypedMoments.First;
import io.rotadesk.petition.workday.Deadlines;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of matters: how a matter is handled, by when, and how and when the petitioner was told (P4). */
@Service
@Transactional
public class MatterPlans implements TextsAboutMatters {

    /** @param deadline the instant at which it passes */
    public record Plan(
            long id, String method, Instant deadline, String toldHow, Instant toldAt, String setBy, Instant setAt) {}

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final MissedDeadlines missed;
    private final Lateness lateness;
    private final TypedMoments moments;
    private final Transfers transfers;
    private final Deadlines deadlines;
    private final JdbcClient db;
    private final Clock clock;

    MatterPlans(
            MatterRows rows,
            MatterTimeline timeline,
            MissedDeadlines missed,
            Lateness lateness,
            TypedMoments moments,
            Transfers transfers,
            Deadlines deadlines,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.missed = missed;
        this.lateness = lateness;
        this.moments = moments;
        this.transfers = transfers;
        this.deadlines = deadlines;
        this.db = db;
        this.clock = clock;
    }

    /**
     * The latest day that a plan may name that the petitioner is told today: the profile's limit, counted from the telling
     * with which the matter is accepted, or the day promised to the petitioner before.
     */
    public LocalDate latestDay(MatterId matterId) {
        Matter matter = rows.get(matterId);
        return deadlines.lastDay(matter.unitId(), latest(matter, clock.instant()));
    }

    private Instant latest(Matter matter, Instant accepted) {
        if (matter.dueKind() != null && matter.dueKind() != DueKind.ACCEPT) {
            return matter.dueAt();
        }
        return deadlines.handle(matter.unitId(), matter.profile(), accepted);
    }

    /**
     * Records the plan that the petitioner was told. More time than the profile allows needs an approved extension.
     *
     * @param day the last day
     * @throws MatterRefusal naming the field
     */
    public Plan set(MatterId matterId, String method, LocalDate day, String toldHow, Instant toldAt, String by) {
        Matter matter = rows.holdOpen(matterId);
        String text = Required.text("method", method);
        Instant deadline = deadlines.endOf(matter.unitId(), day);
        Instant now = clock.instant();
        Instant latest = latest(matter, toldAt == null || toldAt.isAfter(now) ? now : toldAt);
        boolean late = matter.dueKind() != DueKind.ACCEPT && isPast(matter, now);
        if (!late) {
            // One that stays overdue is for the timer to say, which tells the leaders too.
            matter = lateness.noted(matter);
        }
        if (!deadline.isAfter(clock.instant())) {
            throw new MatterRefusal("deadline", "deadline.past", day);
        }
        if (deadline.isAfter(latest) && latest.isAfter(clock.instant())) {
            throw new MatterRefusal("deadline", "deadline.late", deadlines.lastDay(matter.unitId(), latest));
        }
        Required.text("toldHow", toldHow);
        moments.requireHappened(matter, "toldAt", toldAt, moments.visit(matter), moved(matterId));
        Plan plan = db.sql("""
                        insert into matter_plan (matter_id, method, deadline, told_how, told_at, set_by, set_at)
                        values (:matter, :method, :deadline, :toldHow, :toldAt, :by, :now) returning *
                        """)
                .param("matter", matterId.value())
                .param("method", text)
                .param("deadline", Timestamp.from(deadline))
                .param("toldHow", toldHow)
                .param("toldAt", Timestamp.from(toldAt))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(Plan.class)
                .single();
        boolean first = matter.dueKind() == null || matter.dueKind() == DueKind.ACCEPT;
        // A missed promise stays overdue until the petitioner is told of more time, even with a new plan.
        Due due = late ? matter.due() : matter.due().next(deadline, first ? DueKind.HANDLE : matter.dueKind());
        if (matter.isOverdue() && !late) {
            missed.end(matterId, toldAt);
        }
        timeline.add(rows.save(matter, matter.planned(due, clock.instant())), TimelineKind.PLANNED, by, text);
        return plan;
    }

    private static boolean isPast(Matter matter, Instant now) {
        return matter.isOverdue() || matter.dueAt() != null && now.isAfter(matter.dueAt());
    }

    /** A unit that took the matter over makes a plan of its own. */
    private First moved(MatterId matterId) {
        return transfers.all(matterId).stream()
                .map(Transfers.Transfer::movedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(at -> new First("transfer", at))
                .orElse(null);
    }

    /** When the petitioner was told of the plan in force; null if there is none. */
    First told(Matter matter) {
        return matter.isPlanned()
                ? of(matter.id()).map(plan -> new First("plan", plan.toldAt())).orElse(null)
                : null;
    }

    /** The latest plan; it is in force if the matter {@link Matter#isPlanned() is planned}. */
    public Optional<Plan> of(MatterId matterId) {
        return db.sql("select * from matter_plan where matter_id = ? order by id desc limit 1")
                .param(matterId.value())
                .query(Plan.class)
                .optional();
    }

    /** The plan with which the matter was accepted, or was taken up again. */
    Optional<Plan> first(Matter matter) {
        return all(matter.id()).stream()
                .filter(plan -> matter.reopenedAt() == null || !plan.setAt().isBefore(matter.reopenedAt()))
                .findFirst();
    }

    /** All plans, oldest first. */
    public List<Plan> all(MatterId matterId) {
        return db.sql("select * from matter_plan where matter_id = ? order by id")
                .param(matterId.value())
                .query(Plan.class)
                .list();
    }

    @Override
    public String tableOfTexts() {
        return "matter_plan";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("method");
    }

    @Override
    public List<String> columnsThatKeepAStar() {
        return columnsOfTexts();
    }
}

package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.TypedMoments.First;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.platform.input.SafeText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles extensions of a matter: requested with a reason, approved by the leader, told to the petitioner (P4). The deadline that the
 * petitioner knows stands until they are told of the later one.
 */
@Service
@Transactional
public class Extensions implements TextsAboutMatters {

    /** The leader's decision. */
    public enum Decision {
        APPROVED,
        REFUSED
    }

    /**
     * @param askedUntil the instant at which the wanted deadline passes
     * @param until the approved one; null until approved
     */
    public record Extension(
            long id,
            String reason,
            Instant askedUntil,
            String askedBy,
            Instant askedAt,
            Decision decision,
            Instant until,
            String remarks,
            String decidedBy,
            Instant decidedAt,
            String toldHow,
            Instant toldAt,
            String toldBy) {}

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final MissedDeadlines missed;
    private final Lateness lateness;
    private final MatterPlans plans;
    private final TypedMoments moments;
    private final Deadlines deadlines;
    private final JdbcClient db;
    private final Clock clock;

    Extensions(
            MatterRows rows,
            MatterTimeline timeline,
            MissedDeadlines missed,
            Lateness lateness,
            MatterPlans plans,
            TypedMoments moments,
            Deadlines deadlines,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.missed = missed;
        this.lateness = lateness;
        this.plans = plans;
        this.moments = moments;
        this.deadlines = deadlines;
        this.db = db;
        this.clock = clock;
    }

    /** The last day that an extension may name by the profile: of the one that is asked for, or of one that would be asked for now. */
    public LocalDate latestDay(MatterId matterId) {
        Matter matter = rows.get(matterId);
        Instant asked = pending(matterId).map(Extension::askedAt).orElseGet(clock::instant);
        return deadlines.lastDay(matter.unitId(), latest(matter, asked));
    }

    private Instant latest(Matter matter, Instant asked) {
        return deadlines.extend(matter.unitId(), matter.profile(), base(matter, matter.dueAt(), asked));
    }

    /**
     * From when an extension is counted: from the deadline in force or, if that has passed, from the day on which it is asked for;
     * at the latest from the end of the limit itself, so that no number of extensions adds more than one may.
     *
     * @param inForce the deadline before the extension
     */
    Instant base(Matter matter, Instant inForce, Instant asked) {
        Instant from = later(inForce, asked);
        return limit(matter).filter(end -> end.isBefore(from)).orElse(from);
    }

    /** The end of the limit, or of the first plan if its day is later by what counted then; empty without a plan. */
    private Optional<Instant> limit(Matter matter) {
        return plans.first(matter).map(plan -> {
            Instant end = matter.reopenedAt() == null
                    ? deadlines.handle(matter.unitId(), matter.profile(), plan.toldAt())
                    : deadlines.review(matter.unitId(), matter.profile(), matter.reopenedAt());
            return later(end, plan.deadline());
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * @param day the last day that is asked for
     * @throws MatterRefusal naming the field
     */
    public void ask(MatterId matterId, String reason, LocalDate day, String by) {
        Matter matter = rows.holdOpen(matterId);
        String text = Required.text("extensionReason", reason);
        Instant until = until(matter, day, clock.instant());
        db.sql("""
                        insert into matter_extension (matter_id, reason, asked_until, asked_by, asked_at)
                        values (:matter, :reason, :until, :by, :now)
                        """)
                .param("matter", matterId.value())
                .param("reason", text)
                .param("until", Timestamp.from(until))
                .param("by", by)
                .param("now", now())
                .update();
        timeline.add(matter, TimelineKind.EXTENSION_ASKED, by, text);
    }

    private Instant until(Matter matter, LocalDate day, Instant asked) {
        Required.given("extensionUntil", day);
        Instant until = deadlines.endOf(matter.unitId(), day);
        if (!until.isAfter(matter.dueAt()) || !until.isAfter(clock.instant())) {
            throw new MatterRefusal(
                    "extensionUntil", "extensionUntil.early", deadlines.lastDay(matter.unitId(), matter.dueAt()));
        }
        if (until.isAfter(latest(matter, asked))) {
            throw new MatterRefusal(
                    "extensionUntil", "extensionUntil.late", deadlines.lastDay(matter.unitId(), latest(matter, asked)));
        }
        return until;
    }

    /**
     * Records the leader's decision. If approved, the new deadline counts once the petitioner is {@link #told}.
     *
     * @param day the last day, if approved; null means as requested, which must still be possible
     * @throws MatterRefusal naming the field
     * @throws NobodyWaitsException if nobody asks for more time
     */
    public Matter decide(MatterId matterId, Decision decision, LocalDate day, String remarks, String by) {
        Matter matter = rows.holdOpen(matterId);
        Extension asked =
                pending(matterId).orElseThrow(() -> new NobodyWaitsException("late.extension", matter.number()));
        boolean approved = decision == Decision.APPROVED;
        if (!approved) {
            Required.text("remarks", remarks);
        }
        LocalDate wanted = day != null ? day : deadlines.lastDay(matter.unitId(), asked.askedUntil());
        Instant until = approved ? until(matter, wanted, asked.askedAt()) : null;
        db.sql("""
                        update matter_extension set decision = :decision, until = :until, remarks = :remarks,
                            decided_by = :by, decided_at = :now
                        where id = :id
                        """)
                .param("id", asked.id())
                .param("decision", decision.name())
                .param("until", until == null ? null : Timestamp.from(until))
                .param("remarks", SafeText.orNull(remarks))
                .param("by", by)
                .param("now", now())
                .update();
        if (!approved) {
            timeline.add(matter, TimelineKind.EXTENSION_REFUSED, by, SafeText.orNull(remarks));
            return matter;
        }
        timeline.add(
                matter,
                TimelineKind.EXTENSION_APPROVED,
                by,
                deadlines.lastDay(matter.unitId(), until).toString());
        return matter;
    }

    /**
     * Records that the petitioner was told the new deadline, which counts from then on. That an earlier one was missed stays on
     * record.
     *
     * @throws MatterRefusal naming the field
     * @throws NobodyWaitsException if no extension is approved
     */
    public Matter told(MatterId matterId, String toldHow, Instant toldAt, String by) {
        Matter matter = lateness.noted(rows.holdOpen(matterId));
        Extension approved = all(matterId).stream()
                .filter(one -> one.decision() == Decision.APPROVED)
                .reduce((one, last) -> last)
                .orElseThrow(() -> new NobodyWaitsException("late.extension", matter.number()));
        Required.text("toldHow", toldHow);
        moments.requireHappened(matter, "toldAt", toldAt, new First("approval", approved.decidedAt()));
        // The calendar may have moved the deadline beyond the approved day since: nobody has less time for having asked
        // for more.
        Instant until = later(approved.until(), matter.dueAt());
        db.sql("""
                        update matter_extension set until = :until, told_how = :toldHow, told_at = :toldAt, told_by = :by
                        where id = :id
                        """)
                .param("id", approved.id())
                .param("until", Timestamp.from(until))
                .param("toldHow", toldHow)
                .param("toldAt", Timestamp.from(toldAt))
                .param("by", by)
                .update();
        Matter extended = rows.save(matter, matter.extended(until));
        missed.end(matterId, toldAt);
        timeline.add(
                extended,
                TimelineKind.EXTENSION_TOLD,
                by,
                deadlines.lastDay(matter.unitId(), until).toString());
        return extended;
    }

    /** The extension that waits for a decision. */
    public Optional<Extension> pending(MatterId matterId) {
        return all(matterId).stream().filter(one -> one.decision() == null).findFirst();
    }

    /** The last extension, decided or not. */
    public Optional<Extension> last(MatterId matterId) {
        List<Extension> all = all(matterId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All extensions, oldest first. */
    public List<Extension> all(MatterId matterId) {
        return db.sql("select * from matter_extension where matter_id = ? order by id")
                .param(matterId.value())
                .query(Extension.class)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public String tableOfTexts() {
        return "matter_extension";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("reason", "remarks");
    }

    @Override
    public List<String> columnsThatKeepAStar() {
        return List.of("reason");
    }
}

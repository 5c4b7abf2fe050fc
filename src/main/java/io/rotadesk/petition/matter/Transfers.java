package io.rotadesk.petition.matter;

import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transfers of matters to another unit (P1, P6): proposed with a reason, accepted there or refused with a reason. Until
 * the transfer is accepted, the first unit and its responsible person have the matter.
 */
@Service
@Transactional
public class Transfers implements TextsAboutMatters {

    /** The answer to a proposal. */
    public enum Answer {
        ACCEPTED,
        REFUSED,
        /** Refused twice, so the leader above both decided. */
        DECIDED
    }

    /**
     * @param decidedUnit the unit chosen by the leader above; null if no decision was needed
     * @param named the person who takes it over; null until known
     * @param movedAt the time of the transfer; null if there was none
     */
    public record Transfer(
            long id,
            String fromUnit,
            String toUnit,
            String reason,
            String proposedBy,
            Instant proposedAt,
            Answer answer,
            String refusalReason,
            String answeredBy,
            Instant answeredAt,
            String decidedUnit,
            String decisionReason,
            String named,
            Instant movedAt) {}

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Units units;
    private final Deadlines deadlines;
    private final JdbcClient db;
    private final Clock clock;

    Transfers(MatterRows rows, MatterTimeline timeline, Units units, Deadlines deadlines, JdbcClient db, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.units = units;
        this.deadlines = deadlines;
        this.db = db;
        this.clock = clock;
    }

    /** The units of the tree to which the matter can be transferred. */
    public List<Unit> targets(MatterId matterId) {
        Matter matter = rows.get(matterId);
        return Stream.concat(Stream.of(units.get(matter.rootUnitId())), units.below(matter.rootUnitId()).stream())
                .filter(unit -> !unit.id().equals(matter.unitId()))
                .toList();
    }

    /** @throws MatterRefusal naming the field */
    public void propose(MatterId matterId, String toUnit, String reason, String by) {
        Matter matter = rows.holdOpen(matterId);
        if (targets(matterId).stream().noneMatch(unit -> unit.id().equals(toUnit))) {
            throw new MatterRefusal("targetUnit", "targetUnit.unknown", toUnit == null ? "" : toUnit);
        }
        String text = Required.text("transferReason", reason);
        db.sql("""
                        insert into matter_transfer (matter_id, from_unit, to_unit, reason, proposed_by, proposed_at)
                        values (:matter, :from, :to, :reason, :by, :now)
                        """)
                .param("matter", matterId.value())
                .param("from", matter.unitId())
                .param("to", toUnit)
                .param("reason", text)
                .param("by", by)
                .param("now", now())
                .update();
        rows.involve(matter, toUnit);
        timeline.add(matter, TimelineKind.TRANSFER_PROPOSED, by, unitName(toUnit) + "：" + text);
    }

    /**
     * Accepts the transfer: the person who accepts is responsible as soon as it is {@link #move moved}.
     *
     * @throws NobodyWaitsException if none waits for an answer
     */
    public void accept(MatterId matterId, String by) {
        Matter matter = rows.holdOpen(matterId);
        Transfer open = answer(matter, Answer.ACCEPTED, null, by);
        name(open, by);
        timeline.add(matterId, TimelineKind.TRANSFER_ACCEPTED, by, open.toUnit(), null);
    }

    /**
     * Refuses the transfer, within the time that the unit has to object.
     *
     * @throws MatterRefusal if no reason is given, or it is too late: then the unit has to accept
     * @throws NobodyWaitsException if no transfer waits for an answer
     */
    public void refuse(MatterId matterId, String reason, String by) {
        Matter matter = rows.holdOpen(matterId);
        String text = Required.text("refusalReason", reason);
        Transfer open = answer(matter, Answer.REFUSED, text, by);
        Instant until = deadlines.object(open.toUnit(), open.proposedAt());
        if (clock.instant().isAfter(until)) {
            throw new MatterRefusal("refusalReason", "refusalReason.late", deadlines.lastDay(open.toUnit(), until));
        }
        timeline.add(matterId, TimelineKind.TRANSFER_REFUSED, by, open.toUnit(), text);
    }

    private Transfer answer(Matter matter, Answer answer, String reason, String by) {
        return db.sql("""
                        update matter_transfer set answer = :answer, refusal_reason = :reason, answered_by = :by,
                            answered_at = :now
                        where id = (select max(id) from matter_transfer where matter_id = :matter and answer is null)
                        returning *
                        """)
                .param("matter", matter.id().value())
                .param("answer", answer.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", now())
                .query(Transfer.class)
                .optional()
                .orElseThrow(() -> new NobodyWaitsException("late.transfer", matter.number()));
    }

    void name(Transfer transfer, String login) {
        db.sql("update matter_transfer set named = ? where id = ?")
                .param(login)
                .param(transfer.id())
                .update();
    }

    /** Changes unit and responsible person; a new plan must be set. Deadlines that the petitioner knows stay. */
    public Matter move(MatterId matterId) {
        Matter before = rows.holdOpen(matterId);
        Transfer transfer = last(matterId).filter(one -> one.named() != null).orElseThrow();
        db.sql("update matter_transfer set moved_at = ? where id = ?")
                .param(now())
                .param(transfer.id())
                .update();
        Matter matter = rows.save(before, before.movedTo(transfer.toUnit(), transfer.named()));
        timeline.add(
                matter,
                TimelineKind.TRANSFERRED,
                transfer.named(),
                unitName(before.unitId()) + "→" + unitName(matter.unitId()));
        return matter;
    }

    /** The transfer that waits for an answer, or else the last one. */
    public Optional<Transfer> last(MatterId matterId) {
        List<Transfer> all = all(matterId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All transfers, oldest first. */
    public List<Transfer> all(MatterId matterId) {
        return db.sql("select * from matter_transfer where matter_id = ? order by id")
                .param(matterId.value())
                .query(Transfer.class)
                .list();
    }

    private String unitName(String unitId) {
        return units.get(unitId).name();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public String tableOfTexts() {
        return "matter_transfer";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("reason", "refusal_reason", "decision_reason");
    }

    @Override
    public List<String> columnsThatKeepAStar() {
        return List.of("reason", "refusal_reason");
    }
}

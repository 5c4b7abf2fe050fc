package io.rotadesk.petition.matter;

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

/** Reports major, difficult and complex matters to the superior, and records the superior's instruction (P6). */
@Service
@Transactional
public class Instructions implements TextsAboutMatters {

    /**
     * @param instruction null until it is given
     * @param withdrawnAt when the responsible person went on without waiting for it; else null
     */
    public record Instruction(
            long id,
            String toUnit,
            String report,
            String reportedBy,
            Instant reportedAt,
            String instruction,
            String instructedBy,
            Instant instructedAt,
            String readBy,
            Instant readAt,
            String withdrawnBy,
            Instant withdrawnAt) {

        /** Whether the superior has not answered yet, and should. */
        public boolean isOpen() {
            return instruction == null && withdrawnAt == null;
        }
    }

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Units units;
    private final JdbcClient db;
    private final Clock clock;

    Instructions(MatterRows rows, MatterTimeline timeline, Units units, JdbcClient db, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.units = units;
        this.db = db;
        this.clock = clock;
    }

    /** The unit to which the matter is reported: the unit above; at the top the unit itself, whose leader decides. */
    public Unit superior(MatterId matterId) {
        String unitId = rows.get(matterId).unitId();
        return units.above(unitId).stream().findFirst().orElseGet(() -> units.get(unitId));
    }

    /** @throws MatterRefusal if the report is empty */
    public void report(MatterId matterId, String report, String by) {
        Matter matter = rows.holdOpen(matterId);
        String text = Required.text("report", report);
        Unit superior = superior(matterId);
        db.sql("""
                        insert into matter_instruction (matter_id, to_unit, report, reported_by, reported_at)
                        values (:matter, :unit, :report, :by, :now)
                        """)
                .param("matter", matterId.value())
                .param("unit", superior.id())
                .param("report", text)
                .param("by", by)
                .param("now", now())
                .update();
        rows.involve(matter, superior.id());
        timeline.add(matter, TimelineKind.REPORTED, by, superior.name() + "：" + text);
    }

    /**
     * @throws MatterRefusal if the instruction is empty
     * @throws NobodyWaitsException if none is waited for
     */
    public void instruct(MatterId matterId, String instruction, String by) {
        String text = Required.text("instruction", instruction);
        Instruction open = open(matterId);
        db.sql("update matter_instruction set instruction = ?, instructed_by = ?, instructed_at = ? where id = ?")
                .param(text)
                .param(by)
                .param(now())
                .param(open.id())
                .update();
        timeline.add(matterId, TimelineKind.INSTRUCTED, by, open.toUnit(), text);
    }

    /**
     * The responsible person does not wait any longer.
     *
     * @throws MatterRefusal if no reason is given
     * @throws NobodyWaitsException if no instruction is waited for
     */
    public void withdraw(MatterId matterId, String reason, String by) {
        Matter matter = rows.holdOpen(matterId);
        String text = Required.text("withdrawal", reason);
        db.sql("update matter_instruction set withdrawn_by = ?, withdrawn_at = ? where id = ?")
                .param(by)
                .param(now())
                .param(open(matterId).id())
                .update();
        timeline.add(matter, TimelineKind.REPORT_WITHDRAWN, by, text);
    }

    private Instruction open(MatterId matterId) {
        return last(matterId)
                .filter(Instruction::isOpen)
                .orElseThrow(() -> new NobodyWaitsException(
                        "late.instruction", rows.get(matterId).number()));
    }

    /** Records that the responsible person has read the last instruction. */
    public void read(MatterId matterId, String by) {
        Instruction last = last(matterId).orElseThrow();
        db.sql("update matter_instruction set read_by = ?, read_at = ? where id = ?")
                .param(by)
                .param(now())
                .param(last.id())
                .update();
        timeline.add(rows.get(matterId), TimelineKind.INSTRUCTION_READ, by, null);
    }

    public Optional<Instruction> last(MatterId matterId) {
        List<Instruction> all = all(matterId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** All instructions, oldest first. */
    public List<Instruction> all(MatterId matterId) {
        return db.sql("select * from matter_instruction where matter_id = ? order by id")
                .param(matterId.value())
                .query(Instruction.class)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public String tableOfTexts() {
        return "matter_instruction";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("report", "instruction");
    }

    @Override
    public List<String> columnsThatKeepAStar() {
        return columnsOfTexts();
    }
}

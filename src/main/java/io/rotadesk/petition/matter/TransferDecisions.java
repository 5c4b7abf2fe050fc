package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.Transfers.Transfer;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides which unit gets a matter that was refused twice (P6): the leader of the nearest unit above both decides, and
 * the leader of the chosen unit names the person who takes it over.
 */
@Service
@Transactional
public class TransferDecisions {

    private final MatterRows rows;
    private final Transfers transfers;
    private final MatterTimeline timeline;
    private final Units units;
    private final Agents agents;
    private final JdbcClient db;
    private final Clock clock;

    TransferDecisions(
            MatterRows rows,
            Transfers transfers,
            MatterTimeline timeline,
            Units units,
            Agents agents,
            JdbcClient db,
            Clock clock) {
        this.rows = rows;
        this.transfers = transfers;
        this.timeline = timeline;
        this.units = units;
        this.agents = agents;
        this.db = db;
        this.clock = clock;
    }

    /** The number of refusals since the matter was last transferred, decided about, or reopened. */
    public int refusals(MatterId matterId) {
        return db.sql("""
                        select count(*) from matter_transfer t join matter m on m.id = t.matter_id
                        where t.matter_id = :matter and t.answer = 'REFUSED'
                          and t.answered_at >= coalesce(m.reopened_at, t.answered_at)
                          and t.id > coalesce((select max(id) from matter_transfer
                              where matter_id = :matter and answer <> 'REFUSED'), 0)
                        """)
                .param("matter", matterId.value())
                .query(Integer.class)
                .single();
    }

    /** The unit whose leader decides: the nearest that is above both, or is one of the two and above the other. */
    public Unit decider(MatterId matterId) {
        Transfer refused = transfers.last(matterId).orElseThrow();
        List<String> other = upwards(refused.toUnit()).map(Unit::id).toList();
        return upwards(refused.fromUnit())
                .filter(unit -> other.contains(unit.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No unit is above " + refused.fromUnit() + " and " + refused.toUnit()));
    }

    private Stream<Unit> upwards(String unitId) {
        return Stream.concat(Stream.of(units.get(unitId)), units.above(unitId).stream());
    }

    /**
     * Records the decision of the leader above.
     *
     * @return whether the matter stays with its unit
     * @throws MatterRefusal naming the field
     */
    public boolean decide(MatterId matterId, String unitId, String reason, String by) {
        Matter matter = rows.holdOpen(matterId);
        boolean stays = matter.unitId().equals(unitId);
        if (!stays
                && transfers.targets(matterId).stream()
                        .noneMatch(unit -> unit.id().equals(unitId))) {
            throw new MatterRefusal("responsibleUnit", "targetUnit.unknown", unitId == null ? "" : unitId);
        }
        String text = Required.text("decisionReason", reason);
        String above = decider(matterId).id();
        db.sql("""
                        insert into matter_transfer (matter_id, from_unit, to_unit, reason, proposed_by, proposed_at,
                            answer, answered_by, answered_at, decided_unit, decision_reason)
                        values (:matter, :from, :to, '', :by, :now, 'DECIDED', :by, :now, :to, :reason)
                        """)
                .param("matter", matterId.value())
                .param("from", matter.unitId())
                .param("to", unitId)
                .param("reason", text)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        rows.involve(matter, unitId);
        timeline.add(
                matterId,
                TimelineKind.TRANSFER_DECIDED,
                by,
                above,
                units.get(unitId).name() + "：" + text);
        if (stays) {
            timeline.add(matterId, TimelineKind.KEPT, by, above, null);
        }
        return stays;
    }

    /**
     * Records the person named by the leader of the chosen unit.
     *
     * @throws MatterRefusal if the person does not work there
     */
    public void name(MatterId matterId, String login, String by) {
        Transfer decided = transfers.last(matterId).orElseThrow();
        boolean worksThere = login != null
                && agents.find(login)
                        .filter(agent -> !agent.left() && agent.unitId().equals(decided.toUnit()))
                        .isPresent();
        if (!worksThere) {
            throw new MatterRefusal("responsible", "responsible.unknown", login == null ? "" : login);
        }
        rows.holdOpen(matterId);
        transfers.name(decided, login);
        timeline.add(matterId, TimelineKind.RESPONSIBLE_NAMED, by, decided.toUnit(), agents.name(login));
    }
}

package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.LargeScaleEvents.Alert;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who goes to the scene of a large-scale event (P5): the leader of the responsible unit who acknowledged the
 * alert or, as long as nobody did, one from a level above who takes it over.
 */
@Service
@Transactional
public class SceneLeaders implements TextsAboutMatters {

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final Units units;
    private final JdbcClient db;
    private final Clock clock;

    SceneLeaders(MatterRows rows, MatterTimeline timeline, Units units, JdbcClient db, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.units = units;
        this.db = db;
        this.clock = clock;
    }

    /**
     * Lets a leader from above go in place of the responsible unit's, if nobody there has acknowledged. The matter
     * stays with its unit.
     *
     * @param unitId the unit of that leader
     * @return whether they go
     */
    public boolean takeOver(MatterId matterId, String unitId, String by) {
        Matter matter = rows.hold(matterId);
        boolean taken = db.sql("""
                                update matter_alert set acknowledged_by = :by, acknowledged_at = :now, taken_over_by = :above
                                where matter_id = :matter and unit_id = :unit and round = :round and acknowledged_at is null
                                """)
                        .param("by", by)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("above", unitId)
                        .param("matter", matterId.value())
                        .param("unit", matter.unitId())
                        .param("round", matter.round())
                        .update()
                == 1;
        if (taken) {
            timeline.add(matterId, TimelineKind.ALERT_TAKEN_OVER, by, unitId, null);
        }
        return taken;
    }

    /** @return the login; null while nobody has answered */
    @Transactional(readOnly = true)
    public String leader(MatterId matterId) {
        return answered(matterId).map(Alert::acknowledgedBy).orElse(null);
    }

    /** The unit whose leader goes: the matter's, unless a unit above has taken it over. */
    @Transactional(readOnly = true)
    public String unit(MatterId matterId) {
        return answered(matterId)
                .map(Alert::takenOverBy)
                .orElseGet(() -> rows.get(matterId).unitId());
    }

    /**
     * Makes the unit's leader responsible for the rest of the matter, if nobody is yet, even if another leader went.
     */
    String responsible(Matter matter, String leader) {
        if (matter.responsible() != null
                || answered(matter.id()).map(Alert::takenOverBy).isEmpty()) {
            return matter.responsible() == null ? leader : matter.responsible();
        }
        Unit unit = units.get(matter.unitId());
        return Stream.concat(unit.managers().stream(), unit.deputies().stream())
                .findFirst()
                .orElse(leader);
    }

    private Optional<Alert> answered(MatterId matterId) {
        return db.sql("""
                        select a.* from matter_alert a join matter m on m.id = a.matter_id and m.unit_id = a.unit_id
                          and a.round = m.reopened + 1
                        where a.matter_id = ? and a.acknowledged_at is not null
                        """).param(matterId.value()).query(Alert.class).optional();
    }

    @Override
    public String tableOfTexts() {
        return "matter_alert";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("remarks");
    }
}

package io.rotadesk.petition.matter;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The large-scale events that go on (P5). */
@Repository
@Transactional(readOnly = true)
public class RunningEvents {

    private static final int AT_MOST = 10;
    private static final int LONGEST = 120;

    /** What is done about an event so far. */
    public enum Step {
        UNANSWERED,
        ANSWERED,
        ON_SCENE
    }

    /**
     * An event that goes on.
     *
     * @param unitName of the unit that is responsible
     * @param destination where the people mean to go, as at the registration
     * @param summary what it is about, shortened; null if nothing was said
     */
    public record RunningEvent(
            MatterId matterId, String unitName, int people, String destination, String summary, Step step) {}

    private final JdbcClient db;
    private final Units units;

    RunningEvents(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /** The events of a unit and of all units below it, latest first. */
    public List<RunningEvent> of(String unitId) {
        String[] whose = Stream.concat(
                        Stream.of(unitId), units.below(unitId).stream().map(Unit::id))
                .toArray(String[]::new);
        return db.sql("""
                        select m.id, u.name, m.group_size, m.destination, m.state, coalesce(m.account, m.summary) as said,
                          exists (select from matter_alert a
                            where a.matter_id = m.id and a.round = m.reopened + 1 and a.acknowledged_at is not null) as answered
                        from matter m join unit u on u.id = m.unit_id
                        where m.state in ('ALERTED', 'ON_SCENE') and m.unit_id = any (:units)
                          and m.root_unit_id = :root
                        order by m.opened_at desc limit :atMost
                        """)
                .param("units", whose)
                .param("root", root(unitId))
                .param("atMost", AT_MOST)
                .query((row, nr) -> new RunningEvent(
                        new MatterId(row.getString("id")),
                        row.getString("name"),
                        row.getInt("group_size"),
                        row.getString("destination"),
                        shortened(row.getString("said")),
                        step(row.getString("state"), row.getBoolean("answered"))))
                .list();
    }

    private String root(String unitId) {
        List<Unit> above = units.above(unitId);
        return above.isEmpty() ? unitId : above.get(above.size() - 1).id();
    }

    private static Step step(String state, boolean answered) {
        if (state.equals(MatterState.ON_SCENE.name())) {
            return Step.ON_SCENE;
        }
        return answered ? Step.ANSWERED : Step.UNANSWERED;
    }

    private static String shortened(String said) {
        return said == null || said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }
}

package io.rotadesk.petition.matter;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers the matters: one series a year for all units of a tree. */
@Component
class MatterNumbers {

    private final JdbcClient db;
    private final Units units;
    private final Clock clock;

    MatterNumbers(JdbcClient db, Units units, Clock clock) {
        this.db = db;
        this.units = units;
        this.clock = clock;
    }

    /** The unit at the top of the unit's tree. */
    String root(String unitId) {
        List<Unit> above = units.above(unitId);
        return above.isEmpty() ? unitId : above.get(above.size() - 1).id();
    }

    /**
     * The next number, for the year in the top unit's time zone. Numbers are assigned one after the other, none twice.
     */
    String next(String rootUnitId) {
        int year =
                clock.instant().atZone(units.get(rootUnitId).settings().zone()).getYear();
        int serial =
                db.sql("""
                        insert into matter_serial (root_unit_id, year, last) values (?, ?, 1)
                        on conflict (root_unit_id, year) do update set last = matter_serial.last + 1
                        returning last
                        """).param(rootUnitId).param(year).query(Integer.class).single();
        return "%d-%06d".formatted(year, serial);
    }
}

package io.rotadesk.petition.paper;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers the papers when they are signed: one series for each unit, kind and year. The row of the series is held until the signature
 * commits, so no number is given twice, and one that is not used is given to the next paper.
 */
@Component
class PaperNumbers {

    private final JdbcClient db;
    private final Units units;
    private final Clock clock;

    PaperNumbers(JdbcClient db, Units units, Clock clock) {
        this.db = db;
        this.units = units;
        this.clock = clock;
    }

    /** The signature of a person with the next number. */
    Signing next(String unitId, PaperKind kind, String by) {
        Instant now = clock.instant();
        Unit unit = units.get(unitId);
        int year = unit.clock().day(now).getYear();
        int serial = db.sql("""
                        insert into paper_serial (unit_id, kind, year, last) values (:unit, :kind, :year, 1)
                        on conflict (unit_id, kind, year) do update set last = paper_serial.last + 1
                        returning last
                        """)
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
        String mark = unit.settings().get(PaperSettings.class).paperMark();
        String number = "%s%s〔%d〕%d号".formatted(mark.isEmpty() ? unit.name() : mark, kind.inNumber(), year, serial);
        return new Signing(by, now, year, serial, number);
    }
}

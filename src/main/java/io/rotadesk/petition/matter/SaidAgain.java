package io.rotadesk.petition.matter;

import io.rotadesk.staff.unit.Units;
import org.springframework.stereotype.Component;

/** The purpose of a matter with which petitioners came again: each that they confirmed, with its day, newest first (P2). */
@Component
class SaidAgain {

    private final Units units;

    SaidAgain(Units units) {
        this.units = units;
    }

    /**
     * @param earlier the matter as it was before the visit
     * @return the earlier purpose, if the visit has none or the same one
     */
    String purpose(Matter earlier, Matter visit) {
        String before = earlier.purpose();
        String now = visit.purpose();
        if (now == null
                || before == null
                || now.equals(before)
                || before.lines().anyMatch(line -> line.endsWith("：" + now))) {
            return before == null ? now : before;
        }
        String dated = earlier.visits() == 1 ? dated(earlier, before) : before;
        return dated(visit, now) + "\n" + dated;
    }

    private String dated(Matter said, String purpose) {
        var at = said.receivedAt() == null ? said.openedAt() : said.receivedAt();
        return units.get(said.unitId()).clock().day(at) + "：" + purpose;
    }
}

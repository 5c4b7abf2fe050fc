package io.rotadesk.web.desk.conduct;

import io.rotadesk.leasing.conduct.ConductPoint;
import io.rotadesk.leasing.conduct.ServiceCheck;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * A spot check in the list.
 *
 * @param at the time of the check, in the unit's time zone
 * @param marks in the order of the points
 */
record CheckRow(
        ZonedDateTime at,
        String agent,
        String checkedBy,
        Map<ConductPoint, Integer> marks,
        String remarks,
        String answer,
        boolean seen) {

    static CheckRow of(ServiceCheck check, ZoneId zone, Map<String, String> names) {
        return new CheckRow(
                check.checkedAt().atZone(zone),
                names.getOrDefault(check.agent(), check.agent()),
                check.checkedBy() == null ? "" : names.getOrDefault(check.checkedBy(), check.checkedBy()),
                new TreeMap<>(check.marks()),
                check.remarks(),
                check.answer(),
                check.readAt() != null);
    }
}

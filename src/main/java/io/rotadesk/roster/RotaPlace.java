package io.rotadesk.roster;

import java.time.LocalDate;
import java.util.Map;

/** A queue of a unit on a day. */
record RotaPlace(String unitId, Queue queue, LocalDate day) {

    Map<String, Object> params() {
        return Map.of("unitId", unitId, "queue", queue.name(), "day", day);
    }
}

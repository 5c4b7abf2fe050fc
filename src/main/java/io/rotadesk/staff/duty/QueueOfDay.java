package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Queue;
import java.time.LocalDate;
import java.util.Map;

/** A queue of a unit on a day. */
public record QueueOfDay(String unitId, Queue queue, LocalDate day) {

    public Map<String, Object> params() {
        return Map.of("unitId", unitId, "queue", queue.name(), "day", day);
    }
}

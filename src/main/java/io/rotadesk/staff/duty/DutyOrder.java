package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Queue;
import java.time.LocalDate;
import java.util.List;

/**
 * The order of a queue on a day.
 *
 * @param team "A", "B" or all
 * @param members logins in their order
 * @param overridden whether the manager set it
 */
public record DutyOrder(
        String unitId, LocalDate day, Queue queue, String team, List<String> members, boolean overridden) {

    public QueueOfDay queueOfDay() {
        return new QueueOfDay(unitId, queue, day);
    }
}

package io.rotadesk.roster;

import java.time.LocalDate;
import java.util.List;

/**
 * Who stands in a queue on a day.
 *
 * @param team "A", "B" or all
 * @param members logins in their order
 * @param overridden by the manager
 */
record DutyOrder(String unitId, LocalDate day, Queue queue, String team, List<String> members, boolean overridden) {

    RotaPlace place() {
        return new RotaPlace(unitId, queue, day);
    }
}

package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import io.rotadesk.staff.unit.UnitKind;
import java.util.Set;

/**
 * Whether turns only go to people who have a page open.
 *
 * @param turnsNeedPage the queues for which this holds; none in a unit that works by telephone alone
 * @param absentWithoutPage how long somebody may have no page open before they count as absent; in minutes
 */
@SettingsOfUnits(place = 12)
public record PageSettings(
        @Setting(
                group = "here",
                least = 0,
                usual = "CALL,VISIT,PETITION",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        Set<Queue> turnsNeedPage,

        // A page that is open is noted once a minute.
        @Setting(
                group = "here",
                usual = "10",
                least = 3,
                most = 720,
                in = {UnitKind.LEASING, UnitKind.PETITION})
        int absentWithoutPage) {

    /** A helper stands in for a colleague with a visitor: what holds for visits holds for helpers. */
    public boolean isPageNeeded(Queue queue) {
        return turnsNeedPage.contains(queue == Queue.HELPER ? Queue.VISIT : queue);
    }
}

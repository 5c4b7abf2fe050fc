package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.DayStart;
import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitKind;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The settings of a unit's days and turns.
 *
 * @param dutyBegins when the day's duty is announced, in the unit's time zone (L1.1)
 * @param dayStart decides who is first on a day
 * @param closedWeekdays the weekdays without duty
 * @param madeUp the reasons for which an agent gets a turn back
 */
@SettingsOfUnits(place = 10)
public record DutySettings(
        @Setting(
                group = "duty",
                usual = "08:00",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        LocalTime dutyBegins,

        @Setting(
                group = "duty",
                usual = "RESTART",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        DayStart dayStart,

        @Setting(
                group = "duty",
                least = 0,
                in = {UnitKind.LEASING, UnitKind.PETITION})
        Set<DayOfWeek> closedWeekdays,

        @Setting(
                group = "duty",
                least = 0,
                usual = TurnReason.USUALLY_MADE_UP,
                in = {UnitKind.LEASING, UnitKind.PETITION})
        Set<TurnReason> madeUp) {

    /**
     * The reasons for which turns are made up, with those that follow from another: wrapping up is part of serving,
     * whoever has no page open is away, and whoever says that they cannot come does not come in time,
     * and a visitor who was entered by mistake did not come for leasing.
     */
    public Set<TurnReason> allMadeUp() {
        Set<TurnReason> all = EnumSet.noneOf(TurnReason.class);
        all.addAll(madeUp);
        if (all.contains(TurnReason.SERVING)) {
            all.add(TurnReason.WRAPPING_UP);
        }
        if (all.contains(TurnReason.AWAY)) {
            all.add(TurnReason.NOT_LOGGED_IN);
            all.add(TurnReason.NO_PAGE);
        }
        if (all.contains(TurnReason.NOT_IN_TIME)) {
            all.add(TurnReason.CANNOT_COME);
        }
        if (all.contains(TurnReason.NOT_LEASING)) {
            all.add(TurnReason.ENTERED_BY_MISTAKE);
        }
        return all;
    }
}

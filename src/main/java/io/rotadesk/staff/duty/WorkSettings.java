package io.rotadesk.staff.duty;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.LocalTime;

/**
 * The hours of the day in which a unit's people work, in the unit's time zone.
 *
 * @param workBegins the first of them
 * @param workEnds the end of the last; if it is not later than the beginning, they work around the clock
 */
@SettingsOfUnits(place = 11)
public record WorkSettings(
        @Setting(group = "duty", usual = "08:00") LocalTime workBegins,
        @Setting(group = "duty", usual = "20:00") LocalTime workEnds) {

    static final WorkSettings AROUND_THE_CLOCK = new WorkSettings(LocalTime.MIN, LocalTime.MIN);

    /** Whether there are hours in which nobody works. */
    boolean isLimited() {
        return workEnds.isAfter(workBegins);
    }
}

package io.rotadesk.leasing.conduct;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.Duration;

/**
 * Spot checks of receptions (L3.6).
 *
 * @param checkPercent of the receptions that are checked, 0 to 100
 * @param checkTime for the manager's check
 * @param acknowledgeTime for an agent to read a check, or what a helper hands back (L3.2d)
 */
@SettingsOfUnits(place = 70)
public record CheckSettings(
        @Setting(group = "visit", usual = "10", least = 0, most = 100)
        int checkPercent,

        @Setting(group = "visit", usual = "48h") Duration checkTime,
        @Setting(group = "visit", usual = "4h") Duration acknowledgeTime) {}

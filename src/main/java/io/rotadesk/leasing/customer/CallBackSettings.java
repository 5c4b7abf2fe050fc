package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.Duration;

/**
 * The settings for calling a customer back: a promised call, a missed call, the manager's answer.
 *
 * @param maxTries to reach somebody
 * @param callBackTime until a promised call back is due (L2.2e)
 */
@SettingsOfUnits(place = 30)
public record CallBackSettings(
        @Setting(group = "ring", usual = "3", most = 20) int maxTries,
        @Setting(group = "colleague", usual = "30m") Duration callBackTime) {}

package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import io.rotadesk.staff.unit.UnitKind;
import java.time.Duration;

/**
 * The time limits of a manager or leader.
 *
 * @param answerTime for the manager's answer (L3.7) and the decision about a morning; the reminder comes at half of it
 */
@SettingsOfUnits(place = 80)
public record DecisionSettings(
        @Setting(
                group = "manager",
                usual = "10m",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        Duration answerTime) {}

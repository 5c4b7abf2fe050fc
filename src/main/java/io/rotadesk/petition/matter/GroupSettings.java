package io.rotadesk.petition.matter;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import io.rotadesk.staff.unit.UnitKind;

/**
 * How groups come. The settings of the unit at the top of a tree are in force in all of it.
 *
 * @param representatives how many people may speak for a group
 */
@SettingsOfUnits(place = 94)
public record GroupSettings(
        @Setting(group = "groups", usual = "5", most = 50, in = UnitKind.PETITION)
        int representatives) {}

package io.rotadesk.staff.unit;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Where a unit is and how it speaks.
 *
 * @param publicPhone where a petitioner asks how their matter is getting on (P4); empty if the unit has none
 * @param zone in which the unit's days begin and end
 * @param locale null for the application's
 */
@SettingsOfUnits(place = 100)
public record PlaceSettings(
        @Setting(group = "place", in = UnitKind.PETITION) String publicPhone,

        @Setting(
                group = "place",
                usual = "Asia/Shanghai",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        ZoneId zone,

        @Setting(
                group = "place",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        Locale locale) {}

package io.rotadesk.staff.unit;

import java.time.ZoneId;
import java.util.Locale;

/**
 * The settings of a unit's place and language.
 *
 * @param publicPhone the number that petitioners call to ask about their matter (P4); empty if the unit has none
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

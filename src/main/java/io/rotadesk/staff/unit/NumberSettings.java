package io.rotadesk.staff.unit;

import io.rotadesk.platform.phone.Numbering;

/**
 * The settings of the place where a unit's telephones stand: what is left out in numbers there.
 *
 * @param countryCode of numbers that are written without one
 * @param areaCode of numbers that are written without one; empty if such a number is to be asked about
 */
@SettingsOfUnits(place = 105)
public record NumberSettings(
        @Setting(
                group = "place",
                usual = "86",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        String countryCode,

        @Setting(
                group = "place",
                in = {UnitKind.LEASING, UnitKind.PETITION})
        String areaCode) {

    private static final String COUNTRY = "\\s*\\+?[0-9]{1,3}\\s*";
    private static final String AREA = "\\s*(0?[0-9]{2,4})?\\s*";

    /** @throws RosterRefusal naming the field, if one of them is no such code */
    public NumberSettings {
        if (!countryCode.isEmpty() && !countryCode.matches(COUNTRY)) {
            throw new RosterRefusal("countryCode", "setting.countryCode", countryCode);
        }
        if (!areaCode.matches(AREA)) {
            throw new RosterRefusal("areaCode", "setting.areaCode", areaCode);
        }
    }

    /** How numbers are read in the unit. */
    public Numbering numbering() {
        return Numbering.of(countryCode, areaCode);
    }
}

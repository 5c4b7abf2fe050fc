package io.rotadesk.petition.enquiry;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import io.rotadesk.staff.unit.UnitKind;

/**
 * What petitioners may say of a matter without a login. The settings of the unit at the top of a tree are in force in all of it.
 *
 * @param ratingDays how many days after the answer a matter can be rated; the day of the answer does not count; 0 for no rating
 */
@SettingsOfUnits(place = 95)
public record EnquirySettings(
        @Setting(group = "enquiry", usual = "30", least = 0, most = 3650, in = UnitKind.PETITION)
        int ratingDays) {}

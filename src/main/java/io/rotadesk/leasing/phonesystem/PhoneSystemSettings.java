package io.rotadesk.leasing.phonesystem;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.util.List;

/**
 * How a unit's phone system calls its fields.
 *
 * @param phoneFields our name and the system's, such as {@code callId=uniqueid}; empty for the usual ones
 */
@SettingsOfUnits(place = 25)
public record PhoneSystemSettings(
        @Setting(group = "phone", least = 0, usual = "") List<String> phoneFields) {}

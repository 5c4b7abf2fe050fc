package io.rotadesk.web.desk.units;

import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.staff.unit.UnitKind;
import java.util.List;
import java.util.Locale;

/** The inputs of a petition unit's deadline settings: the profiles as a table, the others below. */
final class WorkdayFields {

    /** A profile's columns, in the order in which they apply to a matter. */
    static final List<String> DAYS = List.of("AcceptDays", "HandleDays", "ExtendDays", "ReviewDays");

    static final List<SettingField> ALL = PetitionSettings.TYPE.settings().stream()
            .map(setting -> SettingField.of(setting, UnitKind.PETITION))
            .toList();

    static final List<SettingField> OTHERS = ALL.stream()
            .filter(field -> DAYS.stream().noneMatch(days -> field.key().endsWith(days)))
            .toList();

    private WorkdayFields() {}

    static List<SettingField> ofProfile(String profile) {
        return ALL.stream()
                .filter(field ->
                        DAYS.stream().anyMatch(days -> field.key().equals(profile.toLowerCase(Locale.ROOT) + days)))
                .toList();
    }
}

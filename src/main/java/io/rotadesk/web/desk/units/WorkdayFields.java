package io.rotadesk.web.desk.units;

import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.Profile;
import io.rotadesk.web.desk.units.SettingField.Kind;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How the settings of a petition unit's deadlines are asked for: the profiles as a table, the others below. */
final class WorkdayFields {

    /** A profile's columns, in the order in which a matter meets them. */
    static final List<String> DAYS = List.of("AcceptDays", "HandleDays", "ExtendDays", "ReviewDays");

    static final List<SettingField> OTHERS = List.of(
            new SettingField(
                    "workingDays",
                    Kind.CHOICES,
                    Arrays.stream(DayOfWeek.values()).map(Enum::name).toList()),
            of("remindBeforeDays", Kind.NUMBER),
            of("answerDays", Kind.NUMBER),
            of("callTime", Kind.DURATION),
            of("recallAfter", Kind.DURATION),
            of("recalls", Kind.NUMBER),
            of("waitTime", Kind.DURATION),
            of("alertTime", Kind.DURATION));

    static final List<SettingField> ALL = Stream.concat(
                    PetitionSettings.defaults().profiles().stream()
                            .map(Profile::id)
                            .flatMap(profile -> ofProfile(profile).stream()),
                    OTHERS.stream())
            .toList();

    private WorkdayFields() {}

    static List<SettingField> ofProfile(String profile) {
        return DAYS.stream()
                .map(days -> of(profile.toLowerCase(Locale.ROOT) + days, Kind.NUMBER))
                .toList();
    }

    private static SettingField of(String key, Kind kind) {
        return new SettingField(key, kind, List.of());
    }
}

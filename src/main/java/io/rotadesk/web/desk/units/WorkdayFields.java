package io.rotadesk.web.desk.units;

import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.Profile;
import io.rotadesk.staff.unit.SettingDefinition;
import io.rotadesk.staff.unit.UnitKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The inputs of a petition unit's settings: the limits as tables, a number of days and their kind each; the others below. */
final class WorkdayFields {

    /** The steps that have a limit in each profile, in the order in which they apply to a matter. */
    static final List<String> STEPS = List.of("Accept", "Handle", "Extend", "Review");

    /** The steps that have the same limit for all matters. */
    static final List<String> STAGES = List.of("object", "appeal", "recheck");

    private static final Set<String> GROUPS_OF_LIMITS = Set.of("ordinary", "simple", "stages");
    private static final String DAYS = "Days";
    private static final String KIND = "Kind";

    static final List<SettingField> ALL =
            PetitionSettings.TYPE.settings().stream().map(WorkdayFields::field).toList();

    static final List<SettingField> OTHERS = PetitionSettings.TYPE.settings().stream()
            .filter(setting -> !GROUPS_OF_LIMITS.contains(setting.group()))
            .map(WorkdayFields::field)
            .toList();

    /** The two inputs of a limit. */
    record Limit(String step, SettingField days, SettingField kind) {

        private static Limit of(String step, String key) {
            return new Limit(step, find(key + DAYS), find(key + KIND));
        }
    }

    private WorkdayFields() {}

    /** The limits of the matters' profiles, by profile. */
    static Map<String, List<Limit>> ofProfiles() {
        Map<String, List<Limit>> limits = new LinkedHashMap<>();
        for (String profile : List.of(Profile.ORDINARY, Profile.SIMPLE)) {
            String prefix = profile.toLowerCase(Locale.ROOT);
            limits.put(
                    profile,
                    STEPS.stream().map(step -> Limit.of(step, prefix + step)).toList());
        }
        return limits;
    }

    /** The limits that all matters have. */
    static List<Limit> ofStages() {
        return STAGES.stream().map(step -> Limit.of(step, step)).toList();
    }

    /** The step whose limit this setting is part of; null if it is part of none. */
    static String step(SettingDefinition setting) {
        if (!GROUPS_OF_LIMITS.contains(setting.group())) {
            return null;
        }
        String key = setting.key().replaceAll("(" + DAYS + "|" + KIND + ")$", "");
        return STAGES.contains(key) ? key : key.substring(setting.group().length());
    }

    private static SettingField field(SettingDefinition setting) {
        return SettingField.of(setting, UnitKind.PETITION);
    }

    private static SettingField find(String key) {
        return ALL.stream().filter(field -> field.key().equals(key)).findFirst().orElseThrow();
    }
}

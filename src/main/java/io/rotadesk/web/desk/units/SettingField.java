package io.rotadesk.web.desk.units;

import io.rotadesk.staff.unit.SettingDefinition;
import io.rotadesk.staff.unit.SettingKind;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The input of one unit setting on the page. Its label is the message {@code desk.setting.} and its key, its
 * explanation the same with {@code .help}.
 *
 * @param choices the possible choices; empty for a setting that is typed
 */
record SettingField(String key, Kind kind, List<String> choices) {

    enum Kind {
        NUMBER,
        DURATION,
        /** One of the choices can be selected. */
        CHOICE,
        /** Any number of the choices can be selected. */
        CHOICES,
        /** A list of texts, one a line. */
        TEXTS,
        TEXT,
        /** A time of day. */
        TIME,
        ZONE;

        /** The settings that are lists: a list with nothing chosen is empty, not the default. */
        boolean isList() {
            return this == CHOICES || this == TEXTS;
        }

        private static Kind of(SettingKind kind) {
            return kind == SettingKind.LOCALE ? CHOICE : valueOf(kind.name());
        }
    }

    static SettingField of(SettingDefinition setting, UnitKind unit) {
        return new SettingField(setting.key(), Kind.of(setting.kind()), setting.choices(unit));
    }

    /**
     * The settings of a unit of this kind, by group, in the order of the page; a group's heading is the message {@code
     * desk.setting.group.} and its name.
     */
    static Map<String, List<SettingField>> groups(UnitKind unit) {
        return UnitSettings.definitions().stream()
                .filter(setting -> setting.in().contains(unit))
                .collect(Collectors.groupingBy(
                        SettingDefinition::group,
                        LinkedHashMap::new,
                        Collectors.mapping(setting -> of(setting, unit), Collectors.toList())));
    }

    static List<SettingField> all(UnitKind unit) {
        return groups(unit).values().stream().flatMap(List::stream).toList();
    }
}

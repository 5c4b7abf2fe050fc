package io.rotadesk.staff.unit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One setting, as {@link Setting} and the type of its component declare it.
 *
 * @param key its name in JSON
 * @param group its heading on the page
 * @param usual the default as declared
 * @param least the least number, or the least number of values of a list
 * @param most the greatest number
 * @param in the kinds of units that have it
 * @param constants the possible choices; null for a setting that is typed
 */
public record SettingDefinition(
        String key,
        SettingKind kind,
        String group,
        String usual,
        int least,
        int most,
        Set<UnitKind> in,
        Class<? extends Enum<?>> constants) {

    static SettingDefinition of(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(component + " is no @Setting");
        }
        return new SettingDefinition(
                component.getName(),
                kind(component),
                setting.group(),
                setting.usual(),
                setting.least(),
                setting.most(),
                Set.of(setting.in()),
                constants(component));
    }

    /** The choices of a unit of this kind, as in JSON; empty for a setting that is typed. */
    public List<String> choices(UnitKind unit) {
        if (kind == SettingKind.LOCALE) {
            return List.of("", "zh-CN", "en");
        }
        return constants == null
                ? List.of()
                : Arrays.stream(constants.getEnumConstants())
                        .filter(constant -> !(constant instanceof SettingChoice choice) || choice.isChoiceIn(unit))
                        .map(Enum::name)
                        .toList();
    }

    private static SettingKind kind(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return SettingKind.NUMBER;
        } else if (type == Duration.class) {
            return SettingKind.DURATION;
        } else if (type == LocalTime.class) {
            return SettingKind.TIME;
        } else if (type == ZoneId.class) {
            return SettingKind.ZONE;
        } else if (type == Locale.class) {
            return SettingKind.LOCALE;
        } else if (type == String.class) {
            return SettingKind.TEXT;
        } else if (type == List.class) {
            return SettingKind.TEXTS;
        } else if (type == Set.class) {
            return SettingKind.CHOICES;
        } else if (type.isEnum()) {
            return SettingKind.CHOICE;
        }
        throw new IllegalStateException("a setting cannot be a " + type.getName() + ": " + component);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Enum<?>> constants(RecordComponent component) {
        return switch (kind(component)) {
            case CHOICE -> (Class<? extends Enum<?>>) component.getType();
            case CHOICES ->
                (Class<? extends Enum<?>>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            default -> null;
        };
    }
}

package io.rotadesk.staff.unit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;

/**
 * Values of settings, from JSON and back. Null is the default. Invalid values are rejected with a {@link RosterRefusal}
 * that names the setting.
 */
final class SettingValues {

    private static final Duration LONGEST = Duration.ofDays(30);

    private SettingValues() {}

    /**
     * @param value as in JSON; null for the default
     * @return of the component's type
     */
    static Object read(SettingDefinition setting, Object value) {
        Object given = value == null ? usual(setting) : value;
        return switch (setting.kind()) {
            case NUMBER -> number(setting, given);
            case DURATION -> duration(setting, given);
            case TIME -> time(setting, given);
            case ZONE -> zone(setting, given);
            case LOCALE -> locale(setting, given);
            case TEXT -> value == null ? given : text(setting, given);
            case TEXTS -> texts(setting, given);
            case CHOICE -> constant(setting, given);
            case CHOICES -> constants(setting, given);
        };
    }

    /** @return as in JSON; null for a value that is not there */
    static Object write(SettingDefinition setting, Object value) {
        if (value == null || value.equals("")) {
            return null;
        }
        return switch (setting.kind()) {
            case NUMBER, TEXT, TEXTS -> value;
            case DURATION, TIME -> value.toString();
            case ZONE -> ((ZoneId) value).getId();
            case LOCALE -> ((Locale) value).toLanguageTag();
            case CHOICE -> ((Enum<?>) value).name();
            case CHOICES ->
                ((Set<?>) value).stream().map(one -> ((Enum<?>) one).name()).toList();
        };
    }

    private static Object usual(SettingDefinition setting) {
        String usual = setting.usual();
        return switch (setting.kind()) {
            case NUMBER -> Integer.valueOf(usual);
            case TEXTS, CHOICES -> usual.isEmpty() ? List.of() : List.of(usual.split(","));
            default -> usual;
        };
    }

    private static int number(SettingDefinition setting, Object value) {
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= setting.least()
                && number.intValue() <= setting.most()) {
            return number.intValue();
        }
        throw new RosterRefusal(setting.key(), "setting.number", value, setting.most(), setting.least());
    }

    /** {@code 30s}, {@code 15m} or {@code PT15M}. */
    private static Duration duration(SettingDefinition setting, Object value) {
        try {
            Duration duration = DurationStyle.detectAndParse((String) value);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            // rejected below
        }
        throw new RosterRefusal(setting.key(), "setting.duration", value);
    }

    private static LocalTime time(SettingDefinition setting, Object value) {
        try {
            return LocalTime.parse(value.toString());
        } catch (DateTimeException e) {
            throw new RosterRefusal(setting.key(), "setting.time", value);
        }
    }

    private static ZoneId zone(SettingDefinition setting, Object value) {
        try {
            return ZoneId.of(value.toString());
        } catch (DateTimeException e) {
            throw new RosterRefusal(setting.key(), "setting.zone", value);
        }
    }

    private static Locale locale(SettingDefinition setting, Object value) {
        if (value.equals("")) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(value.toString());
        if (Set.of("zh", "en").contains(locale.getLanguage())) {
            return locale;
        }
        throw new RosterRefusal(setting.key(), "setting.locale", value);
    }

    private static String text(SettingDefinition setting, Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new RosterRefusal(setting.key(), "setting.text", value);
    }

    private static List<String> texts(SettingDefinition setting, Object value) {
        List<String> texts = new ArrayList<>();
        for (Object one : list(setting, value)) {
            if (!(one instanceof String text) || text.isBlank()) {
                throw new RosterRefusal(setting.key(), "setting.texts", one);
            }
            texts.add(text.strip());
        }
        return List.copyOf(texts);
    }

    private static Set<?> constants(SettingDefinition setting, Object value) {
        return constants(setting, setting.constants(), list(setting, value));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Set<?> constants(SettingDefinition setting, Class type, Collection<?> values) {
        EnumSet chosen = EnumSet.noneOf(type);
        values.forEach(one -> chosen.add(constant(setting, one)));
        if (chosen.size() < setting.least()) {
            throw new RosterRefusal(setting.key(), "setting.noChoice");
        }
        return Collections.unmodifiableSet(chosen);
    }

    private static Enum<?> constant(SettingDefinition setting, Object value) {
        List<? extends Enum<?>> choices = Arrays.stream(setting.constants().getEnumConstants())
                .filter(SettingValues::canBeChosen)
                .toList();
        // The design writes the policies in lower case with a hyphen.
        String name = value.toString().toUpperCase(Locale.ROOT).replace('-', '_');
        for (Enum<?> choice : choices) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        throw new RosterRefusal(setting.key(), "setting.choice", value, choices);
    }

    private static boolean canBeChosen(Enum<?> constant) {
        return !(constant instanceof SettingChoice choice)
                || Arrays.stream(UnitKind.values()).anyMatch(choice::isChoiceIn);
    }

    private static Collection<?> list(SettingDefinition setting, Object value) {
        if (value instanceof Collection<?> list) {
            return list;
        }
        throw new RosterRefusal(setting.key(), "setting.list", value);
    }
}

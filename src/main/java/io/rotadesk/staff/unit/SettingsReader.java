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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;

/**
 * Reads settings one by one and refuses what cannot be, with the field's name: those of a unit, and those that other packages
 * keep for it. A setting that is left out, or null, has its usual value. Every method throws {@link RosterRefusal}.
 */
public final class SettingsReader {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final Map<String, Object> left;

    /** @param settings by name, as in JSON */
    public SettingsReader(Map<String, ?> settings) {
        this.left = new HashMap<>(settings);
    }

    /** A whole number from 1 to the most. */
    public int number(String key, int usual, int most) {
        return number(key, usual, 1, most);
    }

    public int number(String key, int usual, int least, int most) {
        Object value = left.remove(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= least
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw new RosterRefusal(key, "setting.number", value, most, least);
    }

    /** @param usual as {@code 30s}, {@code 15m}, {@code PT15M}; between a second and 30 days */
    public Duration duration(String key, String usual) {
        Object value = left.remove(key);
        try {
            Duration duration = DurationStyle.detectAndParse(value == null ? usual : (String) value);
            if (duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (IllegalArgumentException | ClassCastException e) {
            // refused below
        }
        throw new RosterRefusal(key, "setting.duration", value);
    }

    /** A time of day, {@code 08:00}. */
    LocalTime time(String key, String usual) {
        Object value = left.remove(key);
        try {
            return LocalTime.parse(value == null ? usual : value.toString());
        } catch (DateTimeException e) {
            throw new RosterRefusal(key, "setting.time", value);
        }
    }

    String text(String key, String usual) {
        Object value = left.remove(key);
        if (value == null) {
            return usual;
        }
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new RosterRefusal(key, "setting.text", value);
    }

    ZoneId zone(String key, String usual) {
        Object value = left.remove(key);
        try {
            return ZoneId.of(value == null ? usual : value.toString());
        } catch (DateTimeException e) {
            throw new RosterRefusal(key, "setting.zone", value);
        }
    }

    Locale locale(String key) {
        Object value = left.remove(key);
        if (value == null) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(value.toString());
        if (Set.of("zh", "en").contains(locale.getLanguage())) {
            return locale;
        }
        throw new RosterRefusal(key, "setting.locale", value);
    }

    <E extends Enum<E>> E choice(String key, E usual) {
        Object value = left.remove(key);
        return value == null ? usual : choice(key, usual.getDeclaringClass(), value, any -> true);
    }

    /** Some of the choices, at least one. */
    public <E extends Enum<E>> Set<E> someChoices(String key, Class<E> type, Set<E> usual) {
        Set<E> chosen = choices(key, type, usual, any -> true);
        if (chosen.isEmpty()) {
            throw new RosterRefusal(key, "setting.noChoice");
        }
        return chosen;
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type, Set<E> usual, Predicate<E> allowed) {
        Object value = left.remove(key);
        EnumSet<E> chosen = EnumSet.noneOf(type);
        if (value == null) {
            chosen.addAll(usual);
        } else {
            list(key, value).forEach(one -> chosen.add(choice(key, type, one, allowed)));
        }
        return Collections.unmodifiableSet(chosen);
    }

    List<String> texts(String key, List<String> usual) {
        Object value = left.remove(key);
        if (value == null) {
            return usual;
        }
        List<String> texts = new ArrayList<>();
        for (Object one : list(key, value)) {
            if (!(one instanceof String text) || text.isBlank()) {
                throw new RosterRefusal(key, "setting.texts", one);
            }
            texts.add(text.strip());
        }
        return List.copyOf(texts);
    }

    /** Refuses a name that no setting has. */
    public void refuseTheRest() {
        left.keySet().stream().sorted().findFirst().ifPresent(key -> {
            throw new RosterRefusal(key, "setting.unknown", key);
        });
    }

    private static Collection<?> list(String key, Object value) {
        if (value instanceof Collection<?> list) {
            return list;
        }
        throw new RosterRefusal(key, "setting.list", value);
    }

    private static <E extends Enum<E>> E choice(String key, Class<E> type, Object value, Predicate<E> allowed) {
        List<E> choices = Arrays.stream(type.getEnumConstants()).filter(allowed).toList();
        // The design writes the policies in lower case with a hyphen.
        String name = value.toString().toUpperCase(Locale.ROOT).replace('-', '_');
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RosterRefusal(key, "setting.choice", value, choices));
    }
}

package io.rotadesk.web.desk.units;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.web.desk.units.SettingField.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A unit as the page's fields show it: the stored values, or those that somebody typed, valid or not.
 *
 * @param typed the fields by name; a setting's name is {@code settings.} and its key, with {@code .unit} appended for
 *     the unit of a time
 */
record UnitForm(Map<String, List<String>> typed) {

    static final String SETTINGS = "settings.";
    private static final String UNIT = ".unit";

    /** The units in which a time can be typed, largest first. */
    private enum TimeUnit {
        d(Duration.ofDays(1)),
        h(Duration.ofHours(1)),
        m(Duration.ofMinutes(1)),
        s(Duration.ofSeconds(1));

        private final Duration length;

        TimeUnit(Duration length) {
            this.length = length;
        }
    }

    static final List<String> TIME_UNITS =
            Arrays.stream(TimeUnit.values()).map(Enum::name).toList();

    static UnitForm of(Unit unit) {
        Map<String, List<String>> typed = new HashMap<>();
        typed.put("id", one(unit.id()));
        typed.put("kind", one(unit.kind()));
        typed.put("name", one(unit.name()));
        typed.put("projectName", one(unit.projectName()));
        typed.put("parentId", one(unit.parentId()));
        typed.put("managers", one(String.join(", ", unit.managers())));
        typed.put("deputies", one(String.join(", ", unit.deputies())));
        typed.putAll(settings(unit.settings().asMap(), SettingField.all(unit.kind())));
        return new UnitForm(typed);
    }

    /** @param settings as in JSON, all of them */
    static Map<String, List<String>> settings(Map<String, Object> settings, List<SettingField> fields) {
        Map<String, List<String>> typed = new HashMap<>();
        for (SettingField field : fields) {
            Object value = settings.get(field.key());
            String name = SETTINGS + field.key();
            if (field.kind() == Kind.CHOICES) {
                typed.put(name, texts(value));
            } else if (field.kind() == Kind.TEXTS) {
                typed.put(name, one(String.join("\n", texts(value))));
            } else if (field.kind() == Kind.DURATION) {
                Duration time = Duration.parse(value.toString());
                TimeUnit unit = Arrays.stream(TimeUnit.values())
                        .filter(fits -> time.toMillis() % fits.length.toMillis() == 0)
                        .findFirst()
                        .orElse(TimeUnit.s);
                typed.put(name, one(time.dividedBy(unit.length)));
                typed.put(name + UNIT, one(unit.name()));
            } else {
                typed.put(name, one(value));
            }
        }
        return typed;
    }

    UnitForm of(UnitKind kind) {
        Map<String, List<String>> all = new HashMap<>(typed);
        all.put("kind", one(kind));
        return new UnitForm(all);
    }

    /** The field's text; empty if nothing was typed. */
    public String text(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public List<String> all(String name) {
        return typed.getOrDefault(name, List.of());
    }

    public String timeUnit(String name) {
        return text(name + UNIT);
    }

    /** The typed values, as the set-up takes them: empty fields mean the default. */
    Map<String, Object> sent(UnitKind kind) {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("kind", kind.name());
        sent.put("name", SafeText.orNull(text("name")));
        sent.put("projectName", SafeText.orNull(text("projectName")));
        sent.put("parentId", SafeText.orNull(text("parentId")));
        sent.put("managers", split(text("managers"), "[\\s,,、;;]+"));
        sent.put("deputies", split(text("deputies"), "[\\s,,、;;]+"));
        sent.put("settings", sent(SettingField.all(kind)));
        return sent;
    }

    /** The values typed into these fields; empty ones mean the default. */
    Map<String, Object> sent(List<SettingField> fields) {
        Map<String, Object> settings = new LinkedHashMap<>();
        fields.forEach(field -> settings.put(field.key(), sent(field)));
        return settings;
    }

    private Object sent(SettingField field) {
        String name = SETTINGS + field.key();
        String text = text(name).strip();
        return switch (field.kind()) {
            case CHOICES -> all(name);
            case TEXTS -> split(text, "\\s*[\\r\\n,,、;;]+\\s*");
            case NUMBER -> number(text);
            case DURATION -> text.isEmpty() ? null : text + timeUnit(name);
            case CHOICE, ZONE, TEXT, TIME -> SafeText.orNull(text);
        };
    }

    /** A whole number, or else the text, so that the refusal can quote it. */
    private static Object number(String text) {
        return text.matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(text) : SafeText.orNull(text);
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .filter(part -> !part.isBlank())
                .toList();
    }

    private static List<String> one(Object value) {
        return List.of(Objects.toString(value, ""));
    }

    private static List<String> texts(Object list) {
        List<String> texts = new ArrayList<>();
        ((Collection<?>) list).forEach(text -> texts.add(text.toString()));
        return texts;
    }
}

package io.rotadesk.web.api.setup;

import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;

/** A unit as somebody sent it, applied to the present unit; every invalid field is noted, not only the first. */
final class SentUnit {

    /** The name in the greeting until the unit has a project name of its own (L2.2a). */
    static final String PROJECT_NAME = "广安世纪";

    private static final String SETTINGS = "settings";

    private final Map<String, Object> left;
    private final MessageSource messages;
    private final Locale locale;
    private final List<BadField> bad = new ArrayList<>();

    private SentUnit(Map<String, ?> sent, MessageSource messages, Locale locale) {
        this.left = new HashMap<>(sent);
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * @param present the unit as it is; null for a new one
     * @param sent by the names in JSON; a field that is left out stays as it is, null sets its default
     * @throws BadFieldsException naming every bad field
     */
    static Unit read(String id, Unit present, Map<String, ?> sent, MessageSource messages, Locale locale) {
        return new SentUnit(sent, messages, locale).onto(id, present);
    }

    private Unit onto(String id, Unit present) {
        if (left.containsKey("id") && !id.equals(left.remove("id"))) {
            refuse("id", "setup.bad.id", id);
        }
        UnitKind kind =
                field("kind", present == null ? UnitKind.LEASING : present.kind(), UnitKind.LEASING, this::kind);
        String project = kind == UnitKind.LEASING ? PROJECT_NAME : null;
        Unit unit = new Unit(
                id,
                kind,
                field("name", present == null ? null : present.name(), null, this::text),
                field("projectName", present == null ? project : present.projectName(), project, this::text),
                field("parentId", present == null ? null : present.parentId(), null, this::text),
                field("managers", present == null ? List.of() : present.managers(), List.of(), this::logins),
                field("deputies", present == null ? List.of() : present.deputies(), List.of(), this::logins),
                settings(present == null ? UnitSettings.defaults() : present.settings()));
        if (unit.name() == null && bad.stream().noneMatch(field -> field.field().equals("name"))) {
            refuse("name", "setup.bad.name", "");
        }
        left.keySet().stream().sorted().forEach(field -> refuse(field, "setup.bad.unknown", field));
        if (!bad.isEmpty()) {
            throw new BadFieldsException(bad);
        }
        return unit;
    }

    private <T> T field(String name, T present, T usual, Function<String, T> read) {
        if (!left.containsKey(name)) {
            return present;
        }
        return left.get(name) == null ? discard(name, usual) : read.apply(name);
    }

    private <T> T discard(String name, T usual) {
        left.remove(name);
        return usual;
    }

    private String text(String name) {
        Object value = left.remove(name);
        if (value instanceof String text) {
            return SafeText.orNull(text);
        }
        refuse(name, "setup.bad.text", value);
        return null;
    }

    private UnitKind kind(String name) {
        Object value = left.remove(name);
        for (UnitKind kind : UnitKind.values()) {
            if (kind.name().equalsIgnoreCase(String.valueOf(value))) {
                return kind;
            }
        }
        refuse(name, "setup.bad.kind", value);
        return UnitKind.LEASING;
    }

    private List<String> logins(String name) {
        Object value = left.remove(name);
        if (value instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream()
                    .map(login -> ((String) login).strip())
                    .filter(login -> !login.isEmpty())
                    .distinct()
                    .toList();
        }
        refuse(name, "setup.bad.logins", value);
        return List.of();
    }

    private UnitSettings settings(UnitSettings present) {
        Object value = left.remove(SETTINGS);
        if (value == null) {
            return present;
        }
        if (!(value instanceof Map<?, ?> sent)) {
            refuse(SETTINGS, "setup.bad.settings", value);
            return present;
        }
        UnitSettings settings = present;
        for (var one : sent.entrySet()) {
            String key = String.valueOf(one.getKey());
            try {
                settings = settings.with(key, one.getValue());
            } catch (RosterRefusal refusal) {
                bad.add(new BadField(SETTINGS + "." + key, refusal.reason(locale)));
            }
        }
        return settings;
    }

    private void refuse(String field, String message, Object value) {
        bad.add(new BadField(field, messages.getMessage(message, new Object[] {String.valueOf(value)}, locale)));
    }

    static List<BadField> of(RosterRefusal refusal, Locale locale) {
        return List.of(new BadField(refusal.field(), refusal.reason(locale)));
    }
}

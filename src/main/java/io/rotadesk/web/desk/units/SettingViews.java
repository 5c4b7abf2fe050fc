package io.rotadesk.web.desk.units;

import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.web.desk.units.SettingView.Option;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the settings into words: labels, explanations, choices and defaults. */
@Component
class SettingViews {

    private static final String KEY = "desk.setting.";

    private final MessageSource messages;

    SettingViews(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param wrong the reasons why fields were refused, by name
     * @return the settings by the groups' headings
     */
    Map<String, List<SettingView>> of(UnitKind kind, UnitForm form, Map<String, String> wrong, Locale locale) {
        Map<String, List<SettingView>> groups = new LinkedHashMap<>();
        SettingField.groups(kind)
                .forEach((group, fields) -> groups.put(
                        text(KEY + "group." + group, kind, locale),
                        fields.stream()
                                .map(field -> view(field, kind, form, wrong, locale))
                                .toList()));
        return groups;
    }

    private SettingView view(
            SettingField field, UnitKind kind, UnitForm form, Map<String, String> wrong, Locale locale) {
        return view(field, kind, form, defaults(kind), wrong, locale);
    }

    private static UnitForm defaults(UnitKind kind) {
        return new UnitForm(UnitForm.settings(UnitSettings.defaults().asMap(), SettingField.all(kind)));
    }

    /** @param defaults the default values of the fields */
    SettingView view(
            SettingField field,
            UnitKind kind,
            UnitForm form,
            UnitForm defaults,
            Map<String, String> wrong,
            Locale locale) {
        String name = UnitForm.SETTINGS + field.key();
        List<Option> options = field.choices().stream()
                .map(choice -> new Option(
                        choice,
                        choice(field, kind, choice, locale),
                        form.all(name).contains(choice)))
                .toList();
        return new SettingView(
                name,
                field.kind(),
                text(KEY + field.key(), kind, locale),
                text(KEY + field.key() + ".help", kind, locale),
                form.text(name),
                form.timeUnit(name),
                options,
                usual(field, kind, defaults, locale),
                !sameAsUsual(field, form, defaults, name),
                wrong.get(name));
    }

    private static boolean sameAsUsual(SettingField field, UnitForm form, UnitForm defaults, String name) {
        if (field.kind().isList()) {
            return offered(field, form.all(name)).equals(offered(field, defaults.all(name)));
        }
        boolean empty = form.text(name).isBlank();
        return empty
                || form.text(name).equals(defaults.text(name))
                        && form.timeUnit(name).equals(defaults.timeUnit(name));
    }

    private String usual(SettingField field, UnitKind kind, UnitForm defaults, Locale locale) {
        String name = UnitForm.SETTINGS + field.key();
        String separator = text("desk.list.separator", locale);
        String nothing = text("desk.setting.none", locale);
        return switch (field.kind()) {
            case CHOICE -> choice(field, kind, defaults.text(name), locale);
            case CHOICES ->
                offered(field, defaults.all(name)).isEmpty()
                        ? nothing
                        : offered(field, defaults.all(name)).stream()
                                .map(one -> choice(field, kind, one, locale))
                                .collect(Collectors.joining(separator));
            case TEXTS ->
                defaults.text(name).isEmpty() ? nothing : defaults.text(name).replace("\n", separator);
            case DURATION -> defaults.text(name) + " " + text("desk.timeUnit." + defaults.timeUnit(name), locale);
            case NUMBER, ZONE, TEXT, TIME -> defaults.text(name);
        };
    }

    private String choice(SettingField field, UnitKind kind, String value, Locale locale) {
        return switch (field.key()) {
            case "madeUp" -> TurnReason.valueOf(value).text(kind, locale);
            case "closedWeekdays", "workingDays" -> DayOfWeek.valueOf(value).getDisplayName(TextStyle.FULL, locale);
            default -> text(KEY + field.key() + "." + (value.isEmpty() ? "usual" : value), kind, locale);
        };
    }

    /** Those of these values that can be chosen here; all of them for a setting that is typed. */
    private static List<String> offered(SettingField field, List<String> values) {
        return field.choices().isEmpty()
                ? List.copyOf(values)
                : values.stream().filter(field.choices()::contains).toList();
    }

    /** The text for a unit of this kind, if there is one of its own. */
    private String text(String key, UnitKind kind, Locale locale) {
        return messages.getMessage(key + "." + kind, null, text(key, locale), locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

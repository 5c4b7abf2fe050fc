package io.rotadesk.web.desk.corrections;

import io.rotadesk.engine.TaskForm;
import io.rotadesk.leasing.correction.CorrectableEntry;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields that the page of one entry has, by the form in force, which was looked up once. */
final class EntrySheet {

    private final CorrectableEntry entry;
    private final TaskForm form;
    private final Map<String, String> colleagues;
    private final EntryFields fields;
    private final Locale locale;
    private final Map<EntryField, String> labels = new EnumMap<>(EntryField.class);

    /**
     * @param form null if the process in force has none; then the page has no fields
     * @param colleagues the people for whom a note can be, by login
     */
    EntrySheet(
            CorrectableEntry entry, TaskForm form, Map<String, String> colleagues, EntryFields fields, Locale locale) {
        this.entry = entry;
        this.form = form;
        this.colleagues = colleagues;
        this.fields = fields;
        this.locale = locale;
        for (EntryField field : EntryField.all(entry)) {
            if (form != null && form.has(field.key())) {
                labels.put(field, fields.label(field, locale));
            }
        }
    }

    CorrectableEntry entry() {
        return entry;
    }

    /** In the order of the page. */
    Set<EntryField> fields() {
        return labels.keySet();
    }

    Map<EntryField, String> labels() {
        return labels;
    }

    /** The choices by value, of each field that has some; with those that are typed and the form offers no more. */
    Map<EntryField, Map<String, String>> choices(CorrectionForm typed) {
        Map<EntryField, Map<String, String>> all = new EnumMap<>(EntryField.class);
        for (EntryField field : fields()) {
            boolean people = field.kind() == EntryField.Kind.COLLEAGUE;
            if (!people && field.wording() == null) {
                continue;
            }
            Map<String, String> choices = new LinkedHashMap<>(people ? colleagues : Map.of());
            form.choices(field.key())
                    .forEach((value, label) -> choices.put(value, fields.choice(field, value, label, locale)));
            present(typed.value(field))
                    .forEach(value -> choices.computeIfAbsent(value, one -> fields.choice(field, one, one, locale)));
            all.put(field, choices);
        }
        return all;
    }

    private static List<String> present(Object value) {
        return value instanceof List<?> ticked
                ? ticked.stream().map(String.class::cast).toList()
                : value == null ? List.of() : List.of((String) value);
    }

    /** @return sentences about what the form in force would refuse, by the keys of the fields */
    Map<String, String> mistakes(CorrectionForm typed) {
        if (form == null) {
            return Map.of();
        }
        Map<String, Object> values = typed.asSent();
        Map<String, Object> before =
                CorrectionForm.of(entry.text(), 0, fields()).asSent();
        Map<String, Object> checked = new LinkedHashMap<>(values);
        checked.putAll(entry.form().fixed());
        Map<String, String> names = new LinkedHashMap<>();
        labels.forEach((field, label) -> names.put(field.key(), label));
        List<Map<String, String>> people = colleagues.keySet().stream()
                .map(login -> Map.of("value", login))
                .toList();
        Map<String, String> mistakes =
                new LinkedHashMap<>(form.mistakes(checked, Map.of("noteForOptions", people), names, locale));
        // What nobody changed was accepted once, whatever the rules are now.
        mistakes.keySet().removeIf(key -> values.get(key) != null && Objects.equals(values.get(key), before.get(key)));
        return mistakes;
    }
}

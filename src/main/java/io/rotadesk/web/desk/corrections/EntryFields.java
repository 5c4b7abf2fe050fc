package io.rotadesk.web.desk.corrections;

import io.rotadesk.engine.TaskForm;
import io.rotadesk.engine.TaskForms;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.note.Notes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of an entry: their names on pages, their choices and their rules, which are those of the form in force. */
@Component
class EntryFields {

    private static final List<String> OF_A_NOTE = List.of("noteWho", "noteAbout", "noteFor");

    private static final List<String> OF_A_CUSTOMER = List.of(
            "customerName",
            "customerPhone",
            "phoneRefused",
            "mediaSource",
            "interests",
            "intent",
            "floorArea",
            "tradeType",
            "budget",
            "moveInDate",
            "objections",
            "nextStep",
            "remarks");

    /** The beginnings of the keys of messages for choices. */
    private static final Map<String, String> CHOICES = Map.of(
            "mediaSource", "desk.register.media.",
            "interests", "desk.register.interest.",
            "intent", "desk.visits.intent.");

    private final TaskForms forms;
    private final Notes notes;
    private final MessageSource messages;

    EntryFields(TaskForms forms, Notes notes, MessageSource messages) {
        this.forms = forms;
        this.notes = notes;
        this.messages = messages;
    }

    /** The names of the fields that the entry has, by key. */
    Map<String, String> labels(CorrectableEntry entry, Locale locale) {
        Optional<TaskForm> form = form(entry);
        Map<String, String> labels = new LinkedHashMap<>();
        (entry.isNote() ? OF_A_NOTE : OF_A_CUSTOMER)
                .stream()
                        .filter(key -> form.map(one -> one.has(key)).orElse(false))
                        .forEach(key -> labels.put(key, label(key, locale)));
        return labels;
    }

    String label(String key, Locale locale) {
        return messages.getMessage("desk.correct.field." + key, null, locale);
    }

    /** The name of a choice, as the page has it; the value itself if nobody named it. */
    String choice(String key, String value, Locale locale) {
        return messages.getMessage(CHOICES.get(key) + value, null, value, locale);
    }

    /** The choices of a field, by value; with those that the entry has and the form offers no more. */
    Map<String, String> choices(CorrectableEntry entry, String key, List<String> present, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        form(entry)
                .ifPresent(form -> form.choices(key)
                        .forEach((value, label) -> choices.put(
                                value, messages.getMessage(CHOICES.get(key) + value, null, label, locale))));
        present.forEach(value -> choices.computeIfAbsent(value, one -> choice(key, one, locale)));
        return choices;
    }

    /** The colleagues for whom a note can be, by login. */
    Map<String, String> colleagues(CorrectableEntry entry) {
        return notes.colleagues(entry.unitId());
    }

    /** @return sentences about what the form in force would refuse, by field */
    Map<String, String> mistakes(CorrectableEntry entry, CorrectionForm typed, Locale locale) {
        Map<String, Object> values = new LinkedHashMap<>(typed.values());
        values.keySet().retainAll(labels(entry, locale).keySet());
        values.putAll(entry.form().fixed());
        List<Map<String, String>> colleagues = entry.isNote()
                ? colleagues(entry).keySet().stream()
                        .map(login -> Map.of("value", login))
                        .toList()
                : List.of();
        Map<String, Object> before = CorrectionForm.of(entry.text(), 0).values();
        Map<String, String> mistakes = form(entry)
                .map(form -> form.mistakes(values, Map.of("noteForOptions", colleagues), labels(entry, locale), locale))
                .orElseGet(Map::of);
        // What nobody changed was accepted once, whatever the rules are now.
        Map<String, String> changed = new LinkedHashMap<>(mistakes);
        changed.keySet().removeIf(key -> values.get(key) != null && Objects.equals(values.get(key), before.get(key)));
        return changed;
    }

    private Optional<TaskForm> form(CorrectableEntry entry) {
        return forms.of(entry.form().process(), entry.form().task());
    }
}

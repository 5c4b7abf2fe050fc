package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.engine.FormCheck.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;

/** The rules and choices of one form, for a page that takes the values of some of its fields. */
public final class TaskForm {

    private final FormSchema schema;
    private final EngineWording messages;
    private final FeelEngine feel;

    TaskForm(FormSchema schema, EngineWording messages, FeelEngine feel) {
        this.schema = schema;
        this.messages = messages;
        this.feel = feel;
    }

    /**
     * Checks values as if the form had been sent.
     *
     * @param entered the values by the form's keys: texts, numbers, flags, lists of texts; null for none
     * @param shown what the form shows otherwise, such as the lists of its choices
     * @param labels the page's own names of the fields that it has, by key; others are not checked
     * @return sentences about what is wrong, by key
     */
    public Map<String, String> mistakes(
            Map<String, ?> entered, Map<String, ?> shown, Map<String, String> labels, Locale locale) {
        Map<String, Object> values = new LinkedHashMap<>(entered);
        Set<String> names = new HashSet<>(schema.fields().keySet());
        names.addAll(shown.keySet());
        FormInput input = new FormInput(values, shown::get, names, feel);
        Map<String, String> mistakes = new LinkedHashMap<>();
        labels.forEach((key, label) -> {
            List<FormField> fields = schema.fields().getOrDefault(key, List.of()).stream()
                    .map(field ->
                            new FormField(field.key(), label, field.type(), field.hiddenWhen(), field.component()))
                    .toList();
            broken(fields, input)
                    .ifPresent(
                            finding -> mistakes.put(key, messages.get(locale, finding.message(), finding.arguments())));
        });
        return mistakes;
    }

    private static Optional<Finding> broken(List<FormField> fields, FormInput input) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        try {
            FormCheck.check(fields, input, findings);
        } catch (TooMuchWork | Budget.Spent e) {
            return Optional.of(new Finding("form.tooMuchWork", fields.get(0).label()));
        }
        return findings.stream().findFirst();
    }

    /** Whether the form asks for it. */
    public boolean has(String key) {
        return schema.fields().containsKey(key);
    }

    /** The choices of a field that has them in the form itself: label by value, in their order. */
    public Map<String, String> choices(String key) {
        Map<String, String> choices = new LinkedHashMap<>();
        schema.fields().getOrDefault(key, List.of()).forEach(field -> {
            for (JsonNode choice : field.property("values")) {
                String value = choice.path("value").asText("");
                choices.put(value, choice.path("label").asText(value));
            }
        });
        return choices;
    }
}

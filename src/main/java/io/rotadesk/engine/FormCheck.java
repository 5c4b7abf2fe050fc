package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Applies a form's own rules to what was submitted, so that nothing can be written past it over REST. See {@code
 * docs/decisions/0003-forms-are-checked-on-the-server.md}.
 */
@Component
class FormCheck {

    private final EngineMessages messages;

    FormCheck(EngineMessages messages) {
        this.messages = messages;
    }

    /**
     * Checks that everything can be read, which a form's conditions and the engine take for granted.
     *
     * @param submitted plain values as {@link FormValues} makes them
     * @throws RefusedException naming what is no plain value
     */
    void readable(Map<String, Object> submitted) {
        refuse(submitted.entrySet().stream()
                .filter(entry -> entry.getValue() == FormValues.UNREADABLE)
                .map(entry -> new Finding("form.unreadable", entry.getKey()))
                .toList());
    }

    /** @throws RefusedException naming everything that is wrong, each field by its label */
    void check(FormSchema form, FormInput input) {
        List<Finding> findings = new ArrayList<>();
        for (String key : input.submittedKeys()) {
            if (!form.fields().containsKey(key)) {
                findings.add(new Finding("form.unknown", key));
            }
        }
        form.fields().forEach((key, fields) -> check(fields, input, findings));
        refuse(findings);
    }

    private void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new RefusedException(findings.stream()
                    .map(finding -> messages.get(finding.message(), finding.arguments()))
                    .distinct()
                    .collect(Collectors.joining(
                            messages.get("form.separator"), messages.get("form.refused"), messages.get("form.end"))));
        }
    }

    private static void check(List<FormField> sameKey, FormInput input, List<Finding> findings) {
        List<FormField> shown = sameKey.stream()
                .filter(field -> field.hiddenWhen().stream().noneMatch(input::isTrue))
                .toList();
        if (shown.isEmpty()) {
            FormField hidden = sameKey.get(0);
            if (input.isSubmitted(hidden.key()) && !FormValues.isNothing(input.value(hidden.key()))) {
                findings.add(new Finding("form.hidden", hidden.label()));
            }
        }
        for (FormField field : shown) {
            findings.addAll(new FieldRules(field, input).broken());
        }
    }

    /** What is wrong with a value: a message and what it speaks of; never the value itself, which may be personal. */
    record Finding(String message, Object... arguments) {}
}

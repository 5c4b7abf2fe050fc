package io.rotadesk.engine;

import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Applies a form's own rules to the submitted values, so that REST cannot bypass the form. See {@code
 * docs/decisions/0003-forms-are-checked-on-the-server.md}.
 */
@Component
class FormCheck {

    private static final Logger log = LoggerFactory.getLogger(FormCheck.class);

    /** Nobody reads more messages at once. */
    private static final int MOST_FINDINGS = 20;

    /** The length to which a sent name is cut. */
    private static final int LONGEST_NAME = 60;

    private final EngineWording messages;

    FormCheck(EngineWording messages) {
        this.messages = messages;
    }

    /**
     * Checks that all values can be read, as a form's conditions and the engine expect.
     *
     * @param submitted plain values as {@link FormValues} makes them
     * @throws RefusedException naming the values that are not plain
     */
    void readable(Map<String, Object> submitted) {
        refuse(submitted.entrySet().stream()
                .filter(entry -> entry.getValue() == FormValues.UNREADABLE)
                .map(entry -> new Finding(shortened(entry.getKey()), "form.unreadable", shortened(entry.getKey())))
                .toList());
    }

    /** @throws RefusedException with all mistakes, naming each field by its label */
    void check(FormSchema form, FormInput input) {
        List<Finding> findings = new ArrayList<>();
        for (String key : input.submittedKeys()) {
            if (!form.fields().containsKey(key)) {
                findings.add(new Finding(shortened(key), "form.unknown", shortened(key)));
            }
        }
        for (List<FormField> fields : form.fields().values()) {
            try {
                check(fields, input, findings);
            } catch (TooMuchWork | Budget.Spent e) {
                log.warn(
                        "A rule of '{}' in form '{}' was stopped", fields.get(0).key(), form.id(), e);
                // The other fields were not checked, and the budget is used up.
                findings.add(new Finding(
                        fields.get(0).key(), "form.tooMuchWork", fields.get(0).label()));
                break;
            }
        }
        refuse(findings);
    }

    private static String shortened(String name) {
        return SafeText.shortened(name, LONGEST_NAME);
    }

    private void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            String more = findings.size() > MOST_FINDINGS
                    ? messages.toReader("form.separator")
                            + messages.toReader("form.more", String.valueOf(findings.size() - MOST_FINDINGS))
                    : "";
            List<BadField> named = findings.stream()
                    .limit(MOST_FINDINGS)
                    .map(finding ->
                            new BadField(finding.field(), messages.toReader(finding.message(), finding.arguments())))
                    .distinct()
                    .toList();
            throw new RefusedException(
                    named.stream()
                            .map(BadField::message)
                            .distinct()
                            .collect(Collectors.joining(
                                    messages.toReader("form.separator"),
                                    messages.toReader("form.refused"),
                                    more + messages.toReader("form.end"))),
                    named.toArray(BadField[]::new));
        }
    }

    /** Adds what is wrong with the one of the fields that is shown, or with a value for one that is hidden. */
    static void check(List<FormField> sameKey, FormInput input, List<Finding> findings) {
        List<FormField> shown = sameKey.stream()
                .filter(field -> field.hiddenWhen().stream().noneMatch(input::isTrue))
                .toList();
        if (shown.isEmpty()) {
            FormField hidden = sameKey.get(0);
            if (input.isSubmitted(hidden.key()) && !FormValues.isNothing(input.value(hidden.key()))) {
                findings.add(new Finding(hidden.key(), "form.hidden", hidden.label()));
            }
        }
        for (FormField field : shown) {
            findings.addAll(new FieldRules(field, input).broken());
        }
    }

    /** A mistake in a value: the key of its field, a message and its arguments; never the value itself, which may be personal. */
    record Finding(String field, String message, Object... arguments) {}
}

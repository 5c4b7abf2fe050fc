package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.engine.FormCheck.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Applies the rules of one shown field to its value. They follow the form-js version that Tasklist ships. */
final class FieldRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMAIL = "^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$";
    private static final String PHONE = "^\\+[0-9]{5,20}$";

    /** The longest text that the engine's variable table holds. */
    private static final int LONGEST_TEXT = 4000;

    /** A hundred billion: the registers have room for it, and no area or budget is larger. */
    private static final BigDecimal LARGEST_NUMBER = new BigDecimal("100000000000");

    private static final int MOST_DECIMALS = 6;

    /** In characters, and in digits before or behind the point. */
    private static final int LONGEST_NUMBER = 400;

    private final FormField field;
    private final FormInput input;
    private final Object value;
    private final List<Finding> broken = new ArrayList<>();

    FieldRules(FormField field, FormInput input) {
        this.field = field;
        this.input = input;
        this.value = input.value(field.key());
    }

    List<Finding> broken() {
        if (input.isSubmitted(field.key()) && isFixed() && !same(value, input.before(field.key()))) {
            add("form.readOnly");
        }
        if (isTrue(field.property("disabled"))) {
            return broken;
        }
        if (isTrue(field.rule("required")) && isEmpty()) {
            add(field.type().equals("checkbox") ? "form.mustBeTicked" : "form.required");
        } else if (value != null && !value.equals("")) {
            checkByType();
        }
        return broken;
    }

    private boolean isFixed() {
        return isTrue(field.property("disabled")) || isTrue(field.property("readonly"));
    }

    /** Blanks are no answer either, and no code behind the form could use them. */
    private boolean isEmpty() {
        return FormValues.isNothing(value) || value instanceof String text && text.isBlank();
    }

    private void checkByType() {
        if (field.isText()) {
            checkText();
        } else if (field.isChoice()) {
            checkChoice();
        } else {
            switch (field.type()) {
                case "number" -> checkNumber();
                case "datetime" -> checkDateTime();
                case "checkbox" -> {
                    if (!(value instanceof Boolean)) {
                        add("form.checkbox");
                    }
                }
                default -> add("form.type");
            }
        }
    }

    private void checkText() {
        if (!(value instanceof String text)) {
            add("form.text");
            return;
        }
        if (!PlainText.isReadable(text)) {
            add("form.characters");
            return;
        }
        if (field.type().equals("textfield") && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)) {
            add("form.oneLine");
        }
        int length = text.strip().length();
        BigDecimal minLength = limit("minLength");
        BigDecimal maxLength = limit("maxLength");
        if (minLength != null && length < minLength.intValue()) {
            add("form.minLength", minLength, length);
        }
        if (maxLength != null && length > maxLength.intValue()) {
            add("form.maxLength", maxLength, length);
        } else if (text.length() > LONGEST_TEXT) {
            add("form.maxLength", LONGEST_TEXT, text.length());
        }
        if (text.length() <= LONGEST_TEXT) {
            checkPatterns(text);
        }
    }

    private void checkPatterns(String text) {
        String pattern = field.rule("pattern").asText("");
        try {
            if (!pattern.isEmpty() && !FormPattern.find(pattern, text)) {
                add("form.pattern");
            }
        } catch (IllegalArgumentException unreadable) {
            // The form was deployed before such patterns were refused.
            add("form.patternUnreadable");
        }
        String validationType = field.rule("validationType").asText("");
        if (validationType.equals("email") && !FormPattern.find(EMAIL, text)) {
            add("form.email");
        }
        if (validationType.equals("phone") && !FormPattern.find(PHONE, text)) {
            add("form.phone");
        }
    }

    private void checkNumber() {
        BigDecimal number = number(value);
        boolean asText = isTrue(field.property("serializeToString"));
        if (number == null || value instanceof String && !asText) {
            add("form.number");
            return;
        }
        if (number.abs().compareTo(LARGEST_NUMBER) > 0
                || number.stripTrailingZeros().scale() > MOST_DECIMALS) {
            add("form.numberRange", LARGEST_NUMBER.toPlainString(), MOST_DECIMALS);
            return;
        }
        JsonNode decimalDigits = field.property("decimalDigits");
        if (decimalDigits.isInt() && number.stripTrailingZeros().scale() > decimalDigits.asInt()) {
            add(decimalDigits.asInt() == 0 ? "form.integer" : "form.decimalDigits", decimalDigits.asInt());
        }
        BigDecimal step = number(FormValues.plain(scalar(field.property("increment"))));
        if (step != null && step.signum() > 0 && number.remainder(step).signum() != 0) {
            add("form.step", step);
        }
        BigDecimal min = limit("min");
        BigDecimal max = limit("max");
        if (min != null && number.compareTo(min) < 0) {
            add("form.min", min);
        }
        if (max != null && number.compareTo(max) > 0) {
            add("form.max", max);
        }
    }

    private void checkDateTime() {
        String subtype = field.property("subtype").asText("date");
        if (!(value instanceof String text) || !DateTimeText.isValid(subtype, text)) {
            add(DateTimeText.KINDS.contains(subtype) ? "form." + subtype : "form.type");
        }
    }

    private void checkChoice() {
        if (field.isList() != value instanceof Collection<?>) {
            add("form.option");
            return;
        }
        JsonNode key = field.property("valuesKey");
        if (key.isTextual() && input.isMissing(key.asText())) {
            add("form.optionsMissing");
            return;
        }
        List<Object> options = options();
        Collection<?> chosen = value instanceof Collection<?> list ? list : List.of(value);
        Budget.current().spend((long) options.size() * Math.min(chosen.size(), options.size()));
        // The limit bounds the work: each chosen value is compared with all options of the form.
        if (!chosen.stream()
                .limit(options.size() + 1L)
                .allMatch(one -> options.stream().anyMatch(option -> same(one, option)))) {
            // A list of the process may have changed since the form was opened.
            add(key.isTextual() ? "form.optionGone" : "form.option");
        } else if (chosen.size() > options.size() || chosen.stream().distinct().count() < chosen.size()) {
            add("form.twice");
        }
    }

    /** The options' values: from the schema, from an existing variable, or from an expression. */
    private List<Object> options() {
        Object source;
        if (field.property("valuesKey").isTextual()) {
            source = input.before(field.property("valuesKey").asText());
        } else if (field.property("valuesExpression").isTextual()) {
            source = input.evaluate(field.property("valuesExpression").asText());
        } else {
            source = JSON.convertValue(field.property("values"), Object.class);
        }
        if (!(source instanceof Collection<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(option -> option instanceof Map<?, ?> pair ? pair.get("value") : option)
                .map(Object.class::cast)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A limit, which the schema has as a number or as a FEEL expression. */
    private BigDecimal limit(String name) {
        return number(evaluated(field.rule(name)));
    }

    private boolean isTrue(JsonNode flag) {
        return Boolean.TRUE.equals(evaluated(flag));
    }

    private Object evaluated(JsonNode node) {
        Object plain = scalar(node);
        return plain instanceof String text && text.startsWith("=") ? input.evaluate(text) : plain;
    }

    private static Object scalar(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : JSON.convertValue(node, Object.class);
    }

    private static BigDecimal number(Object value) {
        if (!(value instanceof Number || value instanceof String)) {
            return null;
        }
        String text = value.toString().strip();
        if (text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c < 128)) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            // A number far outside all limits is not used: a short text can stand for millions of digits.
            return Math.abs((long) number.precision() - number.scale()) > LONGEST_NUMBER ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            BigDecimal first = number(one);
            BigDecimal second = number(other);
            return first != null && second != null && first.compareTo(second) == 0;
        }
        return Objects.equals(one, other);
    }

    private void add(String message, Object... details) {
        List<Object> arguments = new ArrayList<>(List.of(field.label()));
        for (Object detail : details) {
            arguments.add(detail.toString());
        }
        broken.add(new Finding(field.key(), message, arguments.toArray()));
    }
}

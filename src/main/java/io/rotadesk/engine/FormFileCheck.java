package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.platform.input.SafeText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that the server can apply a form's rules: a limited number of known parts, readable patterns, expressions that
 * may be evaluated, and fields that fill only a variable of their own. Evaluates nothing.
 */
final class FormFileCheck {

    /** The most parts of one form; ours have thirty at most. */
    private static final int MOST_COMPONENTS = 500;

    private static final int DEEPEST_GROUP = 10;
    /** The length to which a text is cut in a message. */
    private static final int SHOWN = 80;

    private static final int MOST_OPTIONS = 1_000;
    private static final int MOST_EXPRESSIONS = 1_000;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[[^\\[\\]]*]");

    private static final Pattern NO_PATH = Pattern.compile("[^\\p{L}\\p{N}_.]+");

    private final String file;
    private final JsonNode schema;
    private final Set<String> beans;
    private final List<ModelFinding> findings;
    private final FormTextCheck texts;
    private final Set<String> keys = new HashSet<>();
    private int components;
    private int expressions;

    /** @param beans names of the model beans, which a field's variable would hide */
    FormFileCheck(String file, JsonNode schema, Set<String> beans, List<ModelFinding> findings) {
        this.file = file;
        this.schema = schema;
        this.beans = beans;
        this.findings = findings;
        this.texts = new FormTextCheck(this::add);
    }

    void check() {
        String expected = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.form$", "");
        if (!schema.path("id").asText().equals(expected)) {
            add(schema, "model.formId", schema.path("id").asText(), expected);
        }
        checkComponents(schema, 0);
        if (components > MOST_COMPONENTS) {
            add(schema, "model.formParts", MOST_COMPONENTS, MOST_COMPONENTS);
        }
        if (expressions > MOST_EXPRESSIONS) {
            add(schema, "model.formExpressions", MOST_EXPRESSIONS);
        }
        checkShownFields(schema);
    }

    private void checkComponents(JsonNode parent, int depth) {
        if (depth > DEEPEST_GROUP) {
            add(parent, "model.formGroups", DEEPEST_GROUP);
            return;
        }
        for (JsonNode component : parent.path("components")) {
            if (++components > MOST_COMPONENTS) {
                return;
            }
            String type = component.path("type").asText();
            boolean input = FormField.TYPES.contains(type);
            if (!input && !FormField.WITHOUT_INPUT.contains(type)) {
                add(component, "model.formPart", type);
            }
            checkNames(component, input);
            checkPattern(component);
            if (component.path("values").size() > MOST_OPTIONS) {
                add(component, "model.formOptions", MOST_OPTIONS);
            }
            checkStrings(component, component);
            texts.check(component);
            checkComponents(component, depth + 1);
        }
    }

    private void checkNames(JsonNode component, boolean input) {
        String key = component.path("key").asText("");
        if (input && !KEY.matcher(key).matches()
                || component.has("path") && !component.path("path").asText().isEmpty()) {
            add(component, "model.formFieldKey", key);
        }
        for (String name : List.of(key, component.path("valuesKey").asText(""))) {
            if (beans.contains(name) || ReservedNames.isWord(name)) {
                add(component, "model.formReservedKey", name);
            }
        }
        if (!key.isEmpty()) {
            keys.add(key);
        }
    }

    private void checkPattern(JsonNode component) {
        String pattern = component.path("validate").path("pattern").asText("");
        try {
            FormPattern.compile(pattern);
        } catch (IllegalArgumentException e) {
            add(component, "model.formPattern", shortened(pattern), e.getMessage());
        }
    }

    /** All expressions of a component, wherever they occur; without those of the components inside it. */
    private void checkStrings(JsonNode component, JsonNode part) {
        if (part.isTextual()) {
            FormTemplate.in(part.asText()).expressions().forEach(expression -> checkFeel(component, part, expression));
        }
        part.properties().forEach(entry -> {
            if (part != component || !entry.getKey().equals("components")) {
                checkStrings(component, entry.getValue());
            }
        });
        if (part.isArray()) {
            part.forEach(child -> checkStrings(component, child));
        }
    }

    private void checkFeel(JsonNode component, JsonNode text, String expression) {
        if (++expressions > MOST_EXPRESSIONS) {
            return;
        }
        FeelRules.Read read = FeelRules.expression(expression);
        boolean template = !text.asText().startsWith("=");
        // The browser's templates allow words that are not FEEL; it shows text that it cannot read.
        if (read.problem() != null && (!template || read.isRefused())) {
            FeelSigns.firstIn(expression)
                    .ifPresentOrElse(
                            wrong -> add(
                                    component, "model.feelSign", shortened(expression), wrong.written(), wrong.meant()),
                            () -> add(component, read.problem(), shortened(expression), read.detail()));
        }
    }

    /** A field's value is not escaped, so a text must not show it: it would be read as Markdown. */
    private void checkShownFields(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            for (String expression : FormTemplate.of(component).expressions()) {
                Stream.of(NO_PATH.split(withoutBrackets(expression)))
                        .map(path -> path.replaceFirst("\\..*", ""))
                        .filter(keys::contains)
                        .distinct()
                        .forEach(field -> add(component, "model.formShownField", field));
            }
            checkShownFields(component);
        }
    }

    private static String withoutBrackets(String expression) {
        String before;
        String after = expression;
        do {
            before = after;
            after = IN_BRACKETS.matcher(before).replaceAll("");
        } while (!after.equals(before));
        return after;
    }

    private static String shortened(String text) {
        return SafeText.shortened(text, SHOWN);
    }

    private void add(JsonNode component, String message, Object... arguments) {
        findings.add(new ModelFinding(
                file,
                component == schema ? "" : shortened(component.path("id").asText()),
                message,
                Arrays.stream(arguments).map(String::valueOf).toArray()));
    }
}

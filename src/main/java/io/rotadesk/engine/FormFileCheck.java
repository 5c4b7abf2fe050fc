package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;

/** Whether the server can apply a form's rules: known parts, readable patterns and expressions. */
final class FormFileCheck {

    private final String file;
    private final JsonNode schema;
    private final FeelEngine feel;
    private final List<ModelFinding> findings;

    FormFileCheck(String file, JsonNode schema, FeelEngine feel, List<ModelFinding> findings) {
        this.file = file;
        this.schema = schema;
        this.feel = feel;
        this.findings = findings;
    }

    void check() {
        String expected = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.form$", "");
        if (!schema.path("id").asText().equals(expected)) {
            add(schema, "model.formId", schema.path("id").asText(), expected);
        }
        checkComponents(schema);
    }

    private void checkComponents(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            boolean input = FormField.TYPES.contains(type);
            if (!input && !FormField.WITHOUT_INPUT.contains(type)) {
                add(component, "model.formPart", type);
            }
            if (input && !component.path("key").asText("").matches("\\w+")
                    || component.has("path") && !component.path("path").asText().isEmpty()) {
                add(component, "model.formFieldKey", component.path("key").asText());
            }
            checkPattern(component);
            checkExpressions(component, component);
            checkComponents(component);
        }
    }

    private void checkPattern(JsonNode component) {
        String pattern = component.path("validate").path("pattern").asText("");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            add(component, "model.formPattern", pattern, e.getDescription());
        }
    }

    private void checkExpressions(JsonNode component, JsonNode part) {
        for (JsonNode child : part) {
            if (child.isTextual() && child.asText().startsWith("=")) {
                checkFeel(component, child.asText().substring(1));
            } else if (child.isObject()) {
                checkExpressions(component, child);
            }
        }
    }

    private void checkFeel(JsonNode component, String expression) {
        try {
            feel.evaluateSimpleExpression(
                    expression, Variables.createVariables().asVariableContext());
        } catch (FeelException e) {
            add(component, "model.formFeel", expression);
        }
    }

    private void add(JsonNode component, String message, Object... arguments) {
        findings.add(new ModelFinding(
                file, component == schema ? "" : component.path("id").asText(), message, arguments));
    }
}

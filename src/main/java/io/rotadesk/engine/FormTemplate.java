package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The expressions in a text of a form, which the browser replaces by values: {@code {{name}}}, {@code {{#if name}}}, or
 * the whole text if it begins with an equals sign.
 *
 * @param expressions FEEL, without the delimiters
 */
record FormTemplate(List<String> expressions) {

    private static final List<String> TEXTS = List.of("text", "content");

    /** @return the expressions in the component's own Markdown or HTML; empty for a component without */
    static FormTemplate of(JsonNode component) {
        List<String> expressions = new ArrayList<>();
        for (String name : TEXTS) {
            collect(component.path(name).asText(""), expressions);
        }
        return new FormTemplate(List.copyOf(expressions));
    }

    /** @return the expressions in any text of a form */
    static FormTemplate in(String text) {
        List<String> expressions = new ArrayList<>();
        collect(text, expressions);
        return new FormTemplate(List.copyOf(expressions));
    }

    private static void collect(String text, List<String> expressions) {
        if (text.startsWith("=")) {
            expressions.add(text.substring(1));
            return;
        }
        for (int start = text.indexOf("{{"); start >= 0; start = text.indexOf("{{", start + 2)) {
            int end = text.indexOf("}}", start);
            String expression =
                    text.substring(start + 2, end < 0 ? text.length() : end).strip();
            if (!expression.startsWith("/")) {
                expressions.add(expression.replaceFirst("^#(if|loop)\\s", "").strip());
            }
            if (end < 0) {
                return;
            }
        }
    }
}

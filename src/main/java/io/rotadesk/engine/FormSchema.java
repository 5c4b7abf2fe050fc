package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a deployed Camunda Form.
 *
 * @param id the form's id
 * @param fields its inputs by key, in their order on the form; a key that occurs twice has several fields, of which
 *     usually all but one are hidden
 * @param shown the variables that its texts show
 */
record FormSchema(String id, Map<String, List<FormField>> fields, ShownInText shown) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a deployed form, even one that exceeds the limits of {@link FormFile} because it is older: a task must not
     * fail because of it.
     *
     * @throws IOException when the bytes are no JSON object
     */
    static FormSchema parse(byte[] bytes) throws IOException {
        JsonNode schema = JSON.readTree(bytes);
        if (schema == null || !schema.isObject()) {
            throw new IOException("A form is a JSON object");
        }
        return of(schema);
    }

    static FormSchema of(JsonNode schema) {
        Map<String, List<FormField>> fields = new LinkedHashMap<>();
        collect(schema, List.of(), fields);
        return new FormSchema(schema.path("id").asText(null), fields, ShownInText.of(schema));
    }

    private static void collect(JsonNode parent, List<String> hiddenWhen, Map<String, List<FormField>> fields) {
        for (JsonNode component : parent.path("components")) {
            List<String> conditions = new ArrayList<>(hiddenWhen);
            String hide = component.path("conditional").path("hide").asText("");
            if (!hide.isBlank()) {
                conditions.add(hide);
            }
            String type = component.path("type").asText();
            String key = component.path("key").asText("");
            if (!FormField.WITHOUT_INPUT.contains(type) && !key.isEmpty()) {
                String label = component
                        .path("label")
                        .asText(component.path("dateLabel").asText(""));
                fields.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new FormField(
                                key, label.isBlank() ? key : label, type, List.copyOf(conditions), component));
            }
            collect(component, conditions, fields);
        }
    }
}

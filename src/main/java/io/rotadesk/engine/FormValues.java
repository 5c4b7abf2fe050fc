package io.rotadesk.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.platform.input.SafeText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/** Turns the engine's values into plain ones: text, numbers, booleans, lists and maps of them, null. */
final class FormValues {

    /** As JSON, in characters; choosing everything that a form offers is shorter. */
    private static final int LONGEST_JSON = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNumberLength(40)
                    .build())
            .build());

    /**
     * Stands for a value that no form sends and that cannot be read: a serialized Java object, invalid JSON, or JSON
     * that is too large or too deep.
     */
    static final Object UNREADABLE = new Object();

    private FormValues() {}

    /** @param variables as received, plain or typed; null counts as none */
    static Map<String, Object> allPlain(Map<String, ?> variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (variables instanceof VariableMap typed) {
            // This map converts to plain values when it is read.
            typed.keySet().forEach(name -> values.put(name, plain(typed.<TypedValue>getValueTyped(name))));
        } else if (variables != null) {
            variables.forEach((name, value) -> values.put(name, plain(value)));
        }
        return values;
    }

    /**
     * @return the plain value, {@link #UNREADABLE}, or the unchanged object if it is not plain (a file, say), which no
     *     rule accepts
     */
    static Object plain(Object value) {
        if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            return serialized.getType().getName().equals("json") ? parsed(serialized.getValueSerialized()) : UNREADABLE;
        }
        if (value instanceof TypedValue typed) {
            return plain(typed.getValue());
        }
        return value instanceof SpinJsonNode json ? parsed(json.toString()) : value;
    }

    /** Whether a field with this value is empty: a text without characters, a list without entries, an unticked box. */
    static boolean isNothing(Object value) {
        return value == null
                || value instanceof CharSequence text && !SafeText.isVisible(text)
                || value.equals(false)
                || value instanceof Collection<?> list && list.isEmpty();
    }

    private static Object parsed(String json) {
        if (json != null && json.length() > LONGEST_JSON) {
            return UNREADABLE;
        }
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            return UNREADABLE;
        }
    }
}

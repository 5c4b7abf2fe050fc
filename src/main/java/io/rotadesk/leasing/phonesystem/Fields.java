package io.rotadesk.leasing.phonesystem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rotadesk.platform.input.AnyTime;
import io.rotadesk.platform.input.SafeText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;

/** The fields of a message, whatever types they have. What is missing or of another type is null. */
final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 2_000;

    private final JsonNode node;

    private Fields(JsonNode node) {
        this.node = node;
    }

    /** @throws UnreadableMessageException if it is no JSON object */
    static Fields ofJson(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node != null && node.isObject()) {
                return new Fields(node);
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableMessageException("no JSON");
        }
        throw new UnreadableMessageException("no JSON object");
    }

    /** JSON, or a form as browsers send it. */
    static Fields of(String body) {
        String text = body.strip();
        return text.startsWith("{") || !text.contains("=") ? ofJson(text) : new Fields(form(text));
    }

    private static ObjectNode form(String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The object of this name; some systems send it as a text with JSON in it. Empty if there is none. */
    Fields object(String name) {
        JsonNode found = node.path(name);
        if (found.isTextual()) {
            try {
                found = JSON.readTree(found.asText());
            } catch (JsonProcessingException e) {
                return new Fields(JsonNodeFactory.instance.objectNode());
            }
        }
        return new Fields(found == null || !found.isObject() ? JsonNodeFactory.instance.objectNode() : found);
    }

    /** The objects of an array; none if it is no array. */
    List<Fields> objects(String name) {
        JsonNode array = node.path(name);
        return !array.isArray()
                ? List.of()
                : StreamSupport.stream(array.spliterator(), false)
                        .map(Fields::new)
                        .toList();
    }

    boolean has(String name) {
        return node.has(name);
    }

    /**
     * A text or a number; of an array the first.
     *
     * @param path with dots between names
     * @return null for nothing, blanks, objects
     */
    String text(String path) {
        JsonNode found = node;
        for (String name : path.split("\\.")) {
            found = found.path(name);
            found = found.isArray() ? found.path(0) : found;
        }
        String text = found.isValueNode() && !found.isNull() ? SafeText.orNull(SafeText.cleaned(found.asText())) : null;
        return text == null ? null : SafeText.cut(text.strip(), LONGEST);
    }

    Instant time(String path, ZoneId zone) {
        String text = text(path);
        // Zero stands for "not yet".
        return text == null || text.matches("0+")
                ? null
                : AnyTime.read(text, zone).orElse(null);
    }
}

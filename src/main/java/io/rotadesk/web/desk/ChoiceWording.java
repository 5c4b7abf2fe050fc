package io.rotadesk.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts the choices ticked in a form into words. A choice that a process owner added to the form is shown unchanged.
 */
@Component
public class ChoiceWording {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessageSource messages;

    ChoiceWording(MessageSource messages) {
        this.messages = messages;
    }

    /** @param key the beginning of the messages' keys; the choice follows it */
    public List<String> of(String key, List<String> choices, Locale locale) {
        return choices.stream()
                .map(one -> messages.getMessage(key + one, null, one, locale))
                .toList();
    }

    /** @param choices as the form sends them: a JSON array of texts; null for none. What cannot be read is shown as it is. */
    public List<String> of(String key, String choices, Locale locale) {
        List<String> read = read(choices);
        return read == null ? List.of(choices) : of(key, read, locale);
    }

    /** The choices as the form sends them, see {@link #of(String, String, Locale)}; none if they cannot be read. */
    public static List<String> list(String choices) {
        List<String> read = read(choices);
        return read == null ? List.of() : read;
    }

    private static List<String> read(String choices) {
        if (choices == null) {
            return List.of();
        }
        try {
            List<String> read = JSON.readValue(choices, new TypeReference<List<String>>() {});
            return read == null
                    ? List.of()
                    : read.stream().filter(Objects::nonNull).toList();
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}

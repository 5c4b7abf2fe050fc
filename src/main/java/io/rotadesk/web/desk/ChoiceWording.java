package io.rotadesk.web.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts the choices ticked in a form into words. A choice that a process owner added to the form is shown unchanged.
 */
@Component
public class ChoiceWording {

    private final ObjectMapper json;
    private final MessageSource messages;

    ChoiceWording(ObjectMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    /** @param key the beginning of the messages' keys; the choice follows it */
    public List<String> of(String key, List<String> choices, Locale locale) {
        return choices.stream()
                .map(one -> messages.getMessage(key + one, null, one, locale))
                .toList();
    }

    /** @param choices as the form sends them: a JSON array of texts; null for none */
    public List<String> of(String key, String choices, Locale locale) {
        if (choices == null) {
            return List.of();
        }
        try {
            return of(key, json.readValue(choices, new TypeReference<List<String>>() {}), locale);
        } catch (JsonProcessingException e) {
            return List.of(choices);
        }
    }
}

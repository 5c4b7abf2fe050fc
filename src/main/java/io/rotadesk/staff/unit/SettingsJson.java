package io.rotadesk.staff.unit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** A unit's settings as they are stored: only what differs from the defaults. */
@Component
public class SettingsJson {

    private final ObjectMapper json;

    SettingsJson(ObjectMapper json) {
        this.json = json;
    }

    String write(UnitSettings settings) {
        try {
            return json.writeValueAsString(settings.overrides());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public UnitSettings read(String stored) {
        if (stored.equals("{}")) {
            return UnitSettings.defaults();
        }
        try {
            return UnitSettings.of(json.readValue(stored, new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings of a unit are no JSON object: " + stored, e);
        }
    }
}

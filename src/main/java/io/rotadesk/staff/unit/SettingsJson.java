package io.rotadesk.staff.unit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A unit's settings as they are stored: only what differs from the defaults. */
@Component
public class SettingsJson {

    /** Settings in different words; beyond them all are forgotten. */
    private static final int MOST = 10_000;

    private final ObjectMapper json;

    /** Reading is work, and an administrator's page reads the settings of all units. */
    private final Map<String, UnitSettings> known = new ConcurrentHashMap<>();

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
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(stored, this::parse);
    }

    private UnitSettings parse(String stored) {
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

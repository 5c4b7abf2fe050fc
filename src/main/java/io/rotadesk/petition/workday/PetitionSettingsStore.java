package io.rotadesk.petition.workday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.platform.register.OncePerTransaction;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The settings of petition units. A town makes them once at its centre: a unit without settings of its own inherits
 * those of the nearest unit above that has any. Within a transaction they are read once.
 */
@Component
public class PetitionSettingsStore {

    /** @param unitId the unit at which the settings were made; null if they are the defaults */
    public record Source(String unitId, PetitionSettings settings) {}

    private static final Source DEFAULTS = new Source(null, PetitionSettings.defaults());

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Units units;
    private final OncePerTransaction<String, Source> known = new OncePerTransaction<>();

    PetitionSettingsStore(JdbcClient jdbc, ObjectMapper json, Units units) {
        this.jdbc = jdbc;
        this.json = json;
        this.units = units;
    }

    /** The settings in force at the unit. */
    public PetitionSettings of(String unitId) {
        return source(unitId).settings();
    }

    /** The settings in force at the unit, and where they were made. */
    public Source source(String unitId) {
        return known.get(unitId, () -> Optional.of(nearest(unitId))).orElseThrow();
    }

    /** @return empty if the unit inherits those of a unit above, or has the defaults */
    public Optional<PetitionSettings> own(String unitId) {
        return Optional.of(source(unitId))
                .filter(source -> unitId.equals(source.unitId()))
                .map(Source::settings);
    }

    /**
     * Gives the unit settings of its own. Deadlines that people have been told stay as they are.
     *
     * @throws NoSuchElementException if there is no such petition unit
     */
    @Transactional
    public void save(String unitId, PetitionSettings settings) {
        requirePetition(unitId);
        jdbc.sql("""
                        insert into petition_settings (unit_id, settings) values (?, cast(? as jsonb))
                        on conflict (unit_id) do update set settings = excluded.settings
                        """).param(unitId).param(write(settings)).update();
        known.forgetAll();
    }

    /** Removes the unit's own settings: from now on it inherits those of the units above. */
    @Transactional
    public void inherit(String unitId) {
        jdbc.sql("delete from petition_settings where unit_id = ?")
                .param(unitId)
                .update();
        known.forgetAll();
    }

    void requirePetition(String unitId) {
        Unit unit = units.get(unitId);
        if (unit.kind() != UnitKind.PETITION) {
            throw new NoSuchElementException("no petition unit '" + unitId + "'");
        }
    }

    private Source nearest(String unitId) {
        return jdbc.sql(UnitsUpwards.WITH_UPWARDS + """
                        select s.unit_id, s.settings from upwards u join petition_settings s on s.unit_id = u.id
                        order by u.distance limit 1
                        """)
                .param(unitId)
                .query((row, nr) -> source(row))
                .optional()
                .orElse(DEFAULTS);
    }

    private Source source(ResultSet row) throws SQLException {
        return new Source(row.getString("unit_id"), read(row.getString("settings")));
    }

    private String write(PetitionSettings settings) {
        try {
            return json.writeValueAsString(settings.overrides());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PetitionSettings read(String stored) {
        try {
            return PetitionSettings.of(json.readValue(stored, new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("petition settings are no JSON object: " + stored, e);
        }
    }
}

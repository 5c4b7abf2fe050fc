package io.rotadesk.web.api.setup;

import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes units. Managers and deputies get an account automatically. */
@Service
public class UnitSetup {

    /** @param created whether there was no such unit before */
    public record Saved(Unit unit, boolean created) {}

    private final Units units;
    private final MessageSource messages;

    UnitSetup(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    /**
     * @param sent by the names in JSON; fields that are left out stay as they are
     * @param locale of the messages about bad fields
     * @throws BadFieldsException naming every invalid field; nothing is changed then
     */
    @Transactional
    public Saved save(String id, Map<String, ?> sent, Locale locale) {
        Optional<Unit> before = units.find(id);
        Unit wanted = SentUnit.read(id, before.orElse(null), sent, messages, locale);
        try {
            Unit saved = units.save(wanted);
            return new Saved(saved, before.isEmpty());
        } catch (RosterRefusal refusal) {
            throw new BadFieldsException(SentUnit.of(refusal, locale));
        }
    }
}

package io.rotadesk.staff.unit;

import io.rotadesk.platform.input.FieldRefusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;

/** Rejects a unit, a setting or a change of the duty; names the field and says what to do. */
public class RosterRefusal extends FieldRefusal {

    public RosterRefusal(String field, String key, Object... args) {
        // Numbers and dates as they were given, not as a language would write them.
        super(null, field, key, Arrays.stream(args).map(Objects::toString).toArray());
    }

    /** Names the wrong value and says what to do; does not name the field. */
    public String reason(Locale locale) {
        return RosterText.of(locale, key(), arguments());
    }

    @Override
    public String getMessage() {
        return field() + ": " + reason(LocaleContextHolder.getLocale());
    }
}

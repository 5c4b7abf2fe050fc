package io.rotadesk.staff.unit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;

/** Rejects a unit, a setting or a change of the duty; names the field and says what to do. */
public class RosterRefusal extends RuntimeException {

    private final String field;
    private final String key;
    private final transient Object[] args;

    public RosterRefusal(String field, String key, Object... args) {
        this.field = field;
        this.key = key;
        // Numbers and dates as they were given, not as a language would write them.
        this.args = Arrays.stream(args).map(Objects::toString).toArray();
    }

    /** The name of the field as in JSON. */
    public String field() {
        return field;
    }

    /** Names the wrong value and says what to do; does not name the field. */
    public String reason(Locale locale) {
        return RosterText.of(locale, key, args);
    }

    @Override
    public String getMessage() {
        return field + ": " + reason(LocaleContextHolder.getLocale());
    }
}

package io.rotadesk.staff.unit;

import io.rotadesk.platform.words.Words;
import java.util.Locale;

/** The words of this package, in Chinese unless English is asked for. */
public final class RosterText {

    private static final Words WORDS = new Words(Locale.SIMPLIFIED_CHINESE, "i18n/roster");

    private RosterText() {}

    /** The text for units of this kind, where they have words of their own. */
    static String ofKind(Locale locale, String key, UnitKind kind) {
        return WORDS.find(locale, key + "." + kind, of(locale, key));
    }

    public static String of(Locale locale, String key, Object... args) {
        return WORDS.get(locale, key, args);
    }
}

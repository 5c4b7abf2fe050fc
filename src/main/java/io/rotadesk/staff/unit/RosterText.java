package io.rotadesk.staff.unit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of this package, in Chinese unless English is asked for. */
public final class RosterText {

    // Without this, a request in Chinese would get the language of the machine if that has a bundle of its own.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RosterText() {}

    /** The text for units of this kind, where they have words of their own. */
    static String ofKind(Locale locale, String key, UnitKind kind) {
        String own = key + "." + kind;
        boolean has =
                ResourceBundle.getBundle("i18n/roster", locale, NO_FALLBACK).containsKey(own);
        return of(locale, has ? own : key);
    }

    public static String of(Locale locale, String key, Object... args) {
        String pattern =
                ResourceBundle.getBundle("i18n/roster", locale, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(args);
    }
}

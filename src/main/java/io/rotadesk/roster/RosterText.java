package io.rotadesk.roster;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of this package, in Chinese unless English is asked for. */
final class RosterText {

    // Without this, a request in Chinese would get the language of the machine if that has a bundle of its own.
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RosterText() {}

    static String of(Locale locale, String key, Object... args) {
        String pattern =
                ResourceBundle.getBundle("i18n/roster", locale, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(args);
    }
}

package io.rotadesk.petition.workday;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;

/** The words of this package, in Chinese unless English is asked for. */
final class WorkdayWords {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private WorkdayWords() {}

    static String of(Locale locale, String key, Object... args) {
        String pattern =
                ResourceBundle.getBundle("i18n/workday", locale, NO_FALLBACK).getString(key);
        Object[] texts = Arrays.stream(args).map(Objects::toString).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }
}

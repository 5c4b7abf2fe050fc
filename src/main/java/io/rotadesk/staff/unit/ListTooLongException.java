package io.rotadesk.staff.unit;

import java.util.Locale;

/** A list is longer than {@link ListLimits} allow; nothing of it was taken. */
public class ListTooLongException extends RuntimeException {

    private final String key;
    private final int limit;

    ListTooLongException(String key, int limit) {
        super(key + " " + limit);
        this.key = key;
        this.limit = limit;
    }

    /** Says what is too long, and what to do. */
    public String reason(Locale locale) {
        return RosterText.of(locale, key, String.valueOf(limit));
    }
}

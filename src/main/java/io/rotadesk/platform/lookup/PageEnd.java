package io.rotadesk.platform.lookup;

import io.rotadesk.platform.input.Times;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Where a page of a register's list ends; the next one begins after it.
 *
 * @param at when the last entry on the page began
 * @param id of that entry
 */
public record PageEnd(Instant at, String id) {

    private static final char SEPARATOR = '~';

    /**
     * @param text as {@link #toString()} writes it into an address
     * @return null if there is none, or if somebody has tampered with the text
     */
    public static PageEnd parse(String text) {
        int cut = text == null ? -1 : text.indexOf(SEPARATOR);
        if (cut < 0) {
            return null;
        }
        try {
            return new PageEnd(Times.sensible(Instant.parse(text.substring(0, cut))), text.substring(cut + 1));
        } catch (DateTimeException spoilt) {
            return null;
        }
    }

    @Override
    public String toString() {
        return at.toString() + SEPARATOR + id;
    }
}

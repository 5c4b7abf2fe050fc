package io.rotadesk.petition.workday;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Locale;

/**
 * The public holidays of the years that were published when this version was made, as a unit can take them over. Later
 * years are pasted from the published notice.
 */
public final class PublishedCalendars {

    private PublishedCalendars() {}

    /** @return empty if the year's holidays were not published yet */
    public static List<CalendarDay> of(Year year) {
        try (InputStream text = PublishedCalendars.class.getResourceAsStream("/calendar/" + year + ".txt")) {
            return text == null
                    ? List.of()
                    : CalendarText.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8), Locale.ROOT)
                            .days();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

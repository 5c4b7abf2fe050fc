package io.rotadesk.web.desk.conduct;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The period of the spot checks shown, as the page's address has it.
 *
 * @param from the first day, in the unit's time zone; null for the usual period
 * @param to the last day; counts too; null for today
 */
record ConductQuery(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {

    /** How far back the report goes by default. */
    private static final int USUAL_DAYS = 30;

    /** A period with both ends. */
    ConductQuery within(Clock clock, ZoneId zone) {
        LocalDate last = to != null ? to : LocalDate.ofInstant(clock.instant(), zone);
        return new ConductQuery(from != null ? from : last.minusDays(USUAL_DAYS - 1L), last);
    }

    Instant begin(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}

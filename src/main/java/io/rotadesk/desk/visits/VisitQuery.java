package io.rotadesk.desk.visits;

import io.rotadesk.visit.VisitFilter;
import io.rotadesk.visit.VisitSearch.Place;
import io.rotadesk.visit.VisitState;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What somebody looks for in the register, as it stands in the page's address.
 *
 * @param q a number, a name or a company
 * @param from the first day, in the unit's time zone
 * @param to the last day; counts too
 * @param after where the page before ended
 */
record VisitQuery(
        String q,
        String agent,
        VisitState state,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        String after) {

    /** How far back the list goes as long as nobody asks for more. */
    static final int USUAL_DAYS = 30;

    private static final char SEPARATOR = '~';

    VisitQuery {
        q = blankToNull(q);
        agent = blankToNull(agent);
        after = blankToNull(after);
    }

    /** Whether the period is ours, not the person's: a search goes through everything. */
    public boolean isUsual() {
        return from == null && to == null && q == null;
    }

    VisitFilter filter(String unitId, String seenBy, ZoneId zone, Clock clock) {
        LocalDate first = isUsual() ? LocalDate.ofInstant(clock.instant(), zone).minusDays(USUAL_DAYS - 1) : from;
        return new VisitFilter(
                unitId,
                seenBy,
                q,
                agent,
                state,
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** @return null for the first page, and for an address that somebody has spoilt */
    Place place() {
        if (after == null || after.indexOf(SEPARATOR) < 0) {
            return null;
        }
        int cut = after.indexOf(SEPARATOR);
        try {
            return new Place(Instant.parse(after.substring(0, cut)), after.substring(cut + 1));
        } catch (DateTimeException spoilt) {
            return null;
        }
    }

    static String text(Place place) {
        return place == null ? null : place.at().toString() + SEPARATOR + place.visitId();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

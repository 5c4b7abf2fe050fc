package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.MatterFilter;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.lookup.PageEnd;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A search for matters, as the page's address has it.
 *
 * @param q a matter's number, a phone number or a name
 * @param responsible a login
 * @param state {@link #OPEN}, or the name of one state
 * @param overdue only matters that are overdue, or were when they were closed
 * @param from the first day of registration, in the unit's time zone
 * @param to the last day; counts too
 * @param after the place where the previous page ended
 */
record MatterQuery(
        String q,
        String responsible,
        String state,
        String category,
        Boolean overdue,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        String after) {

    static final int PAGE = 50;

    /** All states in which somebody still has to do something. */
    static final String OPEN = "OPEN";

    static final List<String> STATES = Stream.concat(
                    Stream.of(OPEN), Arrays.stream(MatterState.values()).map(Enum::name))
            .toList();

    private static final int USUAL_DAYS = 90;

    MatterQuery {
        q = SafeText.orNull(q);
        responsible = SafeText.orNull(responsible);
        state = SafeText.orNull(state);
        category = SafeText.orNull(category);
        after = SafeText.orNull(after);
        // A box that is not ticked is not sent.
        overdue = overdue != null && overdue;
    }

    /** Whether the default period applies. A search, or a list of open or late matters, goes back to the beginning. */
    public boolean isUsual() {
        return from == null && to == null && q == null && !overdue && !OPEN.equals(state);
    }

    /** @throws ResponseStatusException 400 for an unknown state */
    MatterFilter filter(String unitId, ZoneId zone, Clock clock) {
        LocalDate first = isUsual() ? LocalDate.ofInstant(clock.instant(), zone).minusDays(USUAL_DAYS - 1L) : from;
        return new MatterFilter(
                unitId,
                false,
                responsible,
                q,
                states(),
                category,
                overdue,
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Set<MatterState> states() {
        if (state == null) {
            return null;
        }
        Set<MatterState> states = Arrays.stream(MatterState.values())
                .filter(one -> state.equals(OPEN) ? one.isOpen() : one.name().equals(state))
                .collect(Collectors.toSet());
        if (states.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no state " + state);
        }
        return states;
    }

    /** @return null for the first page, and if somebody has tampered with the address */
    PageEnd place() {
        return PageEnd.parse(after);
    }
}

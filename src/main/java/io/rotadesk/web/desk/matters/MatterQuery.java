package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.MatterFilter;
import io.rotadesk.petition.matter.MatterFilter.Further;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.lookup.PageEnd;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search for matters, as the page's address has it.
 *
 * @param of the unit whose matters are looked for; null for all that the viewer sees
 * @param held only matters that the units have now, and none that they gave away or are asked about
 * @param q a matter's number, a phone number or a name
 * @param responsible a login, or {@link #NONE}
 * @param state {@link #OPEN}, or the name of one state
 * @param category a code, or {@link #NONE}
 * @param overdue only matters that are overdue, or were when they were closed
 * @param due {@link #LATE} or {@link #WEEK}; open matters only
 * @param largeScale only large-scale events; open matters only
 * @param urged only matters of which an urging waits for its answer; open matters only
 * @param sort {@link #BY_DEADLINE}, of open matters; null for the latest registered ones before the others
 * @param from the first day of registration, in the unit's time zone
 * @param to the last day; counts too
 * @param after the place where the previous page ended
 */
record MatterQuery(
        String of,
        Boolean held,
        String q,
        String responsible,
        String state,
        String category,
        Boolean overdue,
        String due,
        Boolean largeScale,
        Boolean urged,
        String sort,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        String after) {

    static final int PAGE = 50;

    /** All states in which somebody still has to do something. */
    static final String OPEN = "OPEN";

    /** Without a responsible person, or without a category. */
    static final String NONE = "-";

    /** The deadline has passed. */
    static final String LATE = "late";

    /** The deadline passes by the end of this week, which ends with Sunday. */
    static final String WEEK = "week";

    static final String BY_DEADLINE = "due";

    static final List<String> STATES = Stream.concat(
                    Stream.of(OPEN), Arrays.stream(MatterState.values()).map(Enum::name))
            .toList();

    private static final int USUAL_DAYS = 90;

    MatterQuery {
        of = SafeText.orNull(of);
        q = SafeText.orNull(q);
        responsible = SafeText.orNull(responsible);
        state = SafeText.orNull(state);
        category = SafeText.orNull(category);
        due = SafeText.orNull(due);
        sort = SafeText.orNull(sort);
        after = SafeText.orNull(after);
        // A box that is not ticked is not sent.
        held = held != null && held;
        overdue = overdue != null && overdue;
        largeScale = largeScale != null && largeScale;
        urged = urged != null && urged;
    }

    /** Whether the default period applies. A search, or a list of open or late matters, goes back to the beginning. */
    public boolean isUsual() {
        return from == null && to == null && q == null && !overdue && !OPEN.equals(state) && !isOnlyOpen();
    }

    private boolean isOnlyOpen() {
        return due != null || largeScale || urged || sort != null;
    }

    /** The end of the week in which the instant is. */
    static Instant endOfWeek(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * @param withBelow whether those of the units below are found too
     * @throws ResponseStatusException 400 for an unknown state, deadline or order
     */
    MatterFilter filter(String unitId, boolean withBelow, ZoneId zone, Clock clock) {
        LocalDate first = isUsual() ? LocalDate.ofInstant(clock.instant(), zone).minusDays(USUAL_DAYS - 1L) : from;
        return new MatterFilter(
                unitId,
                withBelow,
                orWithout(responsible),
                q,
                states(),
                orWithout(category),
                overdue,
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                further(clock.instant(), zone));
    }

    private static String orWithout(String chosen) {
        return NONE.equals(chosen) ? MatterFilter.WITHOUT : chosen;
    }

    private Further further(Instant now, ZoneId zone) {
        known(due, "deadline", LATE, WEEK);
        known(sort, "order", BY_DEADLINE);
        return new Further(
                held,
                WEEK.equals(due) ? now : null,
                due == null ? null : due.equals(LATE) ? now : endOfWeek(now, zone),
                largeScale,
                urged,
                sort != null);
    }

    private static void known(String chosen, String what, String... all) {
        if (chosen != null && !List.of(all).contains(chosen)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no " + what + " " + chosen);
        }
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

    /** What is chosen, by the names of the fields; without the place. */
    public Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        put(chosen, "of", of);
        put(chosen, "held", held ? true : null);
        put(chosen, "q", q);
        put(chosen, "responsible", responsible);
        put(chosen, "state", state);
        put(chosen, "category", category);
        put(chosen, "overdue", overdue ? true : null);
        put(chosen, "due", due);
        put(chosen, "largeScale", largeScale ? true : null);
        put(chosen, "urged", urged ? true : null);
        put(chosen, "sort", sort);
        put(chosen, "from", from);
        put(chosen, "to", to);
        return chosen;
    }

    private static void put(Map<String, String> chosen, String name, Object value) {
        if (value != null) {
            chosen.put(name, value.toString());
        }
    }

    /** The address of the list with the same choice, from its first page on. */
    String address(String unitId) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/desk/matters").queryParam("unit", "{unit}");
        chosen().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        Map<String, String> values = chosen();
        values.put("unit", unitId);
        return address.encode().buildAndExpand(values).toUriString();
    }
}

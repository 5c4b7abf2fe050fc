package io.rotadesk.web.desk;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.PageEnd;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * A search in a register, as the page's address has it. The page's template uses the fragments in {@code
 * desk/register.html}.
 *
 * @param q a number or a name
 * @param agent a login
 * @param state the name of one of the register's states
 * @param from the first day, in the unit's time zone
 * @param to the last day; counts too
 * @param after the place where the previous page ended
 */
public record RegisterQuery(
        String q,
        String agent,
        String state,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        String after) {

    /** The number of entries on a page of a list. */
    public static final int PAGE = 50;

    /** How far back the list goes by default. */
    private static final int USUAL_DAYS = 30;

    public RegisterQuery {
        q = SafeText.orNull(q);
        agent = SafeText.orNull(agent);
        state = SafeText.orNull(state);
        after = SafeText.orNull(after);
    }

    /** Whether the default period applies. A search without a period goes through everything. */
    public boolean isUsual() {
        return from == null && to == null && q == null;
    }

    /**
     * @param states of this register
     * @param seenBy the login of somebody who sees only what they had to do with; null for a person who sees all
     * @throws ResponseStatusException 400 for a state that the register does not have
     */
    public <S extends Enum<S>> EntryFilter<S> filter(
            Class<S> states, String unitId, String seenBy, ZoneId zone, Clock clock) {
        LocalDate first = isUsual() ? LocalDate.ofInstant(clock.instant(), zone).minusDays(USUAL_DAYS - 1) : from;
        return new EntryFilter<>(
                unitId,
                seenBy,
                q,
                agent,
                state(states),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** @return null for the first page, and if somebody has tampered with the address */
    public PageEnd place() {
        return PageEnd.parse(after);
    }

    private <S extends Enum<S>> S state(Class<S> states) {
        return state == null
                ? null
                : Arrays.stream(states.getEnumConstants())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "no state " + state));
    }
}

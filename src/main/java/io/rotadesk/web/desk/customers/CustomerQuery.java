package io.rotadesk.web.desk.customers;

import io.rotadesk.leasing.customer.CustomerFilter;
import io.rotadesk.leasing.customer.CustomerSearch.PageEnd;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.leasing.customer.CustomerStatus;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.input.Times;
import io.rotadesk.staff.unit.Unit;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A search for customers, as the page's address has it.
 *
 * @param q a number or a name
 * @param after the place where the previous page ended
 */
record CustomerQuery(String q, String agent, CustomerStatus status, String after) {

    private static final char SEPARATOR = '~';

    CustomerQuery {
        q = SafeText.orNull(q);
        agent = SafeText.orNull(agent);
        after = SafeText.orNull(after);
    }

    /** @param onlyOf the login of an agent who sees only their own; null for a person who sees all */
    CustomerFilter filter(Unit unit, String onlyOf, Clock clock) {
        return new CustomerFilter(
                unit.id(), q, onlyOf == null ? agent : onlyOf, status, clock.instant(), soon(unit, clock));
    }

    /** The time by which a validity counts as ending soon: customers are followed up that many days before. */
    static Instant soon(Unit unit, Clock clock) {
        ZoneId zone = unit.settings().zone();
        return LocalDate.ofInstant(clock.instant(), zone)
                .plusDays(unit.settings().get(CustomerSettings.class).followUpDays())
                .atStartOfDay(zone)
                .toInstant();
    }

    /** @return null for the first page, and if somebody has tampered with the address */
    PageEnd place() {
        if (after == null || after.indexOf(SEPARATOR) < 0) {
            return null;
        }
        int cut = after.indexOf(SEPARATOR);
        try {
            return new PageEnd(
                    Times.sensible(Instant.parse(after.substring(0, cut))), Long.parseLong(after.substring(cut + 1)));
        } catch (DateTimeException | NumberFormatException spoilt) {
            return null;
        }
    }

    static String text(PageEnd place) {
        return place == null ? null : place.validUntil().toString() + SEPARATOR + place.id();
    }
}

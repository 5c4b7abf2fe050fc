package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.web.desk.duty.LedgerStep;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * All data about one visit, for its page.
 *
 * @param interests in words
 * @param shown the parts of the project that were shown, in words
 * @param candidates the customers to whom the number belongs, if there are several
 * @param names of the unit's people, by login
 */
public record VisitEntryView(
        Visit visit,
        VisitRow row,
        ZoneId zone,
        List<String> interests,
        List<String> shown,
        List<Customer> candidates,
        List<LedgerStep> steps,
        List<Escalation> questions,
        Map<String, String> names) {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** @param login may be null */
    public String name(String login) {
        return VisitRow.name(names, login);
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? null : DAY_AND_TIME.format(instant.atZone(zone));
    }
}

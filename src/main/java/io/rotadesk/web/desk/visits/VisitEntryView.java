package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.web.desk.duty.LedgerStep;
import java.time.Instant;
import java.time.ZoneId;
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

    /** @param login may be null */
    public String name(String login) {
        return VisitRow.name(names, login);
    }

    /** @param instant may be null */
    public String time(Instant instant) {
        return instant == null ? null : new UnitClock(zone).dayAndTime(instant);
    }
}

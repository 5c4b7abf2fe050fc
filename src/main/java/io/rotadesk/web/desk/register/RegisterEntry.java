package io.rotadesk.web.desk.register;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.web.desk.duty.LedgerMoment;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * All data about one call or visit, for its page.
 *
 * @param interests in words
 * @param candidates the customers to whom the number belongs, if there are several
 * @param names of the unit's people, by login
 */
public record RegisterEntry<E extends Registered>(
        RegisterRow<E> row,
        ZoneId zone,
        List<String> interests,
        List<Customer> candidates,
        List<LedgerMoment> steps,
        List<Escalation> questions,
        Map<String, String> names) {

    /** @param login may be null */
    public String name(String login) {
        return RegisterRow.name(names, login);
    }
}

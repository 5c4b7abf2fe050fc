package io.rotadesk.web.desk.disputes;

import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Evidence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * A dispute as its page shows it.
 *
 * @param evidence null when the customer is erased, and in the list
 * @param customerName null when it was refused or is not known any more
 * @param names of people by login
 * @param due the time at which the decision is due
 */
record DisputeView(
        Dispute dispute,
        Evidence evidence,
        String customerName,
        Map<String, String> names,
        ZoneId zone,
        Instant due,
        boolean late) {

    /** @param login may be null */
    public String name(String login) {
        return login == null ? "—" : names.getOrDefault(login, login);
    }
}

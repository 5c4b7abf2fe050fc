package io.rotadesk.web.desk.customers;

import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.MergedRecord;
import io.rotadesk.leasing.customer.PastContact;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A customer as their page shows them. An agent who only handled a contact of a colleague's customer sees the name, the
 * agent and that contact; the rest is empty.
 *
 * @param contacts newest first
 * @param names of the unit's people, by login
 */
record CustomerView(
        CustomerRow row,
        ZoneId zone,
        List<PastContact> contacts,
        List<AgentPeriod> periods,
        List<FollowUp> followUps,
        List<MergedRecord> merged,
        Map<String, String> names) {

    /** @param login may be null */
    public String name(String login) {
        return CustomerRow.name(names, login);
    }
}

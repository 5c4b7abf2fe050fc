package io.rotadesk.web.desk.register;

import io.rotadesk.platform.phone.PhoneNumbers;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * A call or a visit as lists show it.
 *
 * @param customer the name; null if it is not known
 * @param number as people write it; empty if there is none
 * @param agent the name of the agent who has or had it, or is to have it; null if there is none yet
 * @param owner the name of the customer's agent, if that is somebody else
 */
public record RegisterRow<E extends Registered>(
        E entry, ZonedDateTime at, String customer, String number, String agent, String owner) {

    /**
     * @param agents names by login
     * @param customers names by customer id
     */
    public static <E extends Registered> RegisterRow<E> of(
            E entry, ZoneId zone, Map<String, String> agents, Map<Long, String> customers) {
        return new RegisterRow<>(
                entry,
                entry.at().atZone(zone),
                entry.name() != null || entry.customerId() == null ? entry.name() : customers.get(entry.customerId()),
                PhoneNumbers.readable(entry.number()),
                name(agents, entry.agent()),
                entry.owner() == null || entry.owner().equals(entry.agent()) ? null : name(agents, entry.owner()));
    }

    static String name(Map<String, String> agents, String login) {
        return login == null ? null : agents.getOrDefault(login, login);
    }
}

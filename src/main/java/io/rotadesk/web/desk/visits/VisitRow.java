package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * A visit as lists show it.
 *
 * @param at the time at which the visitor came, or is to come
 * @param visitor the name; null if it is not known
 * @param number as people write it; empty if there is none
 * @param agent the name of the agent who has or had the visitor, or is to meet them; null if there is none yet
 * @param owner the name of the customer's agent, if that is somebody else
 */
record VisitRow(Visit visit, ZonedDateTime at, String visitor, String number, String agent, String owner) {

    /** @param customers names by customer id */
    static VisitRow of(Visit visit, ZoneId zone, Map<String, String> agents, Map<Long, String> customers) {
        String visitor = visit.written().customerName() != null
                ? visit.written().customerName()
                : visit.announced().name();
        if (visitor == null && visit.known().customerId() != null) {
            visitor = customers.get(visit.known().customerId());
        }
        String number = visit.written().customerPhone() != null
                ? visit.written().customerPhone()
                : visit.announced().number();
        String login = visit.host().helpedBy() != null
                ? visit.host().helpedBy()
                : visit.host().agent();
        return new VisitRow(
                visit,
                visit.at().atZone(zone),
                visitor,
                PhoneNumbers.readable(number),
                name(agents, login),
                visit.said().owner() == null || visit.said().owner().equals(login)
                        ? null
                        : name(agents, visit.said().owner()));
    }

    static String name(Map<String, String> agents, String login) {
        return login == null ? null : agents.getOrDefault(login, login);
    }
}

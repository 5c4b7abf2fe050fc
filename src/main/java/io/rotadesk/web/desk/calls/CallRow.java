package io.rotadesk.web.desk.calls;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * A call as the list shows it.
 *
 * @param caller the name; null if it is not known
 * @param number as people write it; empty if it is withheld
 * @param agent the name of the agent who has or had the call; null if there is none yet
 * @param owner the name of the customer's agent, if that is somebody else
 */
record CallRow(Call call, ZonedDateTime at, String caller, String number, String agent, String owner) {

    static CallRow of(Call call, ZoneId zone, Map<String, String> agents, Map<Long, String> customers) {
        String caller = call.customerName();
        if (caller == null && call.customerId() != null) {
            caller = customers.get(call.customerId());
        }
        String number = call.callerNumber() != null ? call.callerNumber() : call.customerPhone();
        String login = agentOf(call);
        return new CallRow(
                call,
                call.receivedAt().atZone(zone),
                caller,
                PhoneNumbers.readable(number),
                name(agents, login),
                call.owner() == null || call.owner().equals(login) ? null : name(agents, call.owner()));
    }

    private static String agentOf(Call call) {
        if (call.coveredBy() != null) {
            return call.coveredBy();
        }
        return call.agent() != null ? call.agent() : call.ringingAgent();
    }

    static String name(Map<String, String> agents, String login) {
        return login == null ? null : agents.getOrDefault(login, login);
    }
}

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
        String caller = call.written().customerName();
        if (caller == null && call.caller().customerId() != null) {
            caller = customers.get(call.caller().customerId());
        }
        String number = call.caller().number() != null
                ? call.caller().number()
                : call.written().customerPhone();
        String login = agentOf(call);
        return new CallRow(
                call,
                call.receivedAt().atZone(zone),
                caller,
                PhoneNumbers.readable(number),
                name(agents, login),
                call.said().owner() == null || call.said().owner().equals(login)
                        ? null
                        : name(agents, call.said().owner()));
    }

    private static String agentOf(Call call) {
        if (call.cover().by() != null) {
            return call.cover().by();
        }
        return call.talk().agent() != null
                ? call.talk().agent()
                : call.ringing().agent();
    }

    static String name(Map<String, String> agents, String login) {
        return login == null ? null : agents.getOrDefault(login, login);
    }
}

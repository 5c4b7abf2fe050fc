package io.rotadesk.leasing.dispute;

import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.Arrival;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.PastContact;
import java.util.List;

/**
 * The registers' data about a disputed customer.
 *
 * @param customer as it is now
 * @param phones E.164
 * @param history the customer's agents, oldest first
 * @param contacts calls and visits, newest first
 * @param followUps newest first
 */
public record Evidence(
        Customer customer,
        List<String> phones,
        List<AgentPeriod> history,
        List<Item> contacts,
        List<FollowUp> followUps) {

    /**
     * A contact, and what was known when it began.
     *
     * @param arrival null if the register did not record it
     * @param validThen whether the customer was within an agent's validity then
     */
    public record Item(PastContact contact, Arrival arrival, boolean validThen) {}

    /** The contacts that this agent had. */
    public List<Item> contactsOf(String login) {
        return contacts.stream()
                .filter(item -> login.equals(item.contact().agent()))
                .toList();
    }

    /** The follow-ups that this agent had. */
    public List<FollowUp> followUpsOf(String login) {
        return followUps.stream()
                .filter(followUp -> login.equals(followUp.agent()))
                .toList();
    }

    /** The contacts of neither: those of a helper, of a colleague who covered, or of nobody. */
    public List<Item> contactsOfOthers(String one, String other) {
        return contacts.stream()
                .filter(item -> isOthers(item.contact().agent(), one, other))
                .toList();
    }

    /** The follow-ups of neither. */
    public List<FollowUp> followUpsOfOthers(String one, String other) {
        return followUps.stream()
                .filter(followUp -> isOthers(followUp.agent(), one, other))
                .toList();
    }

    private static boolean isOthers(String login, String one, String other) {
        return !one.equals(login) && !other.equals(login);
    }
}

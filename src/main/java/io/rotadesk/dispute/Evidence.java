package io.rotadesk.dispute;

import io.rotadesk.customer.AgentPeriod;
import io.rotadesk.customer.Arrival;
import io.rotadesk.customer.Customer;
import io.rotadesk.customer.FollowUp;
import io.rotadesk.customer.PastContact;
import java.util.List;

/**
 * What the registers know about a disputed customer.
 *
 * @param customer as it is now
 * @param phones E.164
 * @param history who was the customer's agent, oldest first
 * @param contacts calls and visits, the newest first
 * @param followUps the newest first
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
     * @param arrival null when the register does not tell
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
}

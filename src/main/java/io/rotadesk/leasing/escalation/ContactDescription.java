package io.rotadesk.leasing.escalation;

import io.rotadesk.staff.rota.Contact;
import java.util.Optional;

/**
 * Says in one line who a question is about, so that the manager knows the case and the agent knows the person to call
 * back. Each register of contacts offers such a bean.
 */
public interface ContactDescription {

    /**
     * @param seenBy the login of the person who named the contact; they only see what the register's own pages would
     *     show them; null for all
     * @return the person and how to reach them, in the product's language; empty for a contact of another register, and
     *     for one that this person may not see
     */
    Optional<String> describe(Contact contact, String seenBy);
}

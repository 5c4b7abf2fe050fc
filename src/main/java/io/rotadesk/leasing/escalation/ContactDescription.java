package io.rotadesk.leasing.escalation;

import io.rotadesk.staff.rota.Contact;
import java.util.Optional;

/**
 * Says in a line whom a question is about, so that the manager knows the case and the agent knows whom to call back. A
 * register that has contacts of some kind offers such a bean.
 */
public interface ContactDescription {

    /**
     * @param seenBy the login of whoever named the contact, and is told of it only what the register's own pages would
     *     tell them; null for all
     * @return who and how to reach them, in the product's language; empty for a contact of another register, and for one
     *     that is not there for this person
     */
    Optional<String> describe(Contact contact, String seenBy);
}

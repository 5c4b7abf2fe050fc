package io.rotadesk.escalation;

import io.rotadesk.roster.Contact;
import java.util.Optional;

/**
 * Says in a line whom a question is about, so that the manager knows the case and the agent knows whom to call back. A
 * register that has contacts of some kind offers such a bean.
 */
public interface ContactDescription {

    /** @return who and how to reach them, in the product's language; empty for a contact of another register */
    Optional<String> describe(Contact contact);
}

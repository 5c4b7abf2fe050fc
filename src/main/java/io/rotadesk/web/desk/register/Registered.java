package io.rotadesk.web.desk.register;

import io.rotadesk.staff.rota.Contact;
import java.time.Instant;

/** A call or a visit, as its register's pages ask about it. */
public interface Registered {

    /** As the page's address has it. */
    String key();

    String unitId();

    Contact contact();

    /** The time at which it began, or is to begin. */
    Instant at();

    /** The customer to whom the number belongs; null if there is none, or several. */
    Long customerId();

    /** How many customers the number belongs to. */
    int candidates();

    /** In E.164; null if it is withheld. */
    String phone();

    /** The customer's name, as somebody said or wrote it; null if nobody did. */
    String name();

    /** The number, as it came or was written down; null if there is none. */
    String number();

    /** The login of the agent who has or had it, or is to have it; null if there is none yet. */
    String agent();

    /** The login of the agent whose customer it turned out to be; null if it is nobody's. */
    String owner();

    /** Whether the person was erased, so that what is missing was not refused. */
    boolean erased();

    /** The customer's interests, as the form sent them; null for none. */
    String interests();
}

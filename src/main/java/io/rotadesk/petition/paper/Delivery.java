package io.rotadesk.petition.paper;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * How a paper came to the petitioner, as the receipt says.
 *
 * @param receiver the name of the person who took it
 * @param relation of the receiver to the petitioner: themselves, family …
 * @param note the number of the letter, why nobody signed …
 * @param by the login of the person who recorded it
 */
public record Delivery(
        @Column("delivered_how") How how,
        @Column("delivered_at") Instant at,
        String receiver,
        String relation,
        @Column("delivery_note") String note,
        @Column("delivered_by") String by,
        Instant recordedAt) {

    /** The ways by which a paper is delivered. */
    public enum How {
        IN_PERSON,
        POST,
        MESSAGE
    }

    static final Delivery NOT_YET = new Delivery(null, null, null, null, null, null, null);
}

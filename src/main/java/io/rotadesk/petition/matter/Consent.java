package io.rotadesk.petition.matter;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The petitioner agreed to be sent messages about the matter.
 *
 * @param at null if they did not, or do not any more
 * @param by the login of the person whom they told; null if they said so themselves
 */
record Consent(
        @Column("messages_agreed_at") Instant at,
        @Column("messages_agreed_by") String by) {

    static final Consent NONE = new Consent(null, null);
}

package io.rotadesk.petition.paper;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * A leader was asked to sign.
 *
 * @param by a login
 * @param remarks why the leader sent it back the last time
 */
public record HandingIn(
        @Column("handed_in_by") String by,
        @Column("handed_in_at") Instant at,
        String remarks) {

    static final HandingIn NOT_YET = new HandingIn(null, null, null);
}

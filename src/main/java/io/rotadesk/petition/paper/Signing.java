package io.rotadesk.petition.paper;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The signature, and the number that comes with it.
 *
 * @param by a login
 * @param year of the number, in the unit's time zone
 * @param number as people write it: 清河访答〔2026〕12号
 */
public record Signing(
        @Column("signed_by") String by,
        @Column("signed_at") Instant at,
        @Column("number_year") Integer year,
        @Column("number_serial") Integer serial,
        String number) {

    static final Signing NOT_YET = new Signing(null, null, null, null, null);
}

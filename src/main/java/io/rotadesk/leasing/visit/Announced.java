package io.rotadesk.leasing.visit;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * The visitor, as they were announced.
 *
 * @param by the login of the person who announced the visitor by hand; null for a kiosk
 * @param raw the number as it was given
 * @param phone E.164; null if there is none or it is invalid
 * @param extension behind a complete number; null for none
 * @param askedFor the agent whom the announcement names: a login, or a name as it was given
 */
public record Announced(
        @Column("announced_at") Instant at,
        @Column("announced_by") String by,
        @Column("visitor_name") String name,
        @Column("visitor_raw") String raw,
        @Column("visitor_phone") String phone,
        @Column("visitor_extension") String extension,
        int partySize,
        String company,
        String askedFor) {

    /** The number as it is shown, with its extension; as it was given if it is no number, null if there is none. */
    public String number() {
        if (phone == null) {
            return raw;
        }
        return extension == null ? phone : phone + "-" + extension;
    }
}

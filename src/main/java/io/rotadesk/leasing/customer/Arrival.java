package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.UnitSettings;
import java.time.Instant;

/**
 * What a register knew of a customer when a contact began, fixed then: later contacts do not change it.
 *
 * @param id of the contact in its register
 * @param agent the login of the agent whose customer it was by then; null for nobody's
 * @param lastContactKind of the last contact before; null, as is {@code lastContactAt}, when there was none
 * @param status what {@code customer-status.dmn} said: NEW, ACTIVE or LAPSED; null when it was not asked
 */
public record Arrival(
        ContactKind kind,
        String id,
        Instant at,
        String agent,
        ContactKind lastContactKind,
        Instant lastContactAt,
        String status) {

    /** Whether the customer was within the agent's validity; by the unit's settings of today if it was not decided then. */
    public boolean wasValid(UnitSettings settings) {
        if (status != null) {
            return "ACTIVE".equals(status);
        }
        return agent != null
                && lastContactAt != null
                && at.isBefore(Validity.end(settings, lastContactKind, lastContactAt));
    }
}

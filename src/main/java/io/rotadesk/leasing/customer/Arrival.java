package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.UnitSettings;
import java.time.Instant;

/**
 * A register's data about a customer when a contact began. It is fixed then: later contacts do not change it.
 *
 * @param id the id of the contact in its register
 * @param agent the login of the agent whose customer it was then; null if there was none
 * @param lastContactKind the kind of the previous contact; null, as is {@code lastContactAt}, if there was none
 * @param status the answer of {@code customer-status.dmn}: NEW, ACTIVE or LAPSED; null if it was not asked
 */
public record Arrival(
        ContactKind kind,
        String id,
        Instant at,
        String agent,
        ContactKind lastContactKind,
        Instant lastContactAt,
        String status) {

    /**
     * Whether the customer was within the agent's validity; judged by the unit's settings of today if it was not
     * decided then.
     */
    public boolean wasValid(UnitSettings settings) {
        if (status != null) {
            return "ACTIVE".equals(status);
        }
        return agent != null
                && lastContactAt != null
                && at.isBefore(Validity.end(settings, lastContactKind, lastContactAt));
    }
}

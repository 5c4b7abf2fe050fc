package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.UnitSettings;
import java.time.Instant;

/** Computes how long a contact keeps the customer with the agent (L3.2e). */
final class Validity {

    private Validity() {}

    /**
     * Calendar days in the unit's time zone, the last one included, as {@code customer-status.dmn} counts them.
     *
     * @return the first instant after the validity
     */
    static Instant end(UnitSettings settings, ContactKind kind, Instant contactAt) {
        int days = kind == ContactKind.VISIT
                ? settings.get(CustomerSettings.class).visitValidityDays()
                : settings.get(CustomerSettings.class).callValidityDays();
        return contactAt
                .atZone(settings.zone())
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(settings.zone())
                .toInstant();
    }
}

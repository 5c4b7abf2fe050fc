package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.paper.Delivery;
import io.rotadesk.platform.input.SafeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * A delivery, as it is entered.
 *
 * @param how a {@link Delivery.How}
 * @param at the local time at which the paper was delivered, {@code 2026-03-02T09:00}
 */
record DeliveryForm(String how, String at, String receiver, String relation, String note) {

    /** A time that cannot be read; it is no time at all, so the page says that one is missing. */
    Instant time(ZoneId zone) {
        try {
            return SafeText.orNull(at) == null
                    ? null
                    : LocalDateTime.parse(at.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Null for none of the ways. */
    Delivery.How way() {
        return Arrays.stream(Delivery.How.values())
                .filter(way -> way.name().equals(how))
                .findFirst()
                .orElse(null);
    }
}

package io.rotadesk.petition.reception;

import io.rotadesk.platform.register.Column;
import java.time.Instant;

/**
 * When and by whom a ticket was registered.
 *
 * @param by a login; null for petitioners who announced themselves
 * @param groupSize how many came together; one ticket all the same (P3)
 */
public record Registration(
        @Column("registered_at") Instant at,
        @Column("registered_by") String by,
        int groupSize) {}

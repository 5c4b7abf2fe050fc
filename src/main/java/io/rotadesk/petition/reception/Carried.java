package io.rotadesk.petition.reception;

import io.rotadesk.platform.register.Column;
import java.time.LocalDate;

/**
 * Where a number comes from that was not received on its day; both null for one that was never carried.
 *
 * @param day the last day before
 * @param number the number that it had then
 */
public record Carried(
        @Column("carried_from_day") LocalDate day,
        @Column("carried_from_number") Integer number) {

    static final Carried NEVER = new Carried(null, null);
}

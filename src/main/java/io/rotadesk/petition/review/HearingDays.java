package io.rotadesk.petition.review;

import io.rotadesk.platform.register.Column;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The days of a hearing (听证), which do not count.
 *
 * @param begins the first day; null for none
 * @param ends the last day; null while it goes on
 */
record HearingDays(
        @Column("hearing_begins") LocalDate begins,
        @Column("hearing_ends") LocalDate ends,
        @Column("hearing_notes") String notes) {

    static final HearingDays NONE = new HearingDays(null, null, null);

    HearingDays over(LocalDate lastDay, String what) {
        return new HearingDays(begins, lastDay, what);
    }

    /** All its days, once it is over. */
    Set<LocalDate> days() {
        return begins == null || ends == null
                ? Set.of()
                : begins.datesUntil(ends.plusDays(1)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it has begun by this day, and goes on. */
    boolean goesOn(LocalDate today) {
        return begins != null && ends == null && !begins.isAfter(today);
    }
}

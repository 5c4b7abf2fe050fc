package io.rotadesk.staff.duty;

import java.time.LocalDate;
import java.util.Optional;

/** Knows of days that are closed or open for a unit whatever their weekday, unless the unit decides otherwise for its duty. */
public interface Holidays {

    /** @return whether the unit is closed that day; empty for a day like others of its weekday */
    Optional<Boolean> isClosed(String unitId, LocalDate day);
}

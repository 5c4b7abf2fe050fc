package io.rotadesk.petition.workday;

import io.rotadesk.staff.duty.Holidays;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nobody of a petition unit is on duty on a holiday of its calendar, and somebody is on a day worked instead (P3). */
@Component
class HolidaysOfDuty implements Holidays {

    private final WorkdayCalendar calendar;
    private final Units units;

    HolidaysOfDuty(WorkdayCalendar calendar, Units units) {
        this.calendar = calendar;
        this.units = units;
    }

    @Override
    public Optional<Boolean> isClosed(String unitId, LocalDate day) {
        return units.get(unitId).kind() == UnitKind.PETITION
                ? Optional.ofNullable(calendar.of(unitId).exceptions().get(day)).map(works -> !works)
                : Optional.empty();
    }
}

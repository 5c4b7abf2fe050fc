package io.rotadesk.petition.workday;

import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The duty days ahead follow the calendar of petition units, those of the units below too. */
@Component
class DutyAfterChange {

    private final DutyDays duty;
    private final Units units;

    DutyAfterChange(DutyDays duty, Units units) {
        this.duty = duty;
        this.units = units;
    }

    @EventListener
    void changed(CalendarChanged change) {
        Stream.concat(Stream.of(units.get(change.unitId())), units.below(change.unitId()).stream())
                .filter(unit -> unit.kind() == UnitKind.PETITION)
                .forEach(duty::replan);
    }
}

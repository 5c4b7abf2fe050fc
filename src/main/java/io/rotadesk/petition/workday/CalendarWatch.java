package io.rotadesk.petition.workday;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OnceAnHour;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From October on, tells the leaders at the top of a tree of petition units, who keep its calendar, that next year's holidays
 * are not entered yet (P4). They are published in October or November.
 */
@Component
public class CalendarWatch implements Mending {

    /** The month in which next year's calendar begins to be missed. */
    public static final int FROM_MONTH = 10;

    private final WorkdayCalendar calendar;
    private final Notices notices;
    private final Units units;
    private final Clock clock;
    private final OnceAnHour onceAnHour;

    CalendarWatch(WorkdayCalendar calendar, Notices notices, Units units, Clock clock) {
        this.calendar = calendar;
        this.notices = notices;
        this.units = units;
        this.clock = clock;
        this.onceAnHour = new OnceAnHour(clock);
    }

    @Override
    public void mend() {
        onceAnHour.look(this::look);
    }

    /** Looks at every tree now. */
    public void look() {
        units.all().stream().filter(this::keepsTheCalendar).forEach(this::look);
    }

    private boolean keepsTheCalendar(Unit unit) {
        return unit.kind() == UnitKind.PETITION
                && (unit.parentId() == null || units.get(unit.parentId()).kind() != UnitKind.PETITION);
    }

    private void look(Unit unit) {
        LocalDate today = unit.clock().day(clock.instant());
        Year next = Year.of(today.getYear() + 1);
        if (today.getMonthValue() < FROM_MONTH || calendar.of(unit.id()).knows(next)) {
            return;
        }
        // Somebody who has read it is not told again.
        if (!notices.isTold(NoticeKind.CALENDAR_MISSING, unit.id(), next.toString())) {
            List<String> leaders = Stream.concat(unit.managers().stream(), unit.deputies().stream())
                    .toList();
            notices.tell(
                    NoticeKind.CALENDAR_MISSING,
                    unit.id(),
                    leaders,
                    next.toString(),
                    "/desk/workdays?unit=" + unit.id() + "&year=" + next,
                    next.toString());
        }
    }

    /** Nobody needs to enter what is there. */
    @EventListener
    @Transactional
    public void changed(CalendarChanged change) {
        Unit unit = units.get(change.unitId());
        Year next = Year.of(unit.clock().day(clock.instant()).getYear() + 1);
        if (calendar.of(unit.id()).knows(next)) {
            notices.settle(NoticeKind.CALENDAR_MISSING, unit.id(), next.toString());
        }
    }
}

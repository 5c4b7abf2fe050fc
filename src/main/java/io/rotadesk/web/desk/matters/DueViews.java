package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.petition.workday.Workdays;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Converts deadlines to the working days that are left (P4). */
@Component
class DueViews {

    private final Deadlines deadlines;
    private final WorkdayCalendar calendar;
    private final PetitionSettingsStore settings;
    private final Units units;
    private final Clock clock;

    DueViews(Deadlines deadlines, WorkdayCalendar calendar, PetitionSettingsStore settings, Units units, Clock clock) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.settings = settings;
        this.units = units;
        this.clock = clock;
    }

    /** Deadlines by the matters' ids; closed matters and matters without a deadline are left out. */
    @Transactional(readOnly = true)
    public Map<MatterId, DueView> of(List<Matter> matters) {
        Map<MatterId, DueView> views = new HashMap<>();
        matters.stream()
                .filter(matter -> matter.isOpen() && matter.dueAt() != null)
                .forEach(matter -> {
                    String unit = matter.unitId();
                    ZoneId zone = units.get(unit).settings().zone();
                    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
                    LocalDate last = deadlines.lastDay(unit, matter.dueAt());
                    boolean late = today.isAfter(last);
                    Workdays days = calendar.of(unit);
                    int left = late ? days.between(last, today) : days.between(today, last);
                    boolean near = !late && left <= settings.of(unit).remindBeforeDays();
                    views.put(
                            matter.id(),
                            new DueView(
                                    matter.dueKind(),
                                    last,
                                    left,
                                    late || matter.isOverdue(),
                                    near,
                                    deadlines.unknownYears(unit, today, last)));
                });
        return views;
    }
}

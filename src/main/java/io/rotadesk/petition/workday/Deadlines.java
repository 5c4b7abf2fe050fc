package io.rotadesk.petition.workday;

import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * When the time for a matter is over (P4). A deadline passes at the beginning of the day after its last day, in the unit's time
 * zone; days are the unit's working days, and the day on which something arrived does not count. A profile that no unit
 * knows counts as the ordinary one.
 */
@Component
public class Deadlines {

    private final Units units;
    private final PetitionSettingsStore settings;
    private final WorkdayCalendar calendar;

    Deadlines(Units units, PetitionSettingsStore settings, WorkdayCalendar calendar) {
        this.units = units;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** Until when the petitioner must know the method and the deadline. */
    public Instant accept(String unitId, String profile, Instant from) {
        return after(unitId, from, profile(unitId, profile).acceptDays());
    }

    /** Until when a matter that arrived then must be handled. */
    public Instant handle(String unitId, String profile, Instant from) {
        return after(unitId, from, profile(unitId, profile).handleDays());
    }

    /** The deadline to which an extension goes, counted from the present one's last day. */
    public Instant extend(String unitId, String profile, Instant currentDeadline) {
        return after(
                unitId, currentDeadline.minusNanos(1), profile(unitId, profile).extendDays());
    }

    /** Until when a matter must be looked at that came back then. */
    public Instant review(String unitId, String profile, Instant from) {
        return after(unitId, from, profile(unitId, profile).reviewDays());
    }

    /** Until when another unit must answer: a transfer, a question to coordinate, a report that wants an instruction (P6). */
    public Instant answer(String unitId, Instant from) {
        return after(unitId, from, settings.of(unitId).answerDays());
    }

    /**
     * When the responsible person is reminded: when duty begins on the day from which on so many working days are left as
     * the setting says, the deadline's last day included. Can be past already.
     */
    public Instant remindAt(String unitId, Instant deadline) {
        LocalDate day = calendar.of(unitId)
                .untilLeft(lastDay(unitId, deadline), settings.of(unitId).remindBeforeDays());
        UnitSettings unit = units.get(unitId).settings();
        return day.atTime(unit.get(DutySettings.class).dutyBegins())
                .atZone(unit.zone())
                .toInstant();
    }

    /** When a deadline passes that somebody chose as a day: at its end. */
    public Instant endOf(String unitId, LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone(unitId)).toInstant();
    }

    /** The last day of a deadline, as people say it. */
    public LocalDate lastDay(String unitId, Instant deadline) {
        return deadline.minusNanos(1).atZone(zone(unitId)).toLocalDate();
    }

    private Instant after(String unitId, Instant from, int days) {
        LocalDate day = from.atZone(zone(unitId)).toLocalDate();
        return endOf(unitId, calendar.of(unitId).after(day, days));
    }

    private Profile profile(String unitId, String id) {
        return settings.of(unitId).profile(id);
    }

    private ZoneId zone(String unitId) {
        return units.get(unitId).settings().zone();
    }
}

package io.rotadesk.petition.workday;

import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Computes the deadlines of matters (P4). A deadline passes at the beginning of the day after its last day, in the
 * unit's time zone. Days are the unit's working days, and the day of arrival does not count. An unknown profile counts
 * as the ordinary one.
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

    /** The deadline for telling the petitioner the method and the deadline. */
    public Instant accept(String unitId, String profile, Instant from) {
        return after(unitId, from, profile(unitId, profile).acceptDays());
    }

    /** The deadline for handling a matter that arrived then. */
    public Instant handle(String unitId, String profile, Instant from) {
        return after(unitId, from, profile(unitId, profile).handleDays());
    }

    /** The longest deadline of an extension, counted from the last day of the present one. */
    public Instant extend(String unitId, String profile, Instant currentDeadline) {
        return after(
                unitId, currentDeadline.minusNanos(1), profile(unitId, profile).extendDays());
    }

    /** The deadline for reviewing a matter that came back then. */
    public Instant review(String unitId, String profile, Instant from) {
        return after(unitId, from, profile(unitId, profile).reviewDays());
    }

    /**
     * The deadline for another unit's answer: to a transfer, to a coordination, or to a report that asks for an
     * instruction (P6).
     */
    public Instant answer(String unitId, Instant from) {
        return after(unitId, from, settings.of(unitId).answerDays());
    }

    /**
     * The time at which the responsible person is reminded: when duty begins on the day from which the number of
     * working days in the setting is left, including the last day. It can be in the past.
     */
    public Instant remindAt(String unitId, Instant deadline) {
        LocalDate day = calendar.of(unitId)
                .untilLeft(lastDay(unitId, deadline), settings.of(unitId).remindBeforeDays());
        UnitSettings unit = units.get(unitId).settings();
        return day.atTime(unit.get(DutySettings.class).dutyBegins())
                .atZone(unit.zone())
                .toInstant();
    }

    /** The time at which a deadline passes that somebody chose as a day: the end of that day. */
    public Instant endOf(String unitId, LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone(unitId)).toInstant();
    }

    /** The last day of a deadline, which is what people call the deadline. */
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

package io.rotadesk.petition.workday;

import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Computes the deadlines of matters (P4). A deadline is the last second of its last day, in the unit's time zone, so
 * that every display shows that day. The day of the event does not count. An unknown profile counts as the ordinary one,
 * and a matter of the ordinary profile never has less time than a simple one, whatever the settings say.
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

    /** The deadline for telling the petitioner the method and the deadline of a matter that came in then. */
    public Instant accept(String unitId, String profile, Instant received) {
        return after(unitId, profile, Step.ACCEPT, received);
    }

    /** The deadline for handling a matter that was accepted then. */
    public Instant handle(String unitId, String profile, Instant accepted) {
        return after(unitId, profile, Step.HANDLE, accepted);
    }

    /** The longest deadline of an extension, counted from the last day of the present one. */
    public Instant extend(String unitId, String profile, Instant currentDeadline) {
        return after(unitId, profile, Step.EXTEND, currentDeadline.minusNanos(1));
    }

    /** The deadline for reviewing a matter that came back then. */
    public Instant review(String unitId, String profile, Instant received) {
        return after(unitId, profile, Step.REVIEW, received);
    }

    /** The deadline for the unit's objection to a matter that was forwarded to it then. */
    public Instant object(String unitId, Instant received) {
        return after(unitId, Profile.ORDINARY, Step.OBJECT, received);
    }

    /** How the deadline of a step comes about that is counted from this day. */
    public Computation compute(String unitId, String profile, Step step, LocalDate begins) {
        return compute(unitId, profile, step, begins, Set.of());
    }

    /** @param hearing the days of a hearing, which do not count */
    public Computation compute(String unitId, String profile, Step step, LocalDate begins, Set<LocalDate> hearing) {
        PetitionSettings here = settings.of(unitId);
        Workdays workdays = calendar.of(unitId);
        Limit limit = here.limit(profile, step);
        Limit least = here.limit(Profile.SIMPLE, step);
        boolean atLeast = !Profile.SIMPLE.equals(profile)
                && least.last(begins, workdays, hearing).isAfter(limit.last(begins, workdays, hearing));
        return Computation.of(atLeast ? least : limit, begins, workdays, hearing);
    }

    /**
     * The deadline for somebody else's answer: to a coordination, to a request for more time, or to a report that asks
     * for an instruction (P6). It is counted in working days.
     */
    public Instant answer(String unitId, Instant from) {
        LocalDate day = from.atZone(zone(unitId)).toLocalDate();
        return endOf(unitId, calendar.of(unitId).after(day, settings.of(unitId).answerDays()));
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

    /** The time at which a deadline passes that somebody chose as a day: the last second of that day. */
    public Instant endOf(String unitId, LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone(unitId)).minusSeconds(1).toInstant();
    }

    /**
     * The last day of a deadline, which is what people call the deadline. Deadlines of earlier versions passed when the
     * next day began.
     */
    public LocalDate lastDay(String unitId, Instant deadline) {
        return deadline.minusNanos(1).atZone(zone(unitId)).toLocalDate();
    }

    /** The years of these days, without the first one, for which no calendar was entered: a deadline there may still move. */
    public SortedSet<Year> unknownYears(String unitId, LocalDate after, LocalDate until) {
        Workdays workdays = calendar.of(unitId);
        return IntStream.rangeClosed(after.plusDays(1).getYear(), until.getYear())
                .mapToObj(Year::of)
                .filter(year -> !workdays.knows(year))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Instant after(String unitId, String profile, Step step, Instant event) {
        LocalDate begins = event.atZone(zone(unitId)).toLocalDate();
        return endOf(unitId, compute(unitId, profile, step, begins).last());
    }

    private ZoneId zone(String unitId) {
        return units.get(unitId).settings().zone();
    }
}

package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.workday.OpeningHours;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The times at which an appointment is possible (P3): within the unit's hours, on days that the calendar and the duty plan
 * leave open, while the time is not full, and not too far ahead.
 */
@Service
@Transactional
public class FreeTimes {

    private static final int OFFERED = 5;

    /** A day with its free times, in the unit's time zone. */
    public record FreeDay(LocalDate day, List<LocalTime> times) {}

    private final JdbcClient db;
    private final PetitionSettingsStore settings;
    private final WorkdayCalendar calendar;
    private final DutyDays duty;
    private final Units units;
    private final Clock clock;

    FreeTimes(
            JdbcClient db,
            PetitionSettingsStore settings,
            WorkdayCalendar calendar,
            DutyDays duty,
            Units units,
            Clock clock) {
        this.db = db;
        this.settings = settings;
        this.calendar = calendar;
        this.duty = duty;
        this.units = units;
        this.clock = clock;
    }

    /**
     * The next days that have free times.
     *
     * @param from the first day that is looked at; an earlier one than today counts as today
     * @param atMost how many days
     */
    public List<FreeDay> days(String unitId, LocalDate from, int atMost) {
        Unit unit = units.get(unitId);
        LocalDate today = unit.clock().day(clock.instant());
        LocalDate last = today.plusDays(settings.of(unitId).bookAheadDays());
        List<FreeDay> days = new ArrayList<>();
        for (LocalDate day = from.isBefore(today) ? today : from;
                !day.isAfter(last) && days.size() < atMost;
                day = day.plusDays(1)) {
            List<LocalTime> times = free(unit, day, null);
            if (!times.isEmpty()) {
                days.add(new FreeDay(day, times));
            }
        }
        return days;
    }

    /**
     * Refuses a time at which no appointment is possible. The caller holds the day, see {@link Tickets#holdDay}.
     *
     * @param except the ticket whose appointment it is
     * @throws PetitionRefusal with the next times that are free
     */
    void check(String unitId, Instant at, TicketId except) {
        Unit unit = units.get(unitId);
        ZoneId zone = unit.settings().zone();
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalTime time = LocalTime.ofInstant(at, zone);
        PetitionSettings ofUnit = settings.of(unitId);
        LocalDate today = unit.clock().day(clock.instant());
        if (day.isAfter(today.plusDays(ofUnit.bookAheadDays()))) {
            throw refused(unit, today, "appointmentAt.far", ofUnit.bookAheadDays());
        }
        List<LocalTime> starts = starts(unit, day);
        if (starts.isEmpty()) {
            throw refused(unit, day, "appointmentAt.closed", day.toString());
        }
        LocalTime start = begin(starts, time, ofUnit)
                .orElseThrow(() -> refused(unit, day, "appointmentAt.hours", ofUnit.openingHours()));
        if (taken(unit, day, starts, except).getOrDefault(start, 0) >= ofUnit.slotCapacity()) {
            throw refused(unit, day, "appointmentAt.full", start.toString());
        }
    }

    private PetitionRefusal refused(Unit unit, LocalDate from, String key, Object why) {
        String times = days(unit.id(), from, 3).stream()
                .flatMap(day -> day.times().stream().map(time -> day.day() + " " + time))
                .limit(OFFERED)
                .collect(Collectors.joining("、"));
        return times.isEmpty()
                ? new PetitionRefusal("appointmentAt", key + ".none", why)
                : new PetitionRefusal("appointmentAt", key, why, times);
    }

    private List<LocalTime> free(Unit unit, LocalDate day, TicketId except) {
        List<LocalTime> starts = starts(unit, day);
        if (starts.isEmpty()) {
            return starts;
        }
        int capacity = settings.of(unit.id()).slotCapacity();
        Map<LocalTime, Integer> taken = taken(unit, day, starts, except);
        Instant now = clock.instant();
        ZoneId zone = unit.settings().zone();
        return starts.stream()
                .filter(start -> taken.getOrDefault(start, 0) < capacity)
                .filter(start -> day.atTime(start).atZone(zone).toInstant().isAfter(now))
                .toList();
    }

    private List<LocalTime> starts(Unit unit, LocalDate day) {
        PetitionSettings ofUnit = settings.of(unit.id());
        Boolean exception = calendar.of(unit.id()).exceptions().get(day);
        List<OpeningHours.Span> spans =
                OpeningHours.parse(ofUnit.openingHours()).on(day, exception);
        return spans.isEmpty() || duty.isClosed(unit, day) ? List.of() : OpeningHours.starts(spans, ofUnit.slotTime());
    }

    /** When the part of the day begins in which this time lies; empty if nobody receives then. */
    private static Optional<LocalTime> begin(List<LocalTime> starts, LocalTime time, PetitionSettings ofUnit) {
        return starts.stream()
                .filter(start -> !time.isBefore(start)
                        && time.toSecondOfDay() - start.toSecondOfDay()
                                < Math.max(60, ofUnit.slotTime().toSeconds()))
                .findFirst();
    }

    /** A number that was carried from another day has no time of this one: it is first in line. */
    private Map<LocalTime, Integer> taken(Unit unit, LocalDate day, List<LocalTime> starts, TicketId except) {
        Map<LocalTime, Integer> taken = new HashMap<>();
        ZoneId zone = unit.settings().zone();
        PetitionSettings ofUnit = settings.of(unit.id());
        db.sql("""
                        select appointment_at from ticket
                        where unit_id = :unit and day = :day and appointment_at >= :from and appointment_at < :to
                          and state <> 'CANCELLED'
                          and id is distinct from :except
                        """)
                .param("unit", unit.id())
                .param("day", day)
                .param("from", Timestamp.from(day.atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .param("except", except == null ? null : except.value())
                .query((RowCallbackHandler) row -> {
                    Instant at = row.getTimestamp("appointment_at").toInstant();
                    begin(starts, LocalTime.ofInstant(at, zone), ofUnit)
                            .ifPresent(start -> taken.merge(start, 1, Integer::sum));
                });
        return taken;
    }
}

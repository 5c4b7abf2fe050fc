package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.duty.WorkingTime;
import io.rotadesk.staff.unit.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Work that nobody waits for is not late at night, on closed days or during somebody's leave. */
@RotaDeskTest
class WorkingTimeTest extends RotaScenario {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Autowired
    WorkingTime working;

    @Test
    void inWorkingHoursTheTimeIsTheClocks() {
        assertThat(after("2026-03-02T09:00")).isEqualTo(at("2026-03-02T13:00"));
        assertThat(after("2026-03-02T16:00")).isEqualTo(at("2026-03-02T20:00"));
    }

    @Test
    void theEveningsRestIsLeftForTheNextMorning() {
        assertThat(after("2026-03-02T18:30")).isEqualTo(at("2026-03-03T10:30"));
    }

    @Test
    void atNightTheTimeBeginsInTheMorning() {
        assertThat(after("2026-03-03T03:43")).isEqualTo(at("2026-03-03T12:00"));
        assertThat(after("2026-03-02T23:43")).isEqualTo(at("2026-03-03T12:00"));
    }

    @Test
    void aLongTimeGoesOnOverSeveralDays() {
        assertThat(working.after(unit.id(), at("2026-03-02T09:00"), Duration.ofHours(30)))
                .isEqualTo(at("2026-03-04T15:00"));
    }

    /** A limit of days, such as that of a dispute, is over at the same time of day; closed days lie between. */
    @Test
    void daysAreOpenDaysAroundTheClock() {
        days.close(unit.id(), LocalDate.of(2026, 3, 3), "盘点");

        Instant evening = at("2026-03-02T21:30");
        assertThat(working.afterDays(unit.id(), evening, Duration.ofDays(1))).isEqualTo(at("2026-03-04T21:30"));
        assertThat(working.afterDays(unit.id(), evening, Duration.ofDays(2))).isEqualTo(at("2026-03-05T21:30"));
        assertThat(working.afterDays(unit.id(), evening, Duration.ofHours(2))).isEqualTo(at("2026-03-02T23:30"));
    }

    @Test
    void aClosedDayDoesNotCount() {
        days.close(unit.id(), LocalDate.of(2026, 3, 3), "盘点");

        assertThat(after("2026-03-02T18:30")).isEqualTo(at("2026-03-04T10:30"));
    }

    @Test
    void somebodyWhoWorksOnAClosedDayWorks() {
        days.close(unit.id(), LocalDate.of(2026, 3, 2), "盘点");

        assertThat(after("2026-03-02T09:00")).isEqualTo(at("2026-03-02T13:00"));
    }

    @Test
    void somebodyOnLeaveHasTheTimeWhenTheyAreBack() {
        String agent = unit.login("a1");
        presence.leave(agent, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 4), "");
        presence.leave(agent, LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 6), "");
        presence.leave(agent, LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 10), "");
        days.close(unit.id(), LocalDate.of(2026, 3, 7), "周末");

        assertThat(working.after(unit.id(), agent, at("2026-03-02T09:00"), FOUR_HOURS))
                .isEqualTo(at("2026-03-08T12:00"));
        assertThat(working.after(unit.id(), unit.login("a2"), at("2026-03-02T09:00"), FOUR_HOURS))
                .isEqualTo(at("2026-03-02T13:00"));
    }

    @Test
    void aLeaveThatBeginsMeanwhileDoesNotCountEither() {
        presence.leave(unit.login("a1"), LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 5), "");

        assertThat(working.after(unit.id(), unit.login("a1"), at("2026-03-02T18:30"), FOUR_HOURS))
                .isEqualTo(at("2026-03-06T10:30"));
    }

    @Test
    void aUnitThatIsClosedForGoodStillHasATime() {
        set(
                "closedWeekdays",
                Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList());

        assertThat(after("2026-03-02T21:00")).isEqualTo(at("2026-03-03T01:00"));
    }

    @Test
    void aUnitThatWorksAroundTheClockHasTheClocksTime() {
        set("workEnds", "08:00");

        assertThat(after("2026-03-02T22:30")).isEqualTo(at("2026-03-03T02:30"));
    }

    private void set(String key, Object value) {
        Unit now = units.get(unit.id());
        units.save(new Unit(
                now.id(),
                now.name(),
                now.projectName(),
                null,
                now.managers(),
                now.deputies(),
                now.settings().with(key, value)));
    }

    private Instant after(String from) {
        return working.after(unit.id(), at(from), FOUR_HOURS);
    }

    private static Instant at(String time) {
        return Instant.parse(time + ":00+08:00");
    }
}

package io.rotadesk.petition.workday;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.workday.Computation.Day;
import io.rotadesk.petition.workday.Computation.Why;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines by the published calendars of 2025 and 2026, and by one of 2027 as it might be (P4). */
@Tag("P4")
class ComputationTest {

    /** Not published when this was written. */
    private static final String ASSUMED_2027 = """
            2027-01-01~2027-01-03 休 元旦
            2027-01-30 班
            2027-02-05~2027-02-11 休 春节
            2027-02-14 班
            """;

    private static final Workdays PUBLISHED =
            workdays(PublishedCalendars.of(Year.of(2025)), PublishedCalendars.of(Year.of(2026)));

    @ParameterizedTest
    @CsvSource({
        // Counted by hand, one after another on a paper calendar.
        "2026-11-29, 15, 2026-12-18",
        "2026-11-29, 60, 2027-02-25",
        "2026-11-30, 15, 2026-12-21",
        "2026-11-30, 60, 2027-02-26",
        "2026-12-30, 15, 2027-01-21",
        "2026-12-30, 60, 2027-03-30",
        "2026-12-18, 10, 2027-01-04",
        "2026-11-29, 30, 2027-01-11",
        // Adjusted working days: the Sunday before National Day and the Saturday after it, both of the Spring Festival.
        "2025-09-26, 5, 2025-10-10",
        "2025-04-24, 3, 2025-04-28",
        "2026-02-10, 10, 2026-03-02",
        // Across the year's end: New Year's holiday, and the Sunday worked instead.
        "2025-12-30, 5, 2026-01-07"
    })
    void workingDaysAreCountedAsByHand(LocalDate begins, int days, LocalDate last) {
        Workdays workdays = workdays(
                PublishedCalendars.of(Year.of(2025)),
                PublishedCalendars.of(Year.of(2026)),
                CalendarText.parse(ASSUMED_2027, Locale.ROOT).days());
        Computation computed = Computation.of(new Limit(Step.HANDLE, days, DayKind.WORKING), begins, workdays);
        assertThat(computed.last()).isEqualTo(last);
        assertThat(computed.unknownYears()).isEmpty();
        assertThat(computed.days().get(computed.days().size() - 1).number()).isEqualTo(days);
        assertThat(computed.days()).extracting(Day::date).startsWith(begins).endsWith(last);
    }

    @ParameterizedTest
    @CsvSource({
        // Fifteen days from receipt; sixty from acceptance; thirty more.
        "2026-03-02, 15, 2026-03-17",
        "2026-03-02, 60, 2026-05-06",
        "2026-03-07, 60, 2026-05-06",
        // National Day: on to the first working day after it.
        "2026-09-16, 15, 2026-10-08",
        // The whole Spring Festival.
        "2025-12-17, 60, 2026-02-24",
        // A Saturday that is worked is no closed day.
        "2026-01-15, 30, 2026-02-14",
        "2026-09-05, 15, 2026-09-20",
        // Across the year's end.
        "2025-12-17, 15, 2026-01-04",
        "2025-12-02, 30, 2026-01-04",
        "2025-11-02, 60, 2026-01-04"
    })
    void calendarDaysEndOnAWorkingDay(LocalDate begins, int days, LocalDate last) {
        Computation computed = Computation.of(new Limit(Step.HANDLE, days, DayKind.CALENDAR), begins, PUBLISHED);
        assertThat(computed.last()).isEqualTo(last);
        assertThat(computed.movedOn()).isEqualTo(!begins.plusDays(days).equals(last));
    }

    @Test
    void everyDaySaysWhyItCountsOrDoesNot() {
        Computation object =
                Computation.of(new Limit(Step.OBJECT, 5, DayKind.WORKING), LocalDate.of(2026, 9, 30), PUBLISHED);
        assertThat(object.limit().from()).isEqualTo(CountedFrom.RECEIPT);
        assertThat(object.days().get(0)).isEqualTo(new Day(LocalDate.of(2026, 9, 30), Why.BEGINS, 0, null));
        assertThat(object.days().get(1)).isEqualTo(new Day(LocalDate.of(2026, 10, 1), Why.HOLIDAY, 0, "国庆节"));
        assertThat(object.days().get(8)).isEqualTo(new Day(LocalDate.of(2026, 10, 8), Why.COUNTS, 1, null));
        assertThat(object.days().get(10)).isEqualTo(new Day(LocalDate.of(2026, 10, 10), Why.MAKEUP, 3, "国庆节"));
        assertThat(object.days().get(11)).isEqualTo(new Day(LocalDate.of(2026, 10, 11), Why.RESTS, 3, null));
        assertThat(object.last()).isEqualTo("2026-10-13");
        assertThat(object.exceptions()).hasSize(8);

        Computation accept =
                Computation.of(new Limit(Step.ACCEPT, 15, DayKind.CALENDAR), LocalDate.of(2026, 9, 18), PUBLISHED);
        assertThat(accept.days().subList(14, 21))
                .containsExactly(
                        new Day(LocalDate.of(2026, 10, 2), Why.COUNTS, 14, "国庆节"),
                        new Day(LocalDate.of(2026, 10, 3), Why.CLOSED, 15, "国庆节"),
                        new Day(LocalDate.of(2026, 10, 4), Why.CLOSED, 15, "国庆节"),
                        new Day(LocalDate.of(2026, 10, 5), Why.CLOSED, 15, "国庆节"),
                        new Day(LocalDate.of(2026, 10, 6), Why.CLOSED, 15, "国庆节"),
                        new Day(LocalDate.of(2026, 10, 7), Why.CLOSED, 15, "国庆节"),
                        new Day(LocalDate.of(2026, 10, 8), Why.MOVED_ON, 15, null));
    }

    @Test
    void aDeadlineThatReachesIntoAYearWithoutACalendarSaysSo() {
        LocalDate begins = LocalDate.of(2026, 12, 20);
        Limit limit = new Limit(Step.ACCEPT, 15, DayKind.CALENDAR);
        assertThat(Computation.of(limit, begins, PUBLISHED).unknownYears()).containsExactly(Year.of(2027));
        Workdays onlyNewYear = workdays(
                PublishedCalendars.of(Year.of(2026)),
                CalendarText.parse("2027-01-01~2027-01-03 休 元旦", Locale.ROOT).days());
        assertThat(Computation.of(limit, begins, onlyNewYear).unknownYears())
                .as("New Year's holiday alone is no calendar")
                .containsExactly(Year.of(2027));
    }

    /** As the notices of the two years add up; the weeks of a town hall. */
    @ParameterizedTest
    @CsvSource({"2026-02, 16", "2026-09, 22", "2026-10, 18", "2025-01, 19", "2025-02, 19", "2025-10, 18"})
    void aMonthHasThatManyWorkingDays(YearMonth month, int days) {
        assertThat(month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).filter(PUBLISHED::isWorking))
                .hasSize(days);
    }

    @Test
    void noOtherYearIsShippedThanThosePublished() {
        assertThat(PublishedCalendars.of(Year.of(2024))).isEmpty();
        assertThat(PublishedCalendars.of(Year.of(2025))).hasSize(28 + 5);
        assertThat(PublishedCalendars.of(Year.of(2026))).hasSize(33 + 6);
    }

    @ParameterizedTest
    @CsvSource({
        // Ten days across the year's end; the thirtieth day is a Saturday, so that it goes on to Monday.
        "2026-12-14, 30, CALENDAR, 2026-12-28, 2027-01-06, 2027-01-25",
        // One day.
        "2026-03-10, 30, CALENDAR, 2026-03-20, 2026-03-20, 2026-04-10",
        // The last two days, and days after them that leave nothing out.
        "2026-03-10, 30, CALENDAR, 2026-04-08, 2026-04-09, 2026-04-13",
        "2026-03-10, 30, CALENDAR, 2026-04-20, 2026-04-30, 2026-04-09",
        // Of working days, a weekend within the hearing is left out once.
        "2026-03-10, 5, WORKING, 2026-03-13, 2026-03-16, 2026-03-19"
    })
    void theDaysOfAHearingDoNotCount(
            LocalDate begins, int days, DayKind kind, LocalDate first, LocalDate last, LocalDate due) {
        Workdays workdays = workdays(
                PublishedCalendars.of(Year.of(2026)),
                CalendarText.parse(ASSUMED_2027, Locale.ROOT).days());

        Computation computed = Computation.of(
                new Limit(Step.RECHECK, days, kind),
                begins,
                workdays,
                first.datesUntil(last.plusDays(1)).collect(Collectors.toSet()));

        assertThat(computed.last()).isEqualTo(due);
        assertThat(computed.days())
                .filteredOn(day -> day.why() == Why.HEARING)
                .extracting(Day::date)
                .isEqualTo(first.datesUntil(last.plusDays(1))
                        .filter(day -> !day.isAfter(due))
                        .toList());
        assertThat(computed.days().get(computed.days().size() - 1).number()).isEqualTo(days);
    }

    @SafeVarargs
    private static Workdays workdays(List<CalendarDay>... years) {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        Map<LocalDate, String> names = new HashMap<>();
        Stream.of(years).flatMap(List::stream).forEach(day -> {
            exceptions.put(day.day(), day.working());
            if (day.name() != null) {
                names.put(day.day(), day.name());
            }
        });
        return new Workdays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), exceptions, names);
    }
}

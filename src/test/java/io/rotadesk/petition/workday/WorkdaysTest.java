package io.rotadesk.petition.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Counting working days, without a database. */
@Tag("P4")
class WorkdaysTest {

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static final Workdays PLAIN = new Workdays(WEEK, Map.of());

    /** 2026-10-01, a Thursday, to 10-07; Saturday 10-10 is worked instead. */
    private static final Workdays NATIONAL_DAY = nationalDay();

    @Test
    void weekendsDoNotCount() {
        assertThat(PLAIN.after(day("2026-11-20"), 1)).isEqualTo(day("2026-11-23"));
        assertThat(PLAIN.after(day("2026-11-21"), 1)).isEqualTo(day("2026-11-23"));
        assertThat(PLAIN.after(day("2026-11-23"), 5)).isEqualTo(day("2026-11-30"));
    }

    @Test
    void aHolidayWeekDoesNotCountAndTheSaturdayWorkedInsteadDoes() {
        assertThat(NATIONAL_DAY.after(day("2026-09-30"), 1)).isEqualTo(day("2026-10-08"));
        assertThat(NATIONAL_DAY.after(day("2026-09-30"), 3)).isEqualTo(day("2026-10-10"));
        assertThat(NATIONAL_DAY.after(day("2026-09-30"), 4)).isEqualTo(day("2026-10-12"));
        assertThat(NATIONAL_DAY.isWorking(day("2026-10-10"))).isTrue();
        assertThat(NATIONAL_DAY.isWorking(day("2026-10-11"))).isFalse();
    }

    @Test
    void theYearsEndIsADayLikeOthers() {
        Workdays newYear = new Workdays(WEEK, Map.of(day("2027-01-01"), false));
        assertThat(newYear.after(day("2026-12-30"), 1)).isEqualTo(day("2026-12-31"));
        assertThat(newYear.after(day("2026-12-30"), 2)).isEqualTo(day("2027-01-04"));
        assertThat(newYear.between(day("2026-12-30"), day("2027-01-04"))).isEqualTo(2);
    }

    @Test
    void theLeapDayIsWorked() {
        assertThat(PLAIN.after(day("2028-02-28"), 1)).isEqualTo(day("2028-02-29"));
        assertThat(PLAIN.after(day("2028-02-28"), 2)).isEqualTo(day("2028-03-01"));
        assertThat(PLAIN.after(day("2026-02-27"), 1)).isEqualTo(day("2026-03-02"));
    }

    @Test
    void soManyWorkingDaysAreLeft() {
        assertThat(PLAIN.untilLeft(day("2026-11-27"), 3)).isEqualTo(day("2026-11-25"));
        assertThat(PLAIN.untilLeft(day("2026-11-27"), 1)).isEqualTo(day("2026-11-27"));
        assertThat(PLAIN.untilLeft(day("2026-11-29"), 1)).isEqualTo(day("2026-11-27"));
        assertThat(NATIONAL_DAY.untilLeft(day("2026-10-09"), 3)).isEqualTo(day("2026-09-30"));
    }

    @Test
    void workDoneOnTheDayOfArrivalTookNoWorkingDay() {
        assertThat(PLAIN.between(day("2026-11-23"), day("2026-11-23"))).isZero();
        assertThat(PLAIN.between(day("2026-11-20"), day("2026-11-23"))).isEqualTo(1);
        assertThat(PLAIN.between(day("2026-11-20"), day("2026-11-22"))).isZero();
        assertThat(PLAIN.between(day("2026-11-23"), day("2026-11-20"))).isZero();
        assertThat(NATIONAL_DAY.between(day("2026-09-30"), day("2026-10-12"))).isEqualTo(4);
    }

    @Test
    void aWeekWithoutWorkIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Workdays(Set.of(), Map.of()));
    }

    private static Workdays nationalDay() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        day("2026-10-01").datesUntil(day("2026-10-08")).forEach(holiday -> days.put(holiday, false));
        days.put(day("2026-10-10"), true);
        return new Workdays(WEEK, days);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}

package io.rotadesk.petition.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTextTest {

    @Test
    void aSpanOfHolidaysAndADayWorkedInstead() {
        CalendarText text = CalendarText.parse("""
                2026-10-01~2026-10-03 休 国庆节

                2026/10/10,班
                2027-1-1\tholiday\tNew Year
                """, Locale.CHINESE);
        assertThat(text.errors()).isEmpty();
        assertThat(text.days())
                .containsExactly(
                        new CalendarDay(LocalDate.of(2026, 10, 1), false, "国庆节"),
                        new CalendarDay(LocalDate.of(2026, 10, 2), false, "国庆节"),
                        new CalendarDay(LocalDate.of(2026, 10, 3), false, "国庆节"),
                        new CalendarDay(LocalDate.of(2026, 10, 10), true, null),
                        new CalendarDay(LocalDate.of(2027, 1, 1), false, "New Year"));
        assertThat(CalendarText.parse(CalendarText.write(text.days()), Locale.ENGLISH)
                        .days())
                .isEqualTo(text.days());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-29 休, date",
        "2026-13-01 休, date",
        "tomorrow 休, date",
        "1926-10-01 休, date",
        "~ 休, date",
        "2026-10-01, kind",
        "2026-10-01 也许, kind",
        "2026-10-07~2026-10-01 休, date",
        "2026-01-01~2026-12-31 休, date",
        "2026-10-01 休 一个长得在日历的一格之内无论如何都写不下的节日的完整而正式的名称, name"
    })
    void anInvalidLineIsRefusedWithLineAndField(String line, String field) {
        CalendarText text = CalendarText.parse("2026-01-01 休\n" + line, Locale.ENGLISH);
        assertThat(text.days()).isEmpty();
        assertThat(text.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.reason()).matches("''?.*(give|write|not possible|too long).*");
        });
    }

    @Test
    void allLinesThatAreWrongAreNamed() {
        CalendarText text = CalendarText.parse("x 休\n2026-10-01 y\n2026-10-02 休\n2026-10-02 班", Locale.CHINESE);
        assertThat(text.errors()).extracting(CalendarError::line).containsExactly(1, 2, 4);
        assertThat(text.errors().get(2).reason()).isEqualTo("2026-10-02 出现了两次");
    }
}

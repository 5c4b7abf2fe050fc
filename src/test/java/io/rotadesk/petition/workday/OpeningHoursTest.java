package io.rotadesk.petition.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.petition.workday.OpeningHours.Span;
import io.rotadesk.staff.unit.RosterRefusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hours of a reception point, as people write them. */
class OpeningHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Span MORNING = new Span(LocalTime.of(8, 30), LocalTime.of(12, 0));
    private static final Span AFTERNOON = new Span(LocalTime.of(13, 30), LocalTime.of(17, 30));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "周一至周五 08:30-12:00 13:30-17:30；周六 9:00-11:30",
                "星期一到星期五8：30~12：00、13：30~17：30\n六 9:00—11:30",
                "一二三四五 8:30至12:00，13:30至17:30;星期六 9:00-11:30",
                "Mon-Fri 08:30-12:00, 13:30-17:30; Saturday 9:00-11:30"
            })
    void hoursAreReadAsPeopleWriteThem(String written) {
        OpeningHours hours = OpeningHours.parse(written);
        for (int day = 0; day < 5; day++) {
            assertThat(hours.on(MONDAY.plusDays(day), null)).containsExactly(MORNING, AFTERNOON);
        }
        assertThat(hours.on(MONDAY.plusDays(5), null))
                .containsExactly(new Span(LocalTime.of(9, 0), LocalTime.of(11, 30)));
        assertThat(hours.on(MONDAY.plusDays(6), null)).isEmpty();
    }

    @Test
    void theCalendarClosesAndOpensDays() {
        OpeningHours hours = OpeningHours.parse("周一至周五 08:30-12:00");
        assertThat(hours.on(MONDAY, false)).isEmpty();
        assertThat(hours.on(MONDAY.plusDays(6), true)).as("worked instead").containsExactly(MORNING);
    }

    @Test
    void appointmentsBeginOneAfterTheOtherWithinTheHours() {
        assertThat(OpeningHours.starts(
                        List.of(
                                new Span(LocalTime.of(9, 0), LocalTime.of(9, 50)),
                                new Span(LocalTime.of(14, 0), LocalTime.of(14, 20))),
                        Duration.ofMinutes(20)))
                .containsExactly(LocalTime.of(9, 0), LocalTime.of(9, 20), LocalTime.of(14, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "上午",
                "周一",
                "09:00-11:00",
                "周一 11:00-09:00",
                "周一 9:00-11:00 10:00-12:00",
                "周八 9:00-10:00",
                "周一 9:00-10:00 上午"
            })
    void hoursThatSayNothingClearAreRefused(String written) {
        assertThatThrownBy(() -> OpeningHours.parse(written))
                .isInstanceOfSatisfying(
                        RosterRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("openingHours"));
    }
}

package io.rotadesk.petition.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Deadlines of real units, with settings and calendars inherited from above. */
@RotaDeskTest
@Tag("P4")
class DeadlinesTest {

    @Autowired
    Deadlines deadlines;

    @Autowired
    PetitionSettingsStore settings;

    @Autowired
    WorkdayCalendar calendar;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    LeasingDepartment.Founder departments;

    @Test
    void theDefaultsAreTheOrdinaryAndTheUrgentProfile() {
        assertThat(PetitionSettings.defaults().profiles())
                .containsExactly(
                        new Profile(Profile.ORDINARY, 15, 60, 30, 30), new Profile(Profile.URGENT, 3, 15, 10, 10));
        assertThat(PetitionSettings.defaults().overrides()).isEmpty();
        assertThat(PetitionSettings.of(PetitionSettings.defaults().asMap())).isEqualTo(PetitionSettings.defaults());
    }

    @Test
    void aDeadlinePassesAtTheEndOfItsLastWorkingDay() {
        String unit = receptions.found(null, 1).id();
        // A Monday, shortly before midnight in China: Tuesday is the first day that counts.
        Instant arrived = china("2026-11-23T23:59:59");
        assertThat(deadlines.accept(unit, Profile.URGENT, arrived)).isEqualTo(china("2026-11-27T00:00"));
        assertThat(deadlines.accept(unit, Profile.ORDINARY, arrived)).isEqualTo(china("2026-12-15T00:00"));
        assertThat(deadlines.handle(unit, Profile.URGENT, arrived)).isEqualTo(china("2026-12-15T00:00"));
        assertThat(deadlines.review(unit, Profile.URGENT, arrived)).isEqualTo(china("2026-12-08T00:00"));
        assertThat(deadlines.answer(unit, arrived)).isEqualTo(china("2026-11-27T00:00"));
        // One second later is another day.
        assertThat(deadlines.accept(unit, Profile.URGENT, arrived.plusSeconds(1)))
                .isEqualTo(china("2026-11-28T00:00"));
    }

    @Test
    void anExtensionCountsFromThePresentDeadlinesLastDay() {
        String unit = receptions.found(null, 1).id();
        Instant friday = deadlines.endOf(unit, LocalDate.of(2026, 11, 27));
        assertThat(deadlines.extend(unit, Profile.URGENT, friday)).isEqualTo(china("2026-12-12T00:00"));
        assertThat(deadlines.lastDay(unit, friday)).isEqualTo("2026-11-27");
    }

    @Test
    void aDeadlineGoesAcrossTheYearsEnd() {
        String unit = receptions.found(null, 1).id();
        calendar.enter(unit, days("2027-01-01 休 元旦\n2027-01-02~2027-01-03 休\n2027-01-09 班"));
        assertThat(deadlines.accept(unit, Profile.URGENT, china("2026-12-30T10:00")))
                .isEqualTo(china("2027-01-06T00:00"));
        assertThat(deadlines.handle(unit, Profile.URGENT, china("2026-12-21T10:00")))
                .isEqualTo(china("2027-01-12T00:00"));
    }

    @Test
    void theReminderComesWhenDutyBeginsAndSoManyWorkingDaysAreLeft() {
        String unit = receptions
                .found(null, 1, UnitSettings.of(Map.of("dutyBegins", "08:30")))
                .id();
        calendar.enter(unit, days("2026-10-01~2026-10-07 休 国庆节\n2026-10-10 班"));
        assertThat(deadlines.remindAt(unit, deadlines.endOf(unit, LocalDate.of(2026, 11, 27))))
                .isEqualTo(china("2026-11-25T08:30"));
        assertThat(deadlines.remindAt(unit, deadlines.endOf(unit, LocalDate.of(2026, 10, 9))))
                .isEqualTo(china("2026-09-30T08:30"));
    }

    @Test
    void theUnitsZoneAndItsSummerTimeDecideWhenADayEnds() {
        String unit = receptions
                .found(null, 1, UnitSettings.of(Map.of("zone", "America/New_York")))
                .id();
        ZoneId zone = ZoneId.of("America/New_York");
        // Clocks go back on Sunday 2026-11-01: the same local midnight, an hour later.
        Instant arrived = ZonedDateTime.of(2026, 10, 28, 9, 0, 0, 0, zone).toInstant();
        assertThat(deadlines.accept(unit, Profile.URGENT, arrived)).isEqualTo(Instant.parse("2026-11-03T05:00:00Z"));
        assertThat(deadlines.endOf(unit, LocalDate.of(2026, 10, 30))).isEqualTo(Instant.parse("2026-10-31T04:00:00Z"));
        // Where the day of the change has no midnight it begins at one.
        String cairo = receptions
                .found(null, 1, UnitSettings.of(Map.of("zone", "Africa/Cairo")))
                .id();
        Instant end = deadlines.endOf(cairo, LocalDate.of(2026, 4, 23));
        assertThat(end).isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
        assertThat(end.atZone(ZoneId.of("Africa/Cairo")).getHour()).isEqualTo(1);
        assertThat(deadlines.lastDay(cairo, end)).isEqualTo("2026-04-23");
    }

    @Test
    @Tag("P1")
    void aUnitHasTheSettingsOfTheNearestUnitAbove() {
        String town = receptions.found(null, 1).id();
        String village = receptions.found(town, 1).id();
        String hamlet = receptions.found(village, 1).id();
        settings.save(town, PetitionSettings.of(Map.of("urgentAcceptDays", 2, "alertTime", "2m")));
        assertThat(settings.of(hamlet).profile(Profile.URGENT).acceptDays()).isEqualTo(2);
        assertThat(settings.source(hamlet).unitId()).isEqualTo(town);
        assertThat(settings.own(hamlet)).isEmpty();

        settings.save(village, PetitionSettings.of(Map.of("urgentAcceptDays", 1)));
        assertThat(settings.of(hamlet).profile(Profile.URGENT).acceptDays()).isEqualTo(1);
        assertThat(settings.of(hamlet).alertTime()).hasMinutes(5);
        assertThat(settings.of(town).alertTime()).hasMinutes(2);

        settings.inherit(village);
        assertThat(settings.of(village)).isEqualTo(settings.of(town));
        assertThat(settings.source(receptions.found(null, 1).id()).unitId()).isNull();
    }

    @Test
    @Tag("P1")
    void aDayIsAsTheNearestUnitAboveSays() {
        String town = receptions.found(null, 1).id();
        String village = receptions.found(town, 1).id();
        calendar.enter(town, days("2026-10-01 休\n2026-10-02 休\n2026-10-10 班"));
        calendar.enter(village, days("2026-10-02 班 集市\n2026-10-12 休"));
        assertThat(calendar.isWorking(village, LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(calendar.isWorking(village, LocalDate.of(2026, 10, 2))).isTrue();
        assertThat(calendar.isWorking(village, LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(calendar.isWorking(village, LocalDate.of(2026, 10, 12))).isFalse();
        assertThat(calendar.isWorking(town, LocalDate.of(2026, 10, 12))).isTrue();
        assertThat(calendar.entries(village, java.time.Year.of(2026)))
                .extracting(WorkdayCalendar.Entry::unitId)
                .containsExactly(town, village, town, village);

        assertThat(calendar.remove(village, LocalDate.of(2026, 10, 2))).isTrue();
        assertThat(calendar.remove(village, LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(calendar.isWorking(village, LocalDate.of(2026, 10, 2))).isFalse();
        calendar.replace(town, List.of());
        assertThat(calendar.isWorking(village, LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(calendar.own(village)).hasSize(1);
    }

    @Test
    void aTownMayWorkOnSaturdays() {
        String unit = receptions.found(null, 1).id();
        settings.save(unit, PetitionSettings.defaults().with("workingDays", List.of("MONDAY", "SATURDAY")));
        assertThat(settings.of(unit).workingDays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
        assertThat(deadlines.accept(unit, Profile.URGENT, china("2026-11-23T10:00")))
                .isEqualTo(china("2026-12-06T00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "ordinaryAcceptDays, 0",
        "urgentHandleDays, 1001",
        "recalls, -1",
        "alertTime, soon",
        "workingDays, MONDAY",
        "remindBeforeDays, 2.5",
        "colour, red"
    })
    void anInvalidValueIsRefusedWithTheFieldsName(String field, String value) {
        Object given = value.matches("-?[0-9.]+") ? (Object) Double.valueOf(value) : value;
        assertThatThrownBy(() -> PetitionSettings.of(Map.of(field, given)))
                .isInstanceOfSatisfying(
                        RosterRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void aWeekWithoutWorkIsRefusedInBothLanguages() {
        assertThatThrownBy(() -> PetitionSettings.of(Map.of("workingDays", List.of())))
                .isInstanceOfSatisfying(RosterRefusal.class, refusal -> {
                    assertThat(refusal.reason(Locale.CHINESE)).isEqualTo("请至少选一项");
                    assertThat(refusal.reason(Locale.ENGLISH)).isEqualTo("choose at least one");
                });
    }

    @Test
    void aLeasingDepartmentHasNeitherSettingsNorACalendar() {
        String leasing = departments.found().id();
        assertThatThrownBy(() -> settings.save(leasing, PetitionSettings.defaults()))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> calendar.enter(leasing, days("2026-10-01 休")))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static List<CalendarDay> days(String text) {
        CalendarText read = CalendarText.parse(text, Locale.CHINESE);
        assertThat(read.errors()).isEmpty();
        return read.days();
    }

    private static Instant china(String local) {
        return java.time.LocalDateTime.parse(local)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}

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
    void theDefaultsAreTheLimitsOfTheLaw() {
        assertThat(PetitionSettings.defaults().profiles())
                .containsExactly(
                        new Profile(
                                Profile.ORDINARY,
                                new Limit(Step.ACCEPT, 15, DayKind.CALENDAR),
                                new Limit(Step.HANDLE, 60, DayKind.CALENDAR),
                                new Limit(Step.EXTEND, 30, DayKind.CALENDAR),
                                new Limit(Step.REVIEW, 30, DayKind.CALENDAR)),
                        new Profile(
                                Profile.SIMPLE,
                                new Limit(Step.ACCEPT, 3, DayKind.WORKING),
                                new Limit(Step.HANDLE, 10, DayKind.WORKING),
                                new Limit(Step.EXTEND, 10, DayKind.WORKING),
                                new Limit(Step.REVIEW, 10, DayKind.WORKING)));
        assertThat(PetitionSettings.defaults().limit(Profile.ORDINARY, Step.OBJECT))
                .isEqualTo(new Limit(Step.OBJECT, 5, DayKind.WORKING));
        assertThat(PetitionSettings.defaults().limit(Profile.ORDINARY, Step.APPEAL))
                .isEqualTo(new Limit(Step.APPEAL, 30, DayKind.CALENDAR));
        assertThat(PetitionSettings.defaults().limit(Profile.ORDINARY, Step.RECHECK))
                .isEqualTo(new Limit(Step.RECHECK, 30, DayKind.CALENDAR));
        assertThat(PetitionSettings.defaults().overrides()).isEmpty();
        assertThat(PetitionSettings.of(PetitionSettings.defaults().asMap())).isEqualTo(PetitionSettings.defaults());
    }

    @Test
    void aDeadlinePassesAtTheEndOfItsLastWorkingDay() {
        String unit = receptions.found(null, 1).id();
        // A Monday, shortly before midnight in China: Tuesday is the first day that counts.
        Instant arrived = china("2026-11-23T23:59:59");
        assertThat(deadlines.accept(unit, Profile.SIMPLE, arrived)).isEqualTo(china("2026-11-26T23:59:59"));
        assertThat(deadlines.handle(unit, Profile.SIMPLE, arrived)).isEqualTo(china("2026-12-07T23:59:59"));
        assertThat(deadlines.review(unit, Profile.SIMPLE, arrived)).isEqualTo(china("2026-12-07T23:59:59"));
        assertThat(deadlines.object(unit, arrived)).isEqualTo(china("2026-11-30T23:59:59"));
        assertThat(deadlines.answer(unit, arrived)).isEqualTo(china("2026-11-26T23:59:59"));
        // One second later is another day.
        assertThat(deadlines.accept(unit, Profile.SIMPLE, arrived.plusSeconds(1)))
                .isEqualTo(china("2026-11-27T23:59:59"));
    }

    @Test
    void calendarDaysCountWeekendsAndAnEndOnAClosedDayMovesOnToTheNextWorkingDay() {
        String unit = receptions.found(null, 1).id();
        Instant arrived = china("2026-11-23T10:00");
        assertThat(deadlines.accept(unit, Profile.ORDINARY, arrived)).isEqualTo(china("2026-12-08T23:59:59"));
        assertThat(deadlines.handle(unit, Profile.ORDINARY, arrived)).isEqualTo(china("2027-01-22T23:59:59"));
        // Thirty days end on a Wednesday; from Saturday on they would end on a Monday.
        assertThat(deadlines.review(unit, Profile.ORDINARY, arrived)).isEqualTo(china("2026-12-23T23:59:59"));
        assertThat(deadlines.accept(unit, Profile.ORDINARY, china("2026-11-20T10:00")))
                .as("the fifteenth day is a Saturday")
                .isEqualTo(china("2026-12-07T23:59:59"));
    }

    @Test
    @Tag("P6")
    void aDifficultMatterNeverHasLessTimeThanASimpleOneWhateverTheSettingsSay() {
        String unit = receptions.found(null, 1).id();
        settings.save(
                unit,
                PetitionSettings.of(Map.of("ordinaryHandleDays", 5, "simpleHandleDays", 20, "remindBeforeDays", 1)));
        Instant accepted = china("2026-11-23T10:00");
        assertThat(deadlines.handle(unit, Profile.ORDINARY, accepted))
                .isEqualTo(deadlines.handle(unit, Profile.SIMPLE, accepted))
                .isEqualTo(china("2026-12-21T23:59:59"));
        assertThat(deadlines
                        .compute(unit, Profile.ORDINARY, Step.HANDLE, LocalDate.of(2026, 11, 23))
                        .limit())
                .isEqualTo(new Limit(Step.HANDLE, 20, DayKind.WORKING));
        // Matters of earlier versions have a profile that is not there any more.
        assertThat(deadlines.accept(unit, "URGENT", accepted))
                .isEqualTo(deadlines.accept(unit, Profile.ORDINARY, accepted));
    }

    @Test
    void anExtensionCountsFromThePresentDeadlinesLastDay() {
        String unit = receptions.found(null, 1).id();
        Instant friday = deadlines.endOf(unit, LocalDate.of(2026, 11, 27));
        assertThat(friday).isEqualTo(china("2026-11-27T23:59:59"));
        assertThat(deadlines.extend(unit, Profile.SIMPLE, friday)).isEqualTo(china("2026-12-11T23:59:59"));
        assertThat(deadlines.extend(unit, Profile.ORDINARY, friday))
                .as("the thirtieth day is a Sunday")
                .isEqualTo(china("2026-12-28T23:59:59"));
        assertThat(deadlines.lastDay(unit, friday)).isEqualTo("2026-11-27");
        assertThat(deadlines.lastDay(unit, china("2026-11-28T00:00")))
                .as("a deadline of an earlier version")
                .isEqualTo("2026-11-27");
    }

    @Test
    void aDeadlineGoesAcrossTheYearsEnd() {
        String unit = receptions.found(null, 1).id();
        calendar.enter(unit, days("2027-01-01 休 元旦\n2027-01-02~2027-01-03 休\n2027-01-09 班"));
        assertThat(deadlines.accept(unit, Profile.SIMPLE, china("2026-12-30T10:00")))
                .isEqualTo(china("2027-01-05T23:59:59"));
        assertThat(deadlines.handle(unit, Profile.SIMPLE, china("2026-12-28T10:00")))
                .isEqualTo(china("2027-01-11T23:59:59"));
        assertThat(deadlines.accept(unit, Profile.ORDINARY, china("2026-12-17T10:00")))
                .as("the fifteenth day is New Year's Day")
                .isEqualTo(china("2027-01-04T23:59:59"));
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
        assertThat(deadlines.accept(unit, Profile.SIMPLE, arrived)).isEqualTo(Instant.parse("2026-11-03T04:59:59Z"));
        assertThat(deadlines.endOf(unit, LocalDate.of(2026, 10, 30))).isEqualTo(Instant.parse("2026-10-31T03:59:59Z"));
        // Where the day of the change has no midnight it begins at one.
        String cairo = receptions
                .found(null, 1, UnitSettings.of(Map.of("zone", "Africa/Cairo")))
                .id();
        Instant end = deadlines.endOf(cairo, LocalDate.of(2026, 4, 23));
        assertThat(end).isEqualTo(Instant.parse("2026-04-23T21:59:59Z"));
        assertThat(deadlines.lastDay(cairo, end)).isEqualTo("2026-04-23");
    }

    @Test
    @Tag("P1")
    void aUnitHasTheSettingsOfTheNearestUnitAbove() {
        String town = receptions.found(null, 1).id();
        String village = receptions.found(town, 1).id();
        String hamlet = receptions.found(village, 1).id();
        settings.save(town, PetitionSettings.of(Map.of("simpleAcceptDays", 2, "alertTime", "2m")));
        assertThat(settings.of(hamlet).profile(Profile.SIMPLE).accept().days()).isEqualTo(2);
        assertThat(settings.source(hamlet).unitId()).isEqualTo(town);
        assertThat(settings.own(hamlet)).isEmpty();

        settings.save(village, PetitionSettings.of(Map.of("simpleAcceptDays", 1)));
        assertThat(settings.of(hamlet).profile(Profile.SIMPLE).accept().days()).isEqualTo(1);
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
        assertThat(deadlines.accept(unit, Profile.SIMPLE, china("2026-11-23T10:00")))
                .isEqualTo(china("2026-12-05T23:59:59"));
    }

    @ParameterizedTest
    @CsvSource({
        "ordinaryAcceptDays, 0",
        "simpleHandleDays, 1001",
        "ordinaryHandleKind, WEEKS",
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

package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.Mending;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.FreeTimes;
import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.staff.duty.DutyDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Appointments (P3) are possible when somebody receives, and there are not more of them than can be received. */
@Tag("P3")
class AppointmentTimesTest extends PetitionScenario {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    @Qualifier("pastNumbers")
    Mending pastNumbers;

    @Autowired
    FreeTimes freeTimes;

    @Autowired
    WorkdayCalendar calendar;

    @Autowired
    DutyDays duty;

    @Autowired
    PetitionSettingsStore settings;

    @Test
    void timesAtWhichNobodyReceivesAreRefusedWithTheNextOnes() {
        assertRefused(at(MONDAY.plusDays(6), "03:00"), "appointmentAt.closed", "2026-03-09 08:30");
        assertRefused(at(MONDAY.plusDays(1), "03:00"), "appointmentAt.hours", "2026-03-03 08:30、2026-03-03 08:45");
        assertRefused(at(MONDAY.plusDays(1), "17:30"), "appointmentAt.hours", "2026-03-03 08:30");
        assertRefused(at(LocalDate.of(2029, 1, 1), "10:00"), "appointmentAt.far", "2026-03-02 09:15");

        calendar.enter(centre.id(), List.of(new CalendarDay(MONDAY.plusDays(2), false, "放假")));
        assertRefused(at(MONDAY.plusDays(2), "10:00"), "appointmentAt.closed", "2026-03-05 08:30");
        duty.close(centre.id(), MONDAY.plusDays(3), "盘点");
        assertRefused(at(MONDAY.plusDays(3), "10:00"), "appointmentAt.closed", "2026-03-06 08:30");
        calendar.enter(centre.id(), List.of(new CalendarDay(MONDAY.plusDays(5), true, "调休")));
        assertThat(ticket(comes(centre, appointment("补班的", at(MONDAY.plusDays(5), "10:00"))))
                        .state())
                .isEqualTo(TicketState.EXPECTED);
    }

    @Test
    void moreThanCanBeReceivedAtATimeAreRefused() throws Exception {
        Instant ten = at(MONDAY.plusDays(1), "10:00");
        TicketId first = comes(centre, appointment("赵一", ten));
        assertRefused(ten, "appointmentAt.full", "2026-03-03 08:30");
        assertRefused(ten.plusSeconds(600), "appointmentAt.full", "2026-03-03 08:30");
        TicketId second = comes(centre, appointment("赵二", at(MONDAY.plusDays(1), "10:15")));
        assertThatThrownBy(() -> desk.move(second, ten)).isInstanceOf(PetitionRefusal.class);
        assertThat(desk.move(second, ten.plus(Duration.ofMinutes(20))))
                .as("within its own time")
                .isTrue();
        assertThat(desk.cancel(first)).isTrue();
        assertThat(desk.move(second, ten)).isTrue();

        settings.save(centre.id(), PetitionSettings.of(Map.of("slotCapacity", 2, "slotTime", "30m")));
        Instant two = at(MONDAY.plusDays(1), "14:00");
        List<Callable<Boolean>> atOnce = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "同时" + i;
            atOnce.add(() -> {
                try {
                    comes(centre, appointment(name, two));
                    return true;
                } catch (PetitionRefusal full) {
                    return false;
                }
            });
        }
        assertThat(atOnce(atOnce))
                .as("two of four at the same moment")
                .filteredOn(taken -> taken)
                .hasSize(2);
        assertThat(freeTimes.days(centre.id(), MONDAY.plusDays(1), 1).get(0).times())
                .doesNotContain(LocalTime.of(14, 0))
                .contains(LocalTime.of(14, 30));
    }

    @Test
    void freeTimesAreThoseStillToCome() {
        List<FreeTimes.FreeDay> days = freeTimes.days(centre.id(), LocalDate.MIN, 6);
        assertThat(days.get(0).day()).isEqualTo(MONDAY);
        assertThat(days.get(0).times().get(0)).isEqualTo(LocalTime.of(9, 15));
        assertThat(days.get(5).day()).as("over the weekend").isEqualTo(MONDAY.plusDays(7));
    }

    @Test
    void somebodyWithAnAppointmentOfAnotherDayIsInLineToday() {
        TicketId later = comes(centre, appointment("早来的", at(MONDAY.plusDays(3), "10:00")));
        assertThat(desk.arrived(later)).as("their day has not come").isFalse();
        assertThat(ticket(later).standing().arrivedAt()).isNull();
        assertThat(desk.comesToday(later)).isTrue();
        timerFires(later, "Event_AppointmentTime");
        assertThat(ticket(later).state()).isEqualTo(TicketState.CALLED);
        assertThat(ticket(later).standing().day()).isEqualTo(MONDAY);
        assertThat(ticket(later).standing().arrivedAt()).isEqualTo(clock.instant());
        assertThat(desk.comesToday(later)).isFalse();
    }

    @Test
    void aNumberThatWasCarriedTakesNoTimeOfItsNewDay() {
        everybodyIsBusy();
        TicketId yesterdays = comes(centre, appointment("昨天的", at(MONDAY, "10:00")));
        timerFires(yesterdays, "Event_AppointmentTime", Duration.ofHours(1));
        assertThat(ticket(yesterdays).state()).isEqualTo(TicketState.WAITING);
        clock.forward(Duration.ofHours(22));
        pastNumbers.mend();
        assertThat(ticket(yesterdays).standing().day()).isEqualTo(MONDAY.plusDays(1));

        assertThat(freeTimes.days(centre.id(), MONDAY.plusDays(1), 1).get(0).times())
                .contains(LocalTime.of(10, 0));
        comes(centre, appointment("今天的", at(MONDAY.plusDays(1), "10:00")));
        assertRefused(at(MONDAY.plusDays(1), "10:00"), "appointmentAt.full", "2026-03-03 08:30");
    }

    private void assertRefused(Instant at, String key, String offered) {
        assertThatThrownBy(() -> comes(centre, appointment("李大妈", at)))
                .isInstanceOfSatisfying(PetitionRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("appointmentAt");
                    assertThat(refusal.key()).isEqualTo(key);
                    assertThat(refusal.arguments()[1].toString()).startsWith(offered);
                });
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}

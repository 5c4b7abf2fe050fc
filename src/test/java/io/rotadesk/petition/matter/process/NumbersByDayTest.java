package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.Mending;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Numbers are those of a day (P3): what nobody received on it is carried to the next, or closed, as the unit chooses. */
@Tag("P3")
class NumbersByDayTest extends PetitionScenario {

    @Autowired
    @Qualifier("pastNumbers")
    Mending pastNumbers;

    @Autowired
    PetitionSettingsStore settings;

    @Test
    void yesterdaysNumbersAreCarriedAndStandFirstInLine() {
        TicketId missed = comes();
        isCalledAndDoesNotCome(missed);
        everybodyIsBusy();
        TicketId waits = comes();
        LocalDate yesterday = ticket(waits).standing().day();
        clock.forward(Duration.ofHours(10));
        pastNumbers.mend();
        assertThat(ticket(waits).standing().day()).as("the day is not over").isEqualTo(yesterday);

        clock.forward(Duration.ofHours(14));
        pastNumbers.mend();
        TicketId today = comes();

        Ticket carried = ticket(waits);
        assertThat(carried.state()).isEqualTo(TicketState.WAITING);
        assertThat(carried.standing().day()).isEqualTo(yesterday.plusDays(1));
        assertThat(carried.carried().day()).isEqualTo(yesterday);
        assertThat(carried.carried().number()).isEqualTo(2);
        assertThat(ticket(missed).carried().number()).isEqualTo(1);
        assertThat(ticket(missed).state()).isEqualTo(TicketState.NOT_THERE);
        assertThat(ticket(today).number()).isEqualTo(3);
        assertThat(desk.back(missed)).isTrue();
        isFreeAgain(first());
        soon(waits, TicketState.CALLED);
        assertThat(ticket(today).state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    void yesterdaysNumbersAreClosedWhereTheUnitChoosesThat() {
        settings.save(centre.id(), PetitionSettings.of(Map.of("unserved", "CLOSED")));
        TicketId missed = comes();
        isCalledAndDoesNotCome(missed);
        TicketId called = comes();
        everybodyIsBusy();
        TicketId waits = comes();
        clock.forward(Duration.ofDays(1));
        pastNumbers.mend();

        assertThat(ticket(waits).state()).isEqualTo(TicketState.UNSERVED);
        assertThat(ticket(waits).hearing().endedAt()).isEqualTo(clock.instant());
        assertThat(ticket(missed).state()).isEqualTo(TicketState.UNSERVED);
        assertThat(instance(waits)).isNull();
        assertThat(instance(missed)).isNull();
        assertThat(matter(waits).state()).isEqualTo(MatterState.NOT_RECEIVED);
        assertThat(ticket(called).state()).as("somebody is about to call").isEqualTo(TicketState.CALLED);
        assertThat(ticket(comes()).number()).isEqualTo(1);
    }
}

package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.ReceptionBoard.Called;
import io.rotadesk.petition.reception.ReceptionBoard.Place;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One person or group after the other (P3): numbers, the order, and the staff who receive them. */
@Tag("P3")
class ReceptionOrderTest extends PetitionScenario {

    @Test
    void twoGroupsInTheSameSecondGetTwoNumbersAndOneOfTheStaffEach() throws Exception {
        for (int round = 0; round < 8; round++) {
            centre = founder.found(null, 2);
            Callable<TicketId> one = () -> comes(centre, group(6, "town"));
            Callable<TicketId> two = () -> comes(centre, group(9, "town"));
            List<Ticket> both = byNumber(atOnce(List.of(one, two)));

            assertThat(both).extracting(Ticket::number).containsExactly(1, 2);
            // The lower number goes to the first person in the order.
            assertThat(both).extracting(Ticket::staff).containsExactlyElementsOf(centre.staff());
            assertThat(both).extracting(Ticket::state).containsOnly(TicketState.CALLED);
        }
    }

    /** Each is freed in the very moment in which the line is served, and the next one may not overtake. */
    @Test
    void manyAtOnceAreNumberedWithoutGapAndServedInTheOrderOfTheirNumbers() throws Exception {
        for (int round = 0; round < 4; round++) {
            centre = founder.found(null, 3);
            List<Callable<TicketId>> arrivals = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                arrivals.add(this::comes);
            }
            List<Ticket> all = byNumber(atOnce(arrivals));

            assertThat(all).extracting(Ticket::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(all.subList(0, 3)).extracting(Ticket::staff).containsExactlyElementsOf(centre.staff());
            assertThat(all.subList(3, 8)).extracting(Ticket::state).containsOnly(TicketState.WAITING);
            for (Ticket next : all.subList(3, 8)) {
                isFreeAgain(second());
                soon(next.id(), TicketState.CALLED);
                assertThat(ticket(next.id()).staff()).isEqualTo(second());
            }
        }
    }

    @Test
    void eachUnitAndEachLocalDayHasNumbersOfItsOwn() {
        assertThat(ticket(comes()).number()).isEqualTo(1);
        assertThat(ticket(comes(village, petitioner("李婶"))).number()).isEqualTo(1);
        assertThat(ticket(comes()).number()).isEqualTo(2);
        LocalDate today = ticket(comes()).standing().day();
        // 23:59 and 00:01 in the unit's zone are one UTC day.
        clock.set(today.atTime(23, 59).atZone(zone()).toInstant());
        assertThat(ticket(comes()).number()).isEqualTo(4);
        clock.forward(Duration.ofMinutes(2));
        Ticket tomorrow = ticket(comes());
        assertThat(tomorrow.number()).isEqualTo(1);
        assertThat(tomorrow.standing().day()).isEqualTo(today.plusDays(1));
    }

    @Test
    void appointmentsComeAtTheirTimeAndWhoCameWithoutOneByTheirArrival() {
        everybodyIsBusy();
        TicketId atTen = comes(centre, appointment("十点的", in(Duration.ofHours(1))));
        assertThat(ticket(atTen).state()).isEqualTo(TicketState.EXPECTED);
        clock.forward(Duration.ofMinutes(50));
        TicketId before = comes();
        clock.forward(Duration.ofMinutes(10));
        timerFires(atTen, "Event_AppointmentTime");
        clock.forward(Duration.ofMinutes(5));
        TicketId after = comes();

        assertThat(order()).containsExactly(before, atTen, after);
        for (TicketId next : List.of(before, atTen, after)) {
            assertThat(ticket(next).state()).isEqualTo(TicketState.WAITING);
            isFreeAgain(first());
            soon(next, TicketState.CALLED);
        }
    }

    @Test
    void anEarlyPetitionerWaitsForTheTimeAndALateOneCountsFromNow() {
        everybodyIsBusy();
        TicketId early = comes(centre, appointment("早到的", in(Duration.ofMinutes(20))));
        TicketId late = comes(centre, appointment("迟到的", in(Duration.ofMinutes(10))));
        assertThat(desk.arrived(early)).isTrue();
        timerFires(late, "Event_AppointmentTime", Duration.ofMinutes(10));
        clock.forward(Duration.ofMinutes(5));
        TicketId walkIn = comes();
        timerFires(early, "Event_AppointmentTime", Duration.ofMinutes(5));
        clock.forward(Duration.ofMinutes(5));
        assertThat(desk.arrived(late)).isTrue();
        assertThat(desk.arrived(late)).isTrue();
        assertThat(order()).containsExactly(walkIn, early, late);
    }

    @Test
    void nobodyOvertakesWhoWaits() {
        everybodyIsBusy();
        TicketId waits = comes();
        // Somebody is free again, and the line has not been looked at yet: the next arrival still comes after.
        clock.forward(Duration.ofMinutes(1));
        isFreeAgain(first());
        TicketId later = comes();
        soon(waits, TicketState.CALLED);
        assertThat(ticket(waits).staff()).isEqualTo(first());
        assertThat(ticket(later).state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    @Tag("P6")
    void thePersonResponsibleForTheEarlierMatterReceivesAgainAndTakesNoTurn() {
        TicketId visit = comes();
        isReceived(visit);
        Matter earlier = matter(visit);
        assertThat(earlier.responsible()).isEqualTo(first());
        assertThat(ticket(visit).state()).isEqualTo(TicketState.DONE);
        assertThat(rota.isFree(first())).isTrue();

        TicketId back = comes(centre, again(earlier));
        assertThat(ticket(back).staff()).isEqualTo(first());
        // It was the second one's turn, and still is.
        assertThat(ticket(comes()).staff()).isEqualTo(second());
    }

    @Test
    @Tag("P2")
    void aPetitionerWithManyEarlierMattersIsReceivedAllTheSame() {
        String phone = "13900007077";
        for (int i = 0; i < 3; i++) {
            isReceived(comes(), "petitionerPhone", phone, "purpose", "修".repeat(2000));
        }

        TicketId again = comes(centre, new PetitionAnnouncement("孙大爷", phone, false, 1, null, null, null, null));
        isCalled(again);

        Task receive = taskAt(again, "Task_ReceivePetitioner");
        assertThat(tasks.getVariable(receive.getId(), "earlierLines").toString())
                .contains("修修…")
                .hasLineCount(5);
    }

    @Test
    @Tag("P6")
    void ifTheyAreBusyTheTurnDecides() {
        TicketId visit = comes();
        isReceived(visit);
        isBusy(first());
        assertThat(ticket(comes(centre, again(matter(visit)))).staff()).isEqualTo(second());
    }

    @Test
    void theBoardShowsNumbersOnlyAndTheListWhoIsNext() {
        TicketId one = comes();
        isCalled(one);
        TicketId two = comes();
        presence.away(third(), "开会");
        TicketId three = comes();
        TicketId later = comes(centre, appointment("下午的", in(Duration.ofHours(5))));
        TicketId tomorrow = comes(centre, appointment("明天的", in(Duration.ofHours(26))));

        assertThat(board.called(centre.id()))
                .extracting(Called::number, Called::received)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(1, true), org.assertj.core.groups.Tuple.tuple(2, false));
        assertThat(board.called(centre.id()).toString()).doesNotContain("孙大爷");
        assertThat(order()).containsExactly(two, three, later);
        assertThat(board.order(centre.id(), today())).extracting(Place::before).containsExactly(0, 1, 2);
        assertThat(board.later(centre.id(), today(), 9)).extracting(Ticket::id).containsExactly(tomorrow);
        assertThat(board.day(centre.id(), today()))
                .extracting(Ticket::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 4).boxed().toList());
        assertThat(board.order(village.id(), today())).isEmpty();
    }

    @Test
    void everyTurnIsOnTheLedger() {
        TicketId id = comes();
        isReceived(id);
        assertThat(ledgerOf(id, first())).containsExactly(Kind.OFFERED, Kind.TAKEN, Kind.FINISHED);
    }

    private List<TicketId> order() {
        return board.order(centre.id(), today()).stream()
                .map(place -> place.ticket().id())
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }

    private List<Ticket> byNumber(List<TicketId> ids) {
        return ids.stream()
                .map(this::ticket)
                .sorted(Comparator.comparing(Ticket::number))
                .toList();
    }
}

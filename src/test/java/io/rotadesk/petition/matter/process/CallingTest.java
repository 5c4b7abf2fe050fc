package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.TestClock;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Calling, calling again, waiting, leaving: nobody is forgotten, and no staff is kept for a petitioner who has left
 * (P3).
 */
@Tag("P3")
class CallingTest extends PetitionScenario {

    @Autowired
    RingingTasks ringing;

    @Autowired
    Notices notices;

    @Test
    void theOneWhoIsToCallIsToldAtOnce() {
        TicketId id = comes();
        assertThat(ringing.of(first())).singleElement().satisfies(ring -> {
            assertThat(ring.id()).isEqualTo(taskAt(id, "Task_CallPetitioner").getId());
            assertThat(ring.line()).contains("1 号").doesNotContain("孙大爷");
        });
        isCalled(id);
        assertThat(ringing.of(first())).isEmpty();
    }

    @Test
    void aPetitionerWhoDoesNotComeIsCalledAgainAndThenReceived() {
        TicketId id = comes();
        isCalledAndDoesNotCome(id);
        assertThat(ticket(id).state()).isEqualTo(TicketState.NOT_THERE);
        assertThat(rota.isFree(first())).isTrue();
        assertThat(ledgerOf(id, first())).containsExactly(Kind.OFFERED, Kind.TAKEN, Kind.FINISHED, Kind.RESTORED);

        clock.forward(Duration.ofMinutes(1));
        timerFires(id, "Event_RecallTime", Duration.ofMinutes(4));
        assertThat(shown(taskAt(id, "Task_CallPetitioner"), "ticketLine"))
                .as("when they came, not when they are called again")
                .contains("09:00 到", "已叫过 1 次");
        isCalled(id);
        assertThat(ticket(id).state()).isEqualTo(TicketState.RECEIVED);
        // Nobody who does not come costs anybody a turn: it still is the first one's.
        taskAt(id, "Task_ReceivePetitioner", first());
    }

    @Test
    void somebodyWhoMissedTheirNumberIsInLineAgainBehindThoseWhoAreHere() {
        TicketId id = comes();
        isCalledAndDoesNotCome(id);
        everybodyIsBusy();
        clock.forward(Duration.ofMinutes(2));
        TicketId here = comes();
        clock.forward(Duration.ofMinutes(1));
        assertThat(desk.back(id)).isTrue();
        assertThat(passed(id, "Event_PetitionerBack")).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        assertThat(desk.back(id)).as("is in line already").isFalse();
        isFreeAgain(third());
        soon(here, TicketState.CALLED);
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        isFreeAgain(second());
        soon(id, TicketState.CALLED);
    }

    @Test
    void somebodyWhoMissedTheirNumberGoesAway() {
        TicketId id = comes();
        isCalledAndDoesNotCome(id);
        assertThat(desk.left(id)).isTrue();
        assertThat(ended(id, "EndEvent_PetitionerGone")).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LEFT);
        assertThat(matter(id).state()).isEqualTo(MatterState.NOT_RECEIVED);
    }

    @Test
    void somebodyWhoMissedAllCallsIsReceivedOnThatDayAllTheSame() {
        TicketId id = comes();
        isCalledAndDoesNotCome(id);
        timerFires(id, "Event_RecallTime", Duration.ofMinutes(5));
        isCalledAndDoesNotCome(id);
        assertThat(ticket(id).state()).isEqualTo(TicketState.NO_SHOW);

        clock.forward(Duration.ofMinutes(10));
        assertThat(desk.back(id)).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.CALLED);
        assertThat(ticket(id).number()).isEqualTo(1);
        assertThat(ticket(id).hearing().endedAt()).isNull();
        isReceived(id);
        assertThat(matter(id).state()).isEqualTo(MatterState.RECEIVED);

        TicketId other = comes();
        isCalledAndDoesNotCome(other);
        timerFires(other, "Event_RecallTime", Duration.ofMinutes(5));
        isCalledAndDoesNotCome(other);
        clock.forward(Duration.ofDays(1));
        assertThat(desk.back(other)).as("on another day").isFalse();
    }

    @Test
    void theLeaderLearnsOnceThatNobodyCallsANumberAndWhoDidNotCountsAsAway() {
        TicketId id = comes();
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        assertThat(ticket(id).standing().leaderToldAt()).isNull();
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        Instant told = clock.instant();
        assertThat(ticket(id).state()).isEqualTo(TicketState.CALLED);
        assertThat(ticket(id).standing().leaderToldAt()).isEqualTo(told);
        assertThat(notices.unread(centre.leader()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.PETITIONER_WAITING))
                .satisfies(notice -> assertThat(notice.words()).containsExactly("1", "09:00"));
        assertThat(notices.unread(centre.deputy())).hasSize(1);

        for (int i = 0; i < 4; i++) {
            soon(id, TicketState.CALLED);
            timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        }
        assertThat(ticket(id).standing().leaderToldAt())
                .as("the first time counts")
                .isEqualTo(told);
        assertThat(ticket(id).state()).as("it does not go round for ever").isEqualTo(TicketState.WAITING);
        assertThat(centre.staff())
                .allSatisfy(login -> assertThat(presence.awayNote(login)).contains("2 次轮到没有叫号"));
        assertThat(notices.unread(centre.leader()))
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(
                        NoticeKind.PETITIONER_WAITING,
                        NoticeKind.STAFF_DOES_NOT_CALL,
                        NoticeKind.STAFF_DOES_NOT_CALL,
                        NoticeKind.STAFF_DOES_NOT_CALL);

        presence.present(second());
        soon(id, TicketState.CALLED);
        isCalled(id);
        assertThat(notices.unread(centre.leader()))
                .extracting(Notice::kind)
                .as("settled when somebody listens")
                .doesNotContain(NoticeKind.PETITIONER_WAITING);
    }

    @Test
    void oneClerkInAVillageIsNotRungForEver() {
        presence.away(village.staff().get(1), "下村");
        TicketId id = comes(village, petitioner("孙大爷"));
        for (int i = 0; i < 2; i++) {
            soon(id, TicketState.CALLED);
            timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        }
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        assertThat(notices.unread(village.leader()))
                .extracting(Notice::kind)
                .containsExactlyInAnyOrder(NoticeKind.PETITIONER_WAITING, NoticeKind.STAFF_DOES_NOT_CALL);
    }

    @Test
    void theWaitCountsFromTheArrivalAlsoWhileCallsAreMissed() {
        TicketId id = comes();
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        everybodyIsBusyBut(second());
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(40));
        assertThat(ticket(id).standing().waitsFrom()).isEqualTo(TestClock.MONDAY_NINE);
        assertThat(ticket(id).standing().leaderToldAt()).isEqualTo(clock.instant());
    }

    private void everybodyIsBusyBut(String login) {
        centre.staff().stream().filter(other -> !other.equals(login)).forEach(this::isBusy);
    }

    private String shown(Task task, String name) {
        return String.valueOf(tasks.getVariable(task.getId(), name));
    }

    /** A unit whose turns go to people with an open page (decision 0058). */
    @Test
    void somebodyWhoNeverLoggedInIsOfferedNoNumber() {
        ReceptionPoint strict = founder.found(null, 2, UnitSettings.of(Map.of("turnsNeedPage", List.of("PETITION"))));
        TicketId id = comes(strict, petitioner("孙大爷"));
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        assertThat(ledger.of(id.contact())).extracting(LedgerEntry::kind).doesNotContain(Kind.OFFERED);
    }

    @Test
    void aTicketIsClosedWithThatOutcomeWhenThePetitionerDoesNotComeAgain() {
        TicketId id = comes();
        isCalledAndDoesNotCome(id);
        timerFires(id, "Event_RecallTime", Duration.ofMinutes(5));
        isCalledAndDoesNotCome(id);
        assertThat(ended(id, "EndEvent_PetitionerDidNotCome")).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.NO_SHOW);
        assertThat(ticket(id).hearing().calls()).isEqualTo(2);
        assertThat(matter(id).state()).isEqualTo(MatterState.NOT_RECEIVED);
        centre.staff().forEach(login -> assertThat(rota.isFree(login)).isTrue());
    }

    @Test
    void aPetitionerWhoIsCalledAgainComesAfterThoseWhoAreHere() {
        TicketId id = comes();
        isCalledAndDoesNotCome(id);
        everybodyIsBusy();
        clock.forward(Duration.ofMinutes(2));
        TicketId here = comes();
        timerFires(id, "Event_RecallTime", Duration.ofMinutes(3));
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        isFreeAgain(third());
        soon(here, TicketState.CALLED);
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    void staffWhoDoesNotCallInTimeLosesTheTurnAndTheNextOneCalls() {
        TicketId id = comes();
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        taskAt(id, "Task_CallPetitioner", second());
        assertThat(ledgerOf(id, first())).containsExactly(Kind.OFFERED, Kind.MISSED);
    }

    @Test
    void aPetitionerWhomEverybodyMissedIsNotForgotten() {
        TicketId id = comes();
        for (int i = 0; i < 3; i++) {
            timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        }
        // All three have missed this one: the one who missed it first is asked again, then the next.
        soon(id, TicketState.CALLED);
        taskAt(id, "Task_CallPetitioner", first());
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        soon(id, TicketState.CALLED);
        taskAt(id, "Task_CallPetitioner", second());
        isReceived(id);
        assertThat(matter(id).responsible()).isEqualTo(second());
    }

    @Test
    void theyDoNotWaitForSomebodyBusyBesideSomebodyFree() {
        isBusy(third());
        TicketId id = comes();
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        soon(id, TicketState.CALLED);
        taskAt(id, "Task_CallPetitioner", first());
        isFreeAgain(third());
        timerFires(id, "Event_CallTimeout", Duration.ofMinutes(3));
        soon(id, TicketState.CALLED);
        taskAt(id, "Task_CallPetitioner", third());
    }

    @Test
    void theLeaderGivesWhoWaitsToSomebody() {
        everybodyIsBusy();
        TicketId id = comes();
        assertThat(desk.assign(id, village.staff().get(0))).isFalse();
        assertThat(desk.assign(id, second())).isTrue();
        assertThat(desk.assign(id, third())).isFalse();
        taskAt(id, "Task_CallPetitioner", second());
        isReceived(id);
        assertThat(matter(id).responsible()).isEqualTo(second());
    }

    @Test
    @Tag("P5")
    void aLargeScaleEventIsNotCalled() {
        TicketId id = comes(centre, group(40, "county"));
        assertThat(tasksOf(id)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_AcknowledgeAlert");
        assertThat(ticket(id).state()).isEqualTo(TicketState.DONE);
        assertThat(board.order(centre.id(), ticket(id).standing().day())).isEmpty();
        assertThat(ticket(comes()).staff()).isEqualTo(first());
    }

    @Test
    void thePersonToWhomTheLeaderAssignsTheCallReceives() {
        TicketId id = comes();
        tasks.setAssignee(taskAt(id, "Task_CallPetitioner").getId(), third());
        isCalled(id);
        taskAt(id, "Task_ReceivePetitioner", third());
        assertThat(ticket(id).staff()).isEqualTo(third());
        assertThat(rota.isFree(first())).isTrue();
        assertThat(rota.isFree(third())).isFalse();
    }

    @Test
    void nobodyIsFreeSoTheyWaitUntilTheirTurnComes() {
        everybodyIsBusy();
        TicketId one = comes();
        clock.forward(Duration.ofMinutes(1));
        TicketId two = comes();
        assertThat(ticket(one).state()).isEqualTo(TicketState.WAITING);
        assertThat(tasksOf(one)).isEmpty();
        isFreeAgain(third());
        soon(one, TicketState.CALLED);
        taskAt(one, "Task_CallPetitioner", third());
        assertThat(ticket(two).state()).isEqualTo(TicketState.WAITING);
        isReceived(one);
        soon(two, TicketState.CALLED);
        taskAt(two, "Task_CallPetitioner", third());
    }

    @Test
    void staffWhoComeBackFromAnAbsenceCallTheNextOne() {
        centre.staff().forEach(login -> presence.away(login, "开会"));
        TicketId id = comes();
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        presence.present(second());
        soon(id, TicketState.CALLED);
        taskAt(id, "Task_CallPetitioner", second());
    }

    @Test
    void theLeaderLearnsOnceThatSomebodyWaitsTooLong() {
        everybodyIsBusy();
        TicketId id = comes();
        timerFires(id, "Event_WaitedTooLong", Duration.ofMinutes(30));
        assertThat(ticket(id).standing().leaderToldAt()).isEqualTo(clock.instant());
        assertThat(ticket(id).state()).isEqualTo(TicketState.WAITING);
        assertThat(passed(id, "EndEvent_LeaderToldOfWaiting")).isTrue();
        isFreeAgain(first());
        soon(id, TicketState.CALLED);
        isReceived(id);
    }

    @Test
    @Tag("P4")
    void settlingOnTheSpotKeepsThePetitionerUntilThatIsDone() {
        TicketId id = comes();
        isReceived(id, "settleNow", "yes");
        assertThat(rota.isFree(first())).isFalse();
        assertThat(ticket(id).state()).isEqualTo(TicketState.RECEIVED);
        isBusy(second());
        isBusy(third());
        TicketId next = comes();
        assertThat(ticket(next).state()).isEqualTo(TicketState.WAITING);

        complete(taskAt(id, "Task_SettleOnTheSpot", first()), "explanation", "当面讲清了补贴标准", "satisfied", "yes");
        assertThat(ticket(id).state()).isEqualTo(TicketState.DONE);
        soon(next, TicketState.CALLED);
        taskAt(next, "Task_CallPetitioner", first());
    }

    @Test
    @Tag("P5")
    void aGroupThatTurnsOutToBeLargeScaleKeepsNobodyAtTheDesk() {
        TicketId id = comes();
        isReceived(id, "settleNow", "yes", "groupSize", 60, "destination", "county");
        taskAt(id, "Task_AcknowledgeAlert");
        assertThat(rota.isFree(first())).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.DONE);
    }

    @Test
    void aPetitionerWhoGivesUpWaitingHasLeft() {
        everybodyIsBusy();
        TicketId id = comes();
        assertThat(desk.left(id)).isTrue();
        assertThat(desk.left(id)).isTrue();
        assertThat(ended(id, "EndEvent_PetitionerLeft")).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.LEFT);
        assertThat(matter(id).state()).isEqualTo(MatterState.NOT_RECEIVED);
        isFreeAgain(first());
        assertThat(ticket(comes()).staff()).isEqualTo(first());
    }

    @Test
    void aReceivedPetitionerCannotHaveLeft() {
        TicketId id = comes();
        isCalled(id);
        assertThat(desk.left(id)).isFalse();
        assertThat(desk.cancel(id)).isFalse();
        assertThat(desk.move(id, in(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void anAppointmentIsMovedAlsoToAnotherDay() {
        TicketId id = comes(centre, appointment("钱奶奶", in(Duration.ofHours(2))));
        assertThat(ticket(id).number()).isEqualTo(1);
        assertThat(desk.move(id, in(Duration.ofHours(3)))).isTrue();
        assertThat(desk.move(id, in(Duration.ofHours(3)))).isTrue();
        assertThat(ticket(id).number()).isEqualTo(1);
        assertThat(timer(id, "Event_AppointmentTime").getDuedate().toInstant()).isEqualTo(in(Duration.ofHours(3)));

        comes();
        assertThat(desk.move(id, in(Duration.ofHours(25)))).isTrue();
        Ticket moved = ticket(id);
        assertThat(moved.number()).isEqualTo(1);
        assertThat(moved.standing().day())
                .isEqualTo(ticket(comes()).standing().day().plusDays(1));
        assertThatThrownBy(() -> desk.move(id, in(Duration.ofHours(-1)))).isInstanceOf(PetitionRefusal.class);

        timerFires(id, "Event_AppointmentTime", Duration.ofHours(25));
        isReceived(id);
        assertThat(passed(id, "Event_AppointmentMoved")).isTrue();
    }

    @Test
    void anAppointmentIsCancelled() {
        TicketId id = comes(centre, appointment("钱奶奶", in(Duration.ofHours(2))));
        assertThat(desk.cancel(id)).isTrue();
        assertThat(desk.cancel(id)).isTrue();
        assertThat(ended(id, "EndEvent_AppointmentCancelled")).isTrue();
        assertThat(ticket(id).state()).isEqualTo(TicketState.CANCELLED);
        assertThat(matter(id).state()).isEqualTo(MatterState.NOT_RECEIVED);
        assertThat(desk.arrived(id)).isFalse();
    }

    /** Whenever see-off and arrival coincide, nobody waits while somebody is free. */
    @Test
    void seeOffAndArrivalCannotMissEachOther() throws Exception {
        for (int round = 0; round < 12; round++) {
            centre = founder.found(null, 1);
            TicketId before = comes();
            isCalled(before);
            Callable<TicketId> ends = () -> {
                isReceived(before);
                return before;
            };
            List<TicketId> both = atOnce(List.of(ends, this::comes));
            soon(both.get(1), TicketState.CALLED);
            assertThat(ticket(both.get(1)).staff()).isEqualTo(first());
        }
    }

    /**
     * A petitioner who leaves in the moment in which somebody becomes free is gone, or is called; no staff is kept for
     * a petitioner who has left.
     */
    @Test
    void aPetitionerWhoLeavesKeepsNobody() throws Exception {
        for (int round = 0; round < 8; round++) {
            centre = founder.found(null, 2);
            everybodyIsBusy();
            TicketId id = comes();
            int moment = 40 + 5 * round;
            Callable<Boolean> leaves = () -> {
                Thread.sleep(moment);
                return desk.left(id);
            };
            Callable<Boolean> free = () -> {
                isFreeAgain(second());
                return true;
            };
            boolean gone = atOnce(List.of(leaves, free)).get(0);
            soon(id, gone ? TicketState.LEFT : TicketState.CALLED);
            assertThat(rota.isFree(second())).isEqualTo(gone);
        }
    }

    @Test
    void manyWaitAndAllBecomeFreeAtOnce() throws Exception {
        everybodyIsBusy();
        List<TicketId> waiting = List.of(comes(), comes(), comes());
        List<Callable<Object>> free = new ArrayList<>();
        centre.staff()
                .forEach(login -> free.add(() -> {
                    isFreeAgain(login);
                    return null;
                }));
        atOnce(free);
        waiting.forEach(id -> soon(id, TicketState.CALLED));
        assertThat(waiting).extracting(id -> ticket(id).staff()).doesNotHaveDuplicates();
    }

    /** The appointment's time and its cancellation at the same moment: it is one of the two. */
    @Test
    void cancelledInTheMomentInWhichTheTimeComes() throws Exception {
        for (int round = 0; round < 5; round++) {
            centre = founder.found(null, 1);
            TicketId id = comes(centre, appointment("钱奶奶", in(Duration.ofMinutes(5))));
            clock.forward(Duration.ofMinutes(5));
            String job = timer(id, "Event_AppointmentTime").getId();
            Callable<Boolean> cancels = () -> desk.cancel(id);
            Callable<Boolean> time = () -> {
                try {
                    management.executeJob(job);
                    return true;
                } catch (RuntimeException tooLate) {
                    return false;
                }
            };
            List<Boolean> done = new ArrayList<>();
            try {
                done.addAll(atOnce(List.of(cancels, time)));
            } catch (java.util.concurrent.ExecutionException lost) {
                done.addAll(List.of(false, true));
            }
            assertThat(ticket(id).state()).isEqualTo(done.get(0) ? TicketState.CANCELLED : TicketState.CALLED);
            assertThat(rota.isFree(first())).isEqualTo(done.get(0));
        }
    }
}

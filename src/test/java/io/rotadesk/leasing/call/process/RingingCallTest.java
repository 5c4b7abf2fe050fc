package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RingingTask;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** From the first ring to the moment when somebody answers, or nobody does. */
class RingingCallTest extends CallScenario {

    @Autowired
    private RingingTasks rings;

    @Autowired
    private Notices notices;

    private static final Duration THREE_RINGS = Duration.ofSeconds(15);

    @Autowired
    Presence presence;

    @Autowired
    TransactionOperations transactions;

    @Test
    @Tag("L2.1")
    @Tag("L1.2")
    void callsGoToTheCallTeamInItsOrderRoundAndRound() {
        for (int i = 0; i < 7; i++) {
            CallKey key = newCall();
            CallReceipt reception = receive(key, null);
            String expected = department.callTeam().get(i % 3);
            assertThat(reception.offer().agent().login()).isEqualTo(expected);
            pickUp(key);
            complete(taskAt(key, CallHandling.Task.ASK_CALLER), "enquiry", "leasing", "contactedBefore", "no");
            register(key, "客户" + i, "1370000000" + i);
        }
    }

    @Test
    @Tag("L2.1")
    void theAgentWhoseTurnItIsGetsTheTaskAndPicksUp() {
        CallKey key = ringsFrom(CALLER);
        Task task = taskAt(key, CallHandling.Task.PICK_UP_CALL);
        assertThat(task.getAssignee()).isEqualTo(department.callTeam().get(0));
        clock.forward(Duration.ofSeconds(7));
        pickUp(key);
        Call call = call(key);
        assertThat(call.state()).isEqualTo(CallState.ANSWERED);
        assertThat(call.talk().rings()).as("rings until answered").isEqualTo(2);
        assertThat(ledgerOf(key, department.callTeam().get(0))).containsExactly(Kind.OFFERED, Kind.TAKEN);
    }

    @Test
    @Tag("L2.1")
    void unansweredCallGoesToTheNextAgentAfterThreeRings() {
        CallKey key = ringsFrom(CALLER);
        timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        Task task = taskAt(key, CallHandling.Task.PICK_UP_CALL);
        assertThat(task.getAssignee()).isEqualTo(department.callTeam().get(1));
        assertThat(ledgerOf(key, department.callTeam().get(0))).containsExactly(Kind.OFFERED, Kind.MISSED);
        assertThat(rota.isFree(department.callTeam().get(0))).isTrue();
    }

    @Test
    @Tag("L2.1")
    void aMissCostsTheTurn() {
        CallKey first = ringsFrom(CALLER);
        timerFires(first, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        CallKey second = newCall();
        assertThat(receive(second, "13800000002").offer().agent().login())
                .as("the turn after the one that took the missed call")
                .isEqualTo(department.callTeam().get(2));
    }

    @Test
    @Tag("L2.1")
    void afterEveryoneTheManagerDecidesWhoTakesTheCall() {
        CallKey key = ringsFrom(CALLER);
        for (int i = 0; i < 3; i++) {
            timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        }
        Task task = taskAt(key, CallHandling.Task.ASSIGN_CALL);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting("userId")
                .as("the deputy hears of it later")
                .containsExactly(department.manager());
        complete(
                task,
                "decision",
                "agent",
                "assignedAgent",
                department.visitTeam().get(1));
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee())
                .isEqualTo(department.visitTeam().get(1));
    }

    @Test
    @Tag("L2.1")
    void theCallThatNobodyTookRingsAtTheManagerAndIsToldInWords() {
        CallKey key = ringsFrom(CALLER);
        for (int i = 0; i < 3; i++) {
            timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        }
        Task task = taskAt(key, CallHandling.Task.ASSIGN_CALL);

        assertThat(rings.of(department.manager()))
                .as("on every screen of the manager")
                .extracting(RingingTask::id)
                .containsExactly(task.getId());
        assertThat(notices.unread(department.manager())).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.CALL_UNANSWERED);
            assertThat(notice.link()).endsWith("task=" + task.getId());
        });

        complete(task, "decision", "returnLater");
        assertThat(rings.of(department.manager())).isEmpty();
        assertThat(notices.unread(department.manager())).isEmpty();
    }

    @Test
    @Tag("L2.1")
    void withNobodyFreeTheManagerIsAskedAtOnce() {
        department.callTeam().forEach(agent -> presence.away(agent, "午餐"));
        CallKey key = newCall();
        assertThat(receive(key, CALLER).offer()).isNull();
        Task task = taskAt(key, CallHandling.Task.ASSIGN_CALL);
        complete(task, "decision", "returnLater");
        assertThat(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL).getAssignee())
                .isEqualTo(department.callTeam().get(0));
    }

    @Test
    @Tag("L2.1")
    void somebodyWhoPicksUpWhileTheManagerDecidesHasTheCall() {
        department.callTeam().forEach(agent -> presence.away(agent, "午餐"));
        CallKey key = ringsFrom(CALLER);
        assertThat(report(key, CallEvent.ANSWERED).accepted())
                .as("nobody knows who")
                .isFalse();
        desk.event(key, CallEvent.ANSWERED, founder.extensionOf(department.manager()), null);
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee()).isEqualTo(department.manager());
        assertThat(call(key).talk().agent()).isEqualTo(department.manager());
    }

    @Test
    @Tag("L2.1")
    void callerWhoHangsUpWhileTheManagerDecidesIsCalledBack() {
        department.callTeam().forEach(agent -> presence.away(agent, "午餐"));
        CallKey key = ringsFrom(CALLER);
        assertThat(report(key, CallEvent.HUNG_UP).accepted()).isTrue();
        taskAt(key, CallHandling.Task.RETURN_MISSED_CALL);
    }

    @Test
    @Tag("L2.1")
    void phoneSystemReportsThatTheAgentAnswered() {
        CallKey key = ringsFrom(CALLER);
        assertThat(report(key, CallEvent.ANSWERED).accepted()).isTrue();
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee())
                .isEqualTo(department.callTeam().get(0));
        assertThat(report(key, CallEvent.ANSWERED).accepted())
                .as("the same again")
                .isTrue();
        assertThat(report(key, CallEvent.NO_ANSWER).accepted())
                .as("past that event")
                .isFalse();
    }

    @Test
    @Tag("L2.1")
    void phoneSystemReportsNoAnswerAndGetsTheNextOffer() {
        CallKey key = ringsFrom(CALLER);
        var result = report(key, CallEvent.NO_ANSWER);
        assertThat(result.next().agent().login())
                .isEqualTo(department.callTeam().get(1));
        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee())
                .isEqualTo(department.callTeam().get(1));
    }

    @Test
    @Tag("L2.1")
    void noAnswerThatIsSentAgainDoesNotCostTheNextAgentsTurn() {
        CallKey key = newCall();
        String extension = receive(key, CALLER).offer().agent().extension();
        desk.event(key, CallEvent.NO_ANSWER, extension, null);
        var again = desk.event(key, CallEvent.NO_ANSWER, extension, null);
        assertThat(again.accepted()).isTrue();
        assertThat(again.next().agent().login()).isEqualTo(department.callTeam().get(1));

        desk.event(key, CallEvent.NO_ANSWER, null, "event-7");
        var sameEvent = desk.event(key, CallEvent.NO_ANSWER, null, "event-7");
        assertThat(sameEvent.next().agent().login())
                .isEqualTo(department.callTeam().get(2));
    }

    @Test
    @Tag("L2.1")
    void lateReportOfARingThatRanOutDoesNotHitTheNextAgent() {
        CallKey key = ringsFrom(CALLER);
        timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        clock.forward(Duration.ofMillis(400));
        assertThat(report(key, CallEvent.NO_ANSWER).next().agent().login())
                .isEqualTo(department.callTeam().get(1));
    }

    @Test
    @Tag("L2.1")
    void colleagueWhoPicksUpInsteadHasTheCallAndTheTurnIsGivenBack() {
        CallKey key = ringsFrom(CALLER);
        String other = department.callTeam().get(2);
        String extension = founder.extensionOf(other);
        desk.event(key, CallEvent.ANSWERED, extension, null);
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee()).isEqualTo(other);
        assertThat(ledgerOf(key, department.callTeam().get(0))).contains(Kind.RESTORED);
        assertThat(rota.isFree(department.callTeam().get(0))).isTrue();
        assertThat(rota.isFree(other)).isFalse();
    }

    @Test
    @Tag("L2.1")
    void callerWhoHangsUpIsCalledBackOnceHoweverOftenTheNumberTried() {
        CallKey first = ringsFrom(CALLER);
        report(first, CallEvent.HUNG_UP);
        assertThat(taskAt(first, CallHandling.Task.RETURN_MISSED_CALL).getAssignee())
                .isEqualTo(department.callTeam().get(0));
        CallKey second = ringsFrom(CALLER);
        report(second, CallEvent.HUNG_UP);
        assertThat(instance(second)).as("no second call-back").isNull();
        assertThat(ended(second, CallHandling.EndEvent.ATTEMPT_RECORDED)).isTrue();
        assertThat(report(second, CallEvent.HUNG_UP).accepted())
                .as("sent again")
                .isTrue();
    }

    @Test
    @Tag("L2.1")
    void callerWhoHungUpIsReachedAndRegistered() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.HUNG_UP);
        complete(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL), "outcome", "reached");
        register(key, "周女士", CALLER);
        assertThat(ended(key, CallHandling.EndEvent.CALL_REGISTERED)).isTrue();
        assertThat(call(key).written().customerName()).isEqualTo("周女士");
        CallKey later = ringsFrom(CALLER);
        report(later, CallEvent.HUNG_UP);
        taskAt(later, CallHandling.Task.RETURN_MISSED_CALL);
    }

    @Test
    @Tag("L2.1")
    void callerWhoIsNotReachedIsTriedThreeTimes() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.HUNG_UP);
        complete(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL), "outcome", "notReached", "remarks", "无人接听");
        complete(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL), "outcome", "notReached");
        complete(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL), "outcome", "notReached");
        assertThat(ended(key, CallHandling.EndEvent.CALLER_NOT_REACHED)).isTrue();
        assertThat(call(key).callBack().tries()).isEqualTo(3);
    }

    @Test
    @Tag("L2.1")
    void managerIsToldOfACallBackThatIsOverdue() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.HUNG_UP);
        timerFires(key, CallHandling.Timer.RETURN_MISSED_CALL_TELL_MANAGER, Duration.ofMinutes(15));
        Task task = taskAt(key, CallHandling.Task.RETURN_MISSED_CALL);
        assertThat(task.getPriority()).as("rises in the list").isGreaterThan(50);
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting("userId")
                .contains(department.manager());
    }

    @Test
    @Tag("L2.1")
    void callerWithoutANumberWhoHangsUpCannotBeCalledBack() {
        CallKey key = ringsFrom(null);
        report(key, CallEvent.HUNG_UP);
        assertThat(ended(key, CallHandling.EndEvent.ATTEMPT_RECORDED)).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    @Tag("L2.1")
    void hangingUpBeforeTheThirdRingCostsNobodyATurn() {
        CallKey key = ringsFrom(CALLER);
        clock.forward(Duration.ofSeconds(4));
        report(key, CallEvent.HUNG_UP);
        assertThat(receive(newCall(), "13800000005").offer().agent().login())
                .as("the turn is made up first")
                .isEqualTo(department.callTeam().get(0));
    }

    @Test
    void theSameCallPostedAgainGetsTheSameAnswerAndNoSecondProcess() {
        CallKey key = newCall();
        CallReceipt first = receive(key, CALLER);
        report(key, CallEvent.NO_ANSWER);
        CallReceipt again = receive(key, CALLER);
        assertThat(again.first()).isFalse();
        assertThat(again.offer()).isEqualTo(first.offer());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key.callId())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void startThatFailsLeavesThePointerWhereItWas() {
        CallKey lost = newCall();
        assertThatThrownBy(() -> transactions.executeWithoutResult(transaction -> {
                    receive(lost, CALLER);
                    throw new IllegalStateException("the line to the database broke");
                }))
                .hasMessageContaining("broke");
        assertThat(register.find(lost)).isEmpty();
        assertThat(instance(lost)).isNull();
        assertThat(ledger.of(lost.contact())).isEmpty();
        assertThat(receive(newCall(), CALLER).offer().agent().login())
                .isEqualTo(department.callTeam().get(0));
    }

    @Test
    void latePickUpGetsAClearAnswer() {
        CallKey key = ringsFrom(CALLER);
        Task task = taskAt(key, CallHandling.Task.PICK_UP_CALL);
        timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        assertThatThrownBy(() -> complete(task)).hasMessageContaining("接听来电").hasMessageNotContaining("null");
    }

    @Test
    void whenTheLineIsFreeTheAgentIsFreeForTheNextCall() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.ANSWERED);
        String agent = department.callTeam().get(0);
        assertThat(rota.isFree(agent)).isFalse();
        report(key, CallEvent.HUNG_UP);
        assertThat(rota.isFree(agent)).isTrue();
        taskAt(key, CallHandling.Task.ASK_CALLER);
    }

    @Test
    @Tag("L2.1")
    void withThatSettingTheCustomersOwnAgentPicksUpFirstAndNoTurnIsUsed() {
        department = founder.found(UnitSettings.of(Map.of("pickUpFirst", "OWNER")));
        String owner = department.visitTeam().get(2);
        customerOf(owner, "+8613800000001", Duration.ofDays(2));
        CallKey key = newCall();
        assertThat(receive(key, CALLER).offer().agent().login()).isEqualTo(owner);
        CallKey next = newCall();
        assertThat(receive(next, "13800000009").offer().agent().login())
                .as("the pointer has not moved")
                .isEqualTo(department.callTeam().get(0));
        timerFires(key, CallHandling.Event.RING_TIMEOUT, THREE_RINGS);
        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getAssignee())
                .as("not taken by the owner: the agent on duty")
                .isEqualTo(department.callTeam().get(1));
    }

    @Test
    void withoutItTheAgentOnDutyPicksUpFirst() {
        String owner = department.visitTeam().get(2);
        customerOf(owner, "+8613800000001", Duration.ofDays(2));
        assertThat(receive(newCall(), CALLER).offer().agent().login())
                .isEqualTo(department.callTeam().get(0));
    }
}

package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.RingingTask;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.IncomingCalls.EventResult;
import io.rotadesk.leasing.call.PastCalls;
import io.rotadesk.leasing.call.PastCalls.PastCall;
import io.rotadesk.leasing.call.SentCall;
import io.rotadesk.leasing.call.SentEvent;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Agents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls ring even if the model fails. */
class CallWithoutModelTest extends CallScenario {

    /** The ways in which a model can fail. */
    enum Breakage {
        DEFINITION_SUSPENDED(models -> models.suspend(CallHandling.PROCESS), null),
        START_MESSAGE_RENAMED(models -> models.renameStart(CallHandling.Message.CALL_RECEIVED), null),
        PROCESS_EMPTIED(
                models -> models.deploy(
                        CallHandling.PROCESS,
                        "sourceRef=\"StartEvent_CallReceived\" targetRef=\"Task_FindCaller\"",
                        "sourceRef=\"StartEvent_CallReceived\" targetRef=\"EndEvent_OtherEnquiry\""),
                null),
        FIRST_STEP_FAILS(
                models -> models.deploy(
                        CallHandling.PROCESS,
                        "delegateExpression=\"${findCaller}\"",
                        "delegateExpression=\"${recordPickUp}\""),
                CallHandling.Task.FIND_CALLER),
        EXPRESSION_FAILS(
                models -> models.deploy(
                        CallHandling.PROCESS,
                        "dueDate=\"${calls.answerBy(callId)}\"",
                        "dueDate=\"${calls.answerBy(unitId)}\""),
                CallHandling.Task.PICK_UP_CALL),
        CONDITION_FAILS(
                models -> models.deploy(CallHandling.PROCESS, "${agent != null}", "${calls.answerBy(unitId) != null}"),
                CallHandling.Gateway.SOMEONE_FREE);

        private final java.util.function.Consumer<BrokenModels> breaking;
        private final String element;

        Breakage(java.util.function.Consumer<BrokenModels> breaking, String element) {
            this.breaking = breaking;
            this.element = element;
        }
    }

    @Autowired
    Troubles troubles;

    @Autowired
    MendingSweep sweep;

    @Autowired
    RingingTasks rings;

    @Autowired
    PastCalls past;

    @Autowired
    Agents agents;

    private BrokenModels models;

    @BeforeEach
    void modelsToBreak() {
        models = new BrokenModels(engine);
    }

    @AfterEach
    void putRight() {
        models.putRight();
    }

    @ParameterizedTest
    @EnumSource
    void callIsEnteredAndRingsAndThoseWhoCanPutItRightAreTold(Breakage breakage) {
        breakage.breaking.accept(models);
        CallKey key = newCall();
        CallReceipt reception = receive(key, CALLER);

        assertThat(reception.first()).isTrue();
        assertThat(reception.offer().agent().login()).isEqualTo(onDuty());
        assertThat(reception.offer().answerBy()).isEqualTo(clock.instant().plusSeconds(15));
        assertThat(call(key).state()).isEqualTo(CallState.RINGING);
        assertThat(call(key).guided()).isFalse();
        assertThat(call(key).caller().phone()).isEqualTo(CALLER_E164);
        assertThat(instance(key)).isNull();
        Trouble told = told().get(0);
        assertThat(told.kind()).isEqualTo(TroubleKind.NOT_STARTED);
        assertThat(told.process()).isEqualTo(CallHandling.PROCESS);
        assertThat(told.element()).isEqualTo(breakage.element);

        // The same call again is the same ring.
        CallReceipt again = receive(key, CALLER);
        assertThat(again.first()).isFalse();
        assertThat(again.offer()).isEqualTo(reception.offer());
        assertThat(ledgerOf(key, onDuty())).containsExactly(Kind.OFFERED);
        assertThat(told()).hasSize(1);

        // Another call goes to the next agent, and is counted.
        assertThat(receive(newCall(), CALLER).offer().agent().login())
                .isEqualTo(department.callTeam().get(1));
        assertThat(told()).extracting(Trouble::times).containsExactly(2);
    }

    /** It was over when it was first heard of; a colleague had talked with the caller. */
    @ParameterizedTest
    @EnumSource
    void callThatWasOverIsEnteredToo(Breakage breakage) {
        breakage.breaking.accept(models);
        CallKey key = newCall();
        Instant began = clock.instant().minus(Duration.ofHours(1));

        PastCall entered = past.enter(
                department.id(),
                new SentCall(key.callId(), CALLER, began, null, null, null),
                List.of(
                        new SentEvent(CallEvent.HUNG_UP, null, null, null, null),
                        new SentEvent(
                                CallEvent.ANSWERED,
                                agents.get(colleague()).extension(),
                                null,
                                began.plusSeconds(5),
                                null)));

        assertThat(entered.first()).isTrue();
        assertThat(entered.call()).isEqualTo(call(key));
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
        assertThat(call(key).talk().agent()).isEqualTo(colleague());
        assertThat(call(key).talk().endedAt()).isNotNull();
        assertThat(call(key).guided()).isFalse();
        assertThat(rota.isFree(onDuty())).isTrue();
        assertThat(told()).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(TroubleKind.NOT_STARTED);
            assertThat(trouble.element()).isEqualTo(breakage.element);
        });
    }

    /** The call went into the model and out of it again, and nobody got it. */
    @Test
    void eventThatHasNoEffectInTheModelHasItWithout() {
        models.deploy(
                CallHandling.PROCESS,
                "sourceRef=\"Event_CallerHungUp\" targetRef=\"Gateway_NotAnswered\"",
                "sourceRef=\"Event_CallerHungUp\" targetRef=\"EndEvent_OtherEnquiry\"");
        CallKey key = ringsFrom(CALLER);
        assertThat(report(key, CallEvent.HUNG_UP).accepted()).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.MISSED);
        assertThat(rota.isFree(onDuty())).isTrue();
    }

    @Test
    void unansweredRingMovesOnWhenThePhoneSystemSaysSo() {
        models.suspend(CallHandling.PROCESS);
        CallKey key = ringsFrom(CALLER);
        EventResult next = report(key, CallEvent.NO_ANSWER);
        assertThat(next.next().agent().login()).isEqualTo(department.callTeam().get(1));
        assertThat(ledgerOf(key, onDuty())).containsExactly(Kind.OFFERED, Kind.MISSED);
    }

    @Test
    void unansweredRingMovesOnWhenItsTimeIsOver() {
        models.suspend(CallHandling.PROCESS);
        CallKey key = ringsFrom(CALLER);
        clock.forward(Duration.ofSeconds(14));
        sweep.look();
        assertThat(call(key).ringing().agent()).isEqualTo(onDuty());
        clock.forward(Duration.ofSeconds(1));
        sweep.look();
        assertThat(call(key).ringing().agent()).isEqualTo(department.callTeam().get(1));
        clock.forward(Duration.ofSeconds(15));
        sweep.look();
        clock.forward(Duration.ofSeconds(15));
        sweep.look();
        assertThat(call(key).state()).isEqualTo(CallState.UNASSIGNED);
    }

    @Test
    void ringIsShownWhereOtherRingsAre() {
        models.suspend(CallHandling.PROCESS);
        CallKey key = ringsFrom(CALLER);
        assertThat(rings.of(onDuty()))
                .containsExactly(new RingingTask(
                        key.toString(),
                        Map.of("zh", "来电（未经流程）", "en", "Call (without the process)"),
                        "138 0000 0001",
                        call(key).ringing().answerBy()));
        report(key, CallEvent.ANSWERED);
        assertThat(rings.of(onDuty())).isEmpty();
    }

    @Test
    void answeredCallIsWrittenDownAsSoonAsTheModelIsPutRight() {
        models.suspend(CallHandling.PROCESS);
        CallKey key = ringsFrom(CALLER);
        assertThat(report(key, CallEvent.ANSWERED).accepted()).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
        assertThat(call(key).talk().agent()).isEqualTo(onDuty());
        report(key, CallEvent.HUNG_UP);
        assertThat(rota.isFree(onDuty())).isTrue();
        sweep.look();
        assertThat(instance(key)).isNull();
        assertThat(call(key).guided()).isFalse();

        models.putRight();
        sweep.look();

        assertThat(taskAt(key, CallHandling.Task.REGISTER_CALL).getAssignee()).isEqualTo(onDuty());
        register(key, "何先生", CALLER);
        assertThat(call(key).state()).isEqualTo(CallState.REGISTERED);
        assertThat(call(key).guided()).isTrue();
    }

    @Test
    void missedCallIsKeptAndCalledBackAsSoonAsTheModelIsPutRight() {
        models.renameStart(CallHandling.Message.CALL_RECEIVED);
        CallKey key = ringsFrom(CALLER);
        assertThat(report(key, CallEvent.HUNG_UP).accepted()).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.MISSED);
        assertThat(rota.isFree(onDuty())).isTrue();
        // This does not need the start message.
        sweep.look();
        assertThat(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL).getAssignee())
                .isEqualTo(onDuty());
        assertThat(report(key, CallEvent.ANSWERED).accepted()).isFalse();
    }

    @Test
    void nobodyFreeIsPutBeforeTheManager() {
        models.renameStart(CallHandling.Message.CALL_RECEIVED);
        for (int i = 0; i < 3; i++) {
            ringsFrom(CALLER);
        }
        CallKey key = newCall();
        assertThat(receive(key, CALLER).offer()).isNull();
        sweep.look();
        assertThat(isOpenFor(taskAt(key, CallHandling.Task.ASSIGN_CALL), department.manager()))
                .isTrue();
    }

    @Test
    void modelThatDoesNotKnowTheHangUpLosesTheCallToTheFixedWay() {
        models.deploy(CallHandling.PROCESS, "name=\"CallerHungUp\"", "name=\"CallerHungUp2\"");
        CallKey key = ringsFrom(CALLER);
        assertThat(instance(key)).isNotNull();
        assertThat(desk.event(key, CallEvent.HUNG_UP, null, "once").accepted()).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.MISSED);
        assertThat(rota.isFree(onDuty())).isTrue();
        assertThat(instance(key)).isNull();
        assertThat(told())
                .extracting(Trouble::kind, Trouble::entry)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TroubleKind.NOT_GUIDED, key.toString()));
        assertThat(desk.event(key, CallEvent.HUNG_UP, null, "once").accepted()).isTrue();
    }

    @Test
    void stepThatFailsAfterTheRingLosesTheCallToTheFixedWay() {
        models.deploy(
                CallHandling.PROCESS,
                "formRef=\"ask-caller\" camunda:formRefBinding=\"deployment\" camunda:assignee=\"${agent}\"",
                "formRef=\"ask-caller\" camunda:formRefBinding=\"deployment\" camunda:assignee=\"${calls.answerBy(unitId)}\"");
        CallKey key = ringsFrom(CALLER);
        assertThat(report(key, CallEvent.ANSWERED).accepted()).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
        assertThat(ledgerOf(key, onDuty())).containsExactly(Kind.OFFERED, Kind.TAKEN);
        List<Trouble> told = told();
        assertThat(told).extracting(Trouble::element).containsExactly(CallHandling.Task.ASK_CALLER);
    }

    @Test
    void fiftyPostsOfOneCallWithoutAModelAreOneRing() throws Exception {
        models.suspend(CallHandling.PROCESS);
        CallKey key = newCall();
        var threads = java.util.concurrent.Executors.newFixedThreadPool(10);
        try {
            var receptions =
                    threads.invokeAll(java.util.Collections.<java.util.concurrent.Callable<CallReceipt>>nCopies(
                            50, () -> receive(key, CALLER)));
            int first = 0;
            for (var reception : receptions) {
                first += reception.get().first() ? 1 : 0;
                assertThat(reception.get().offer().agent().login()).isEqualTo(onDuty());
            }
            assertThat(first).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(ledgerOf(key, onDuty())).containsExactly(Kind.OFFERED);
    }

    /** Leaves out troubles without a unit: other tests leave engagements with contacts that never existed. */
    private List<Trouble> told() {
        return troubles.openOf(department.id(), 100_000).stream()
                .filter(trouble -> trouble.unitId().equals(department.id()))
                .toList();
    }
}

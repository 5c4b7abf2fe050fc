package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody removes the process of a call. Nobody stays busy with it, and no caller is forgotten. */
class OrphanedCallTest extends CallScenario {

    /** The ways in which an instance can be removed within the engine. */
    enum Way {
        PLAINLY((test, id) -> test.runtime.deleteProcessInstance(id, "Cockpit")),
        WITHOUT_A_REASON((test, id) -> test.runtime.deleteProcessInstance(id, null)),
        SKIPPING_LISTENERS((test, id) -> test.runtime.deleteProcessInstance(id, "test", true, true, true, true)),
        SEVERAL_AT_ONCE((test, id) -> test.runtime.deleteProcessInstances(List.of(id), "test", true, true)),
        IF_THERE((test, id) -> test.runtime.deleteProcessInstanceIfExists(id, "test", true, true, true, false)),
        BY_MODIFICATION((test, id) -> test.runtime
                .createProcessInstanceModification(id)
                .cancelAllForActivity(test.tasks
                        .createTaskQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getTaskDefinitionKey())
                .execute(true, true)),
        IN_A_BATCH((test, id) -> {
            var batch = test.runtime.deleteProcessInstancesAsync(List.of(id), null, "test", true);
            test.management
                    .createJobQuery()
                    .jobDefinitionId(batch.getSeedJobDefinitionId())
                    .list()
                    .forEach(job -> test.management.executeJob(job.getId()));
            test.management
                    .createJobQuery()
                    .jobDefinitionId(batch.getBatchJobDefinitionId())
                    .list()
                    .forEach(job -> test.management.executeJob(job.getId()));
            test.management.deleteBatch(batch.getId(), true);
        });

        interface Removal {
            void remove(OrphanedCallTest test, String instanceId);
        }

        private final Removal removal;

        Way(Removal removal) {
            this.removal = removal;
        }
    }

    @Autowired
    Troubles troubles;

    @Autowired
    MendingSweep sweep;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @EnumSource
    void theRungAgentIsFreeAgainAndTheManagerHasTheCaller(Way way) {
        CallKey key = ringsFrom(CALLER);
        assertThat(isFree(onDuty())).isFalse();

        way.removal.remove(this, instance(key).getId());

        assertThat(isFree(onDuty())).isTrue();
        assertThat(ledgerOf(key, onDuty())).containsExactly(Kind.OFFERED, Kind.FINISHED);
        assertThat(call(key).state()).isEqualTo(CallState.UNASSIGNED);
        assertThat(call(key).ringing().agent()).isNull();
        assertThat(told(key)).containsExactly(TroubleKind.REMOVED);

        sweep.look();

        Task assign = taskAt(key, CallHandling.Task.ASSIGN_CALL);
        assertThat(isOpenFor(assign, department.manager())).isTrue();
        assertThat(call(key).guided()).isTrue();
        complete(assign, "decision", "agent", "assignedAgent", onDuty());
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER).getAssignee()).isEqualTo(onDuty());
    }

    @ParameterizedTest
    @EnumSource
    void callThatWasAnsweredIsClosedAndSaysSo(Way way) {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.ANSWERED);
        assertThat(taskAt(key, CallHandling.Task.ASK_CALLER)).isNotNull();

        way.removal.remove(this, instance(key).getId());
        sweep.look();

        assertThat(isFree(onDuty())).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.ABANDONED);
        assertThat(call(key).caller().phone()).isEqualTo(CALLER_E164);
        assertThat(told(key)).containsExactly(TroubleKind.REMOVED);
        assertThat(instance(key)).isNull();
        assertThat(report(key, CallEvent.HUNG_UP).accepted()).isTrue();
        assertThat(report(key, CallEvent.NO_ANSWER).accepted()).isFalse();
    }

    @Test
    void deploymentThatIsTakenAwayWithItsInstancesLeavesTheCallToTheVersionBefore() {
        BrokenModels models = new BrokenModels(engine);
        models.deploy(CallHandling.PROCESS, "name=\"接听来电\"", "name=\"接电话\"");
        CallKey key = ringsFrom(CALLER);
        assertThat(taskAt(key, CallHandling.Task.PICK_UP_CALL).getName()).isEqualTo("接电话");
        models.putRight();
        assertThat(instance(key)).isNull();
        assertThat(isFree(onDuty())).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.UNASSIGNED);
        sweep.look();
        assertThat(taskAt(key, CallHandling.Task.ASSIGN_CALL)).isNotNull();
    }

    @Test
    void aSecondRemovalIsTakenAsIntended() {
        CallKey key = ringsFrom(CALLER);
        remove(key);
        sweep.look();
        remove(key);
        sweep.look();
        assertThat(call(key).state()).isEqualTo(CallState.ABANDONED);
        assertThat(instance(key)).isNull();
    }

    @Test
    void callerWhoHangsUpAfterTheRemovalIsCalledBack() {
        CallKey key = ringsFrom(CALLER);
        remove(key);
        assertThat(report(key, CallEvent.HUNG_UP).accepted()).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.MISSED);
        sweep.look();
        assertThat(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL).getAssignee())
                .isEqualTo(onDuty());
    }

    @Test
    void callerWhomSomebodyPicksUpAfterTheRemovalIsTheirs() {
        CallKey key = ringsFrom(CALLER);
        remove(key);
        String extension = extensionOf(onDuty());
        assertThat(desk.event(key, CallEvent.ANSWERED, extension, null).accepted())
                .isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.ANSWERED);
        sweep.look();
        assertThat(taskAt(key, CallHandling.Task.REGISTER_CALL).getAssignee()).isEqualTo(onDuty());
        register(key, "何先生", CALLER);
        assertThat(call(key).state()).isEqualTo(CallState.REGISTERED);
        assertThat(isFree(onDuty())).isTrue();
    }

    @Test
    void callBackThatIsTakenAwayMakesRoomForTheNextAttempt() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.HUNG_UP);
        assertThat(taskAt(key, CallHandling.Task.RETURN_MISSED_CALL)).isNotNull();
        remove(key);
        assertThat(told(key)).containsExactly(TroubleKind.REMOVED);

        CallKey again = ringsFrom(CALLER);
        report(again, CallEvent.HUNG_UP);
        assertThat(taskAt(again, CallHandling.Task.RETURN_MISSED_CALL)).isNotNull();
    }

    @Test
    void removalOfWhatTheRegisterDoesNotKnowIsNotRefused() {
        CallKey key = ringsFrom(CALLER);
        db.sql("delete from call_register where call_id = ?")
                .param(key.callId())
                .update();
        remove(key);
        assertThat(instance(key)).isNull();
        assertThat(isFree(onDuty())).isTrue();
    }

    @Test
    void normalEndTellsNobodyAndFreesAsEver() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.ANSWERED);
        askAboutLeasing(key, "no", null);
        register(key, "何先生", CALLER);
        assertThat(instance(key)).isNull();
        assertThat(call(key).state()).isEqualTo(CallState.REGISTERED);
        assertThat(call(key).guided()).isTrue();
        assertThat(told(key)).isEmpty();
    }

    @Test
    void removalThatIsRolledBackChangesNothing() {
        CallKey key = ringsFrom(CALLER);
        transaction.executeWithoutResult(status -> {
            remove(key);
            status.setRollbackOnly();
        });
        assertThat(call(key).state()).isEqualTo(CallState.RINGING);
        assertThat(isFree(onDuty())).isFalse();
        assertThat(told(key)).isEmpty();
    }

    @Test
    void rowsThatAreDeletedByHandAreFoundByTheSweep() {
        CallKey ringing = ringsFrom(CALLER);
        deleteByHand(ringing);
        sweep.look();
        assertThat(isFree(onDuty())).isTrue();
        assertThat(call(ringing).state()).isEqualTo(CallState.UNASSIGNED);
        assertThat(told(ringing)).containsExactly(TroubleKind.REMOVED);
        assertThat(taskAt(ringing, CallHandling.Task.ASSIGN_CALL)).isNotNull();
    }

    @Test
    void eventsOfACallWhoseRowsWereDeletedByHandAreAnswered() {
        Map<CallEvent, CallState> states = Map.of(
                CallEvent.ANSWERED, CallState.ANSWERED,
                CallEvent.NO_ANSWER, CallState.RINGING,
                CallEvent.HUNG_UP, CallState.MISSED);
        states.forEach((event, state) -> {
            CallKey key = ringsFrom(CALLER);
            deleteByHand(key);
            assertThat(report(key, event).accepted()).as("%s", event).isTrue();
            assertThat(call(key).state()).isEqualTo(state);
            assertThat(told(key)).containsExactly(TroubleKind.NOT_GUIDED);
            report(key, CallEvent.HUNG_UP);
        });
    }

    @Test
    void engagementWithNothingBehindItIsGivenBack() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.ANSWERED);
        deleteByHand(key);
        db.sql("delete from call_register where call_id = ?")
                .param(key.callId())
                .update();
        assertThat(isFree(onDuty())).isFalse();
        sweep.look();
        assertThat(isFree(onDuty())).isTrue();
        assertThat(ledgerOf(key, onDuty())).endsWith(Kind.FINISHED);
        assertThat(told(key)).containsExactly(TroubleKind.ENGAGED);
    }

    @Test
    void sweepLeavesAloneWhatRuns() {
        CallKey ringing = ringsFrom(CALLER);
        CallKey answered = ringsFrom("13800000002");
        report(answered, CallEvent.ANSWERED);
        CallKey suspended = ringsFrom("13800000003");
        runtime.suspendProcessInstanceById(instance(suspended).getId());
        sweep.look();
        assertThat(Stream.of(ringing, answered, suspended).map(key -> call(key).state()))
                .containsExactly(CallState.RINGING, CallState.ANSWERED, CallState.RINGING);
        assertThat(Stream.of(ringing, answered, suspended).flatMap(key -> told(key).stream()))
                .isEmpty();
    }

    @Test
    void suspendedCallRefusesEventsUntilItGoesOn() {
        CallKey key = ringsFrom(CALLER);
        String id = instance(key).getId();
        runtime.suspendProcessInstanceById(id);
        for (CallEvent event : CallEvent.values()) {
            assertThatThrownBy(() -> desk.event(key, event, null, "event " + event))
                    .isInstanceOfSatisfying(
                            ModelFailedException.class,
                            e -> assertThat(e.isSuspended()).isTrue());
        }
        assertThat(call(key).state()).isEqualTo(CallState.RINGING);
        assertThat(told(key)).containsExactly(TroubleKind.SUSPENDED);
        runtime.activateProcessInstanceById(id);
        // A refused event has no effect, and is accepted when it is sent again.
        assertThat(desk.event(key, CallEvent.HUNG_UP, null, "event HUNG_UP").accepted())
                .isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    void hangUpThatMeetsTheRemovalEndsInOneOfTheTwo() throws Exception {
        for (int i = 0; i < 5; i++) {
            CallKey key = ringsFrom(CALLER);
            Consumer<Runnable> swallowing = work -> {
                try {
                    work.run();
                } catch (org.camunda.bpm.engine.OptimisticLockingException tooLate) {
                    // One of the two gives way.
                }
            };
            String id = instance(key).getId();
            Thread removal = new Thread(() -> swallowing.accept(
                    () -> runtime.deleteProcessInstanceIfExists(id, "test", true, true, true, false)));
            Thread hangUp = new Thread(() -> swallowing.accept(() -> report(key, CallEvent.HUNG_UP)));
            removal.start();
            hangUp.start();
            removal.join();
            hangUp.join();
            report(key, CallEvent.HUNG_UP);
            assertThat(call(key).state()).isEqualTo(CallState.MISSED);
            assertThat(isFree(onDuty())).isTrue();
        }
    }

    private void remove(CallKey key) {
        runtime.deleteProcessInstance(instance(key).getId(), "test");
    }

    private void deleteByHand(CallKey key) {
        BrokenModels.deleteRows(db, instance(key).getId());
    }

    private List<TroubleKind> told(CallKey key) {
        return troubles.openOf(department.id(), 100_000).stream()
                .filter(trouble -> key.toString().equals(trouble.entry()))
                .map(Trouble::kind)
                .toList();
    }

    private boolean isFree(String login) {
        return rota.today(department.id()).queues().get(Queue.CALL).order().stream()
                .filter(seat -> seat.agent().login().equals(login))
                .allMatch(DutyBoard.Seat::free);
    }

    private String extensionOf(String login) {
        return rota.today(department.id()).queues().get(Queue.CALL).order().stream()
                .filter(seat -> seat.agent().login().equals(login))
                .map(seat -> seat.agent().extension())
                .findFirst()
                .orElseThrow();
    }
}

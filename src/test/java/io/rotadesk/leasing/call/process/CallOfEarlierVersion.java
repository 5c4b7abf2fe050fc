package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.LandedModels;
import io.rotadesk.engine.LandedVersion;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.staff.duty.Presence;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The application is upgraded while a call is under way: the call goes on with the model that it began with. */
abstract class CallOfEarlierVersion extends CallScenario {

    private static final String PROCESS = "call-handling";

    @Autowired
    Presence presence;

    private final LandedVersion version;
    private LandedModels models;

    CallOfEarlierVersion(LandedVersion version) {
        this.version = version;
    }

    @BeforeEach
    void earlierModel() {
        models = new LandedModels(engine, version);
        models.putInForce(PROCESS);
    }

    @AfterEach
    void putRight() {
        models.putRight();
    }

    @Test
    void aRingingCallIsPickedUpAndRegistered() {
        CallKey key = ringsFrom(CALLER);
        upgrade(key);

        report(key, CallEvent.ANSWERED);
        askAboutLeasing(key, "no", null);
        register(key, "何先生", CALLER);

        assertThat(ended(key, "EndEvent_CallRegistered")).isTrue();
        assertThat(call(key).state()).isEqualTo(CallState.REGISTERED);
    }

    @Test
    void anUnansweredRingMovesOnToTheNextAgent() {
        CallKey key = ringsFrom(CALLER);
        upgrade(key);

        report(key, CallEvent.NO_ANSWER);
        timerFires(key, "Event_RingTimeout", Duration.ofSeconds(15));

        assertThat(taskAt(key, "Task_PickUpCall").getAssignee())
                .isEqualTo(department.callTeam().get(2));
    }

    @Test
    void aCallerWhoHungUpIsCalledBackAndTheManagerIsToldWhenItIsLate() {
        CallKey key = ringsFrom(CALLER);
        report(key, CallEvent.HUNG_UP);
        upgrade(key);

        timerFires(key, version.timer("Event_ReturnOverdue"), Duration.ofMinutes(15));
        assertThat(isOpenFor(taskAt(key, "Task_ReturnMissedCall"), department.manager()))
                .isTrue();
        complete(taskAt(key, "Task_ReturnMissedCall"), "outcome", "notReached");
        complete(taskAt(key, "Task_ReturnMissedCall"), "outcome", "reached");
        register(key, "何先生", CALLER);

        assertThat(ended(key, "EndEvent_CallRegistered")).isTrue();
    }

    @Test
    void aCallThatNobodyCouldTakeGoesToTheAgentWhomTheManagerNames() {
        department.callTeam().forEach(agent -> presence.away(agent, "午餐"));
        CallKey key = ringsFrom(CALLER);
        upgrade(key);

        desk.event(key, CallEvent.ANSWERED, founder.extensionOf(department.manager()), null);

        assertThat(taskAt(key, "Task_AskCaller").getAssignee()).isEqualTo(department.manager());
    }

    @Test
    void aCallerWhoHangsUpWhileTheManagerDecidesIsCalledBack() {
        department.callTeam().forEach(agent -> presence.away(agent, "午餐"));
        CallKey key = ringsFrom(CALLER);
        upgrade(key);

        report(key, CallEvent.HUNG_UP);

        taskAt(key, "Task_ReturnMissedCall");
    }

    @Test
    void aCoveredCallIsCalledBackAndTheEarlierAgentIsReminded() {
        customerOf(colleague(), CALLER_E164, Duration.ofDays(3));
        CallKey key = ringsFrom(CALLER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        upgrade(key);

        timerFires(key, "Event_TakeOverTimeout", Duration.ofSeconds(30));
        complete(taskAt(key, "Task_CoverCall"), "answer", "问折扣", "sensitive", "yes", "callBackNumber", CALLER);
        timerFires(key, version.timer("Event_CallBackDue"), Duration.ofMinutes(30));
        assertThat(taskAt(key, "Task_CallBack").getPriority()).isGreaterThan(50);
        complete(taskAt(key, "Task_CallBack"), "outcome", "reached");

        assertThat(ended(key, "EndEvent_CustomerCalledBack")).isTrue();
    }

    /** Today's model comes into force, and is not the one that the call goes on with. */
    private void upgrade(CallKey key) {
        models.upgrade(PROCESS);

        assertThat(instance(key).getProcessDefinitionId())
                .isNotEqualTo(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .latestVersion()
                        .singleResult()
                        .getId());
    }
}

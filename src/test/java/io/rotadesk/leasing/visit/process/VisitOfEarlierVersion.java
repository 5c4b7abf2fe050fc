package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.LandedModels;
import io.rotadesk.engine.LandedVersion;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application is upgraded while a visit is under way: the visit goes on with the model that it began with. */
abstract class VisitOfEarlierVersion extends VisitScenario {

    private static final String PROCESS = "visit-reception";

    private final LandedVersion version;
    private LandedModels models;

    VisitOfEarlierVersion(LandedVersion version) {
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
    void aFirstVisitIsReceivedAndRegisteredAndTheManagerIsToldWhenItIsLate() {
        VisitKey key = comes(VISITOR);
        upgrade(key);

        receivesNew(key, first());
        Task register = taskAt(key, "Task_RegisterVisit", first());
        timerFires(key, version.timer("Event_RegisterReminder"), Duration.ofMinutes(30));
        timerFires(key, version.timer("Event_RegisterOverdue"), Duration.ofMinutes(30));
        assertThat(isOpenFor(register, department.manager())).isTrue();
        registers(key, "李先生", VISITOR);

        assertThat(ended(key, "EndEvent_VisitRegistered")).isTrue();
    }

    @Test
    void aVisitorWhoLeavesEarlyIsRegistered() {
        VisitKey key = comes(VISITOR);
        greetsNew(key, first());
        upgrade(key);

        complete(taskAt(key, "Task_ConfirmIntent"), "stillHere", "no", "leftReason", "临时有事");

        taskAt(key, "Task_RegisterVisit", first());
        assertThat(rota.isFree(first())).isTrue();
    }

    @Test
    void anAppointmentIsMovedAndCancelled() {
        VisitKey key = hasAppointment(VISITOR, Duration.ofHours(2), null);
        upgrade(key);

        assertThat(desk.move(key, in(Duration.ofHours(5)), null)).isTrue();
        timerFires(key, "Event_MeetingNear", Duration.ofMinutes(270));
        taskAt(key, "Task_MeetVisitor", first());
        assertThat(desk.cancel(key)).isTrue();

        assertThat(ended(key, "EndEvent_AppointmentCancelled")).isTrue();
    }

    @Test
    void aVisitorInLineIsOfferedWhoeverIsFreeFirst() {
        everybodyIsBusy();
        VisitKey key = comes(VISITOR);
        timerFires(key, "Event_WaitedTooLong", Duration.ofMinutes(10));
        upgrade(key);

        isFreeAgain(second());

        soon(key, VisitState.OFFERED);
        taskAt(key, "Task_GreetVisitor", second());
    }

    @Test
    void aHelperHandsBack() {
        String owner = department.callTeam().get(0);
        presence.away(owner, "外出");
        customerOf(owner, ContactKind.VISIT, Duration.ofDays(2));
        VisitKey key = comes(VISITOR);
        greetsKnown(key, first(), owner);
        upgrade(key);

        complete(taskAt(key, "Task_ReceiveVisitor"), "taking", "yes");
        seesOff(key);
        registers(key, "李先生", VISITOR);
        timerFires(key, version.timer("Event_HandBackReminder"), Duration.ofMinutes(30));
        complete(taskAt(key, "Task_HandBack"), "course", "看了铺位", "result", "周五再来");
        complete(taskAt(key, "Task_AcknowledgeHandBack", owner));

        assertThat(ended(key, "EndEvent_HandedBack")).isTrue();
    }

    /** Today's model comes into force, and is not the one that the visit goes on with. */
    private void upgrade(VisitKey key) {
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

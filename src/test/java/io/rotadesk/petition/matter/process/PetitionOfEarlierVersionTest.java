package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.LandedModels;
import io.rotadesk.engine.LandedVersion;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.OpenMatterException;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.reception.TicketState;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Receptions that were begun when one model still handled the matter as well go on with it after an upgrade. */
class PetitionOfEarlierVersionTest extends HandlingScenario {

    @Autowired
    MendingSweep sweep;

    private LandedModels models;

    @BeforeEach
    void theEarlierModelIsInForce() {
        models = new LandedModels(engine, LandedVersion.ONE_PLANE);
        models.putInForce(PROCESS);
    }

    @AfterEach
    void putRight() {
        models.putRight();
    }

    private void upgrade() {
        models.upgrade(PROCESS);
    }

    @Test
    void appointmentThatIsMovedAndThenComes() {
        TicketId ticket = comes(centre, appointment("赵大妈", in(Duration.ofHours(2))));
        TicketId other = comes(centre, appointment("钱大爷", in(Duration.ofHours(4))));
        upgrade();
        assertThat(desk.move(ticket, in(Duration.ofHours(3)))).isTrue();
        assertThat(desk.cancel(other)).isTrue();
        assertThat(ended(other, "EndEvent_AppointmentCancelled")).isTrue();
        timerFires(ticket, "Event_AppointmentTime", Duration.ofHours(3));
        taskAt(ticket, "Task_CallPetitioner");
    }

    @Test
    void aWaitingPetitionerIsCalledAgainAndReceived() {
        everybodyIsBusy();
        TicketId ticket = comes();
        TicketId other = comes();
        upgrade();
        timerFires(ticket, "Event_WaitedTooLong", Duration.ofHours(1));
        assertThat(desk.left(other)).isTrue();
        isFreeAgain(first());
        soon(ticket, TicketState.CALLED);
        isCalledAndDoesNotCome(ticket);
        timerFires(ticket, "Event_RecallTime", Duration.ofHours(1));
        isReceived(ticket);
        taskAt(ticket, "Task_SetHandlingPlan", first());
    }

    /** That version waits for the time of the next call and hears of nothing else. */
    @Test
    void somebodyWhoMissedTheirNumberIsBackOrGoes() {
        TicketId back = comes();
        TicketId gone = comes();
        isCalledAndDoesNotCome(back);
        isCalledAndDoesNotCome(gone);
        upgrade();
        clock.forward(Duration.ofMinutes(1));
        assertThat(desk.back(back)).isTrue();
        timerFires(back, "Event_RecallTime");
        isCalled(back);
        assertThat(desk.left(gone)).isTrue();
        assertThat(ticket(gone).state()).isEqualTo(TicketState.LEFT);
        assertThat(instance(gone)).isNull();
    }

    @Test
    void aPetitionerIsSettledOnTheSpot() {
        TicketId ticket = comes(village, petitioner("孙大爷"));
        upgrade();
        isReceived(ticket, "settleNow", "yes");
        complete(taskAt(ticket, "Task_SettleOnTheSpot"), "explanation", "当面讲清了", "satisfied", "yes");
        assertThat(ended(ticket, "EndEvent_SettledOnTheSpot")).isTrue();
    }

    @Test
    void reportThatIsInstructedLate() {
        TicketId ticket = receivedInTheVillage("grade", "major", "settleNow", null);
        upgrade();
        complete(taskAt(ticket, "Task_ReportToSuperior"), "report", "涉及三个村");
        timerFiresAt(ticket, "Event_InstructionDue", endOf("2026-03-05"));
        timerFiresAt(ticket, "Event_InstructionOverdue", endOf("2026-03-10"));
        completeAs(centre.deputy(), taskAt(ticket, "Task_GiveInstruction"), "instruction", "由镇里牵头");
        complete(taskAt(ticket, "Task_ReadInstruction", responsible(ticket)));
        taskAt(ticket, "Task_SetHandlingPlan");
    }

    @Test
    void transferThatIsRefusedTwiceAndDecided() {
        TicketId ticket = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        upgrade();
        for (int i = 0; i < 2; i++) {
            complete(
                    taskAt(ticket, "Task_ProposeTransfer"),
                    "decision",
                    "transfer",
                    "targetUnit",
                    otherVillage.id(),
                    "transferReason",
                    "地在他们村");
            completeAs(
                    otherVillage.staff().get(0),
                    taskAt(ticket, "Task_AcceptTransfer"),
                    "decision",
                    "refuse",
                    "refusalReason",
                    "路归贵村养护");
        }
        completeAs(
                centre.leader(),
                taskAt(ticket, "Task_DecideTransfer"),
                "responsibleUnit",
                otherVillage.id(),
                "decisionReason",
                "以地界为准");
        completeAs(
                otherVillage.leader(),
                taskAt(ticket, "Task_NameResponsible"),
                "responsible",
                otherVillage.staff().get(1));
        taskAt(ticket, "Task_SetHandlingPlan", otherVillage.staff().get(1));
        assertThat(matter(ticket).unitId()).isEqualTo(otherVillage.id());
    }

    @Test
    void largeScaleEventThatTheLevelAboveTakesOver() {
        TicketId ticket = comes(village, group(60, "county"));
        upgrade();
        timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        completeAs(
                centre.leader(),
                taskAt(ticket, "Task_AcknowledgeEscalatedAlert"),
                "takeOver",
                "yes",
                "remarks",
                "我在附近");
        assertThat(tasksOf(ticket)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_AttendScene");
        completeAs(centre.leader(), taskAt(ticket, "Task_AttendScene"), "arrivedAt", now(), "reply", "补偿款本月到位");
        completeAs(centre.leader(), taskAt(ticket, "Task_ReviewEvent"), "review", "没有响应", "followUp", "no");
        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
        assertThat(ended(ticket, "EndEvent_EventSettled")).isTrue();
    }

    @Test
    void largeScaleEventThatTheUnitAcknowledgesAndThatIsHandledOn() {
        TicketId ticket = comes(village, group(60, "county"));
        upgrade();
        completeAs(village.leader(), taskAt(ticket, "Task_AcknowledgeAlert"), "expectedAt", now());
        completeAs(village.leader(), taskAt(ticket, "Task_AttendScene"), "arrivedAt", now(), "reply", "补偿款本月到位");
        complete(taskAt(ticket, "Task_ReviewEvent"), "review", "公示不及时", "followUp", "yes");
        taskAt(ticket, "Task_SetHandlingPlan", village.leader());
    }

    @Test
    void matterIsPlannedExtendedCoordinatedRepliedAndClosed() {
        TicketId ticket = receivedInTheVillage();
        upgrade();
        setsPlan(ticket, "2026-04-10");
        asksForTime(ticket, "2026-04-24");
        timerFiresAt(ticket, "Event_ExtensionDue", endOf("2026-03-05"));
        completeAs(
                village.leader(),
                taskAt(ticket, "Task_DecideExtension"),
                "decision",
                "approve",
                "extensionUntil",
                "2026-04-24");
        complete(taskAt(ticket, "Task_TellExtension"), "toldHow", "phone", "toldAt", now());
        handles(
                ticket,
                "progress",
                "coordinate",
                "coordinationUnits",
                List.of(centre.id(), otherVillage.id()),
                "coordinationQuestion",
                "请协助");
        completeAs(
                centre.staff().get(0),
                tasksOf(ticket).stream()
                        .filter(task -> centre.id().equals(task.getTenantId()))
                        .findFirst()
                        .orElseThrow(),
                "nothingToDo",
                true);
        coordination.end(matter(ticket).id(), responsible(ticket));
        assertThat(passed(ticket, "Event_CoordinationEnded")).isTrue();
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-22T08:00"));
        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-04-24"));
        assertThat(steps(ticket)).contains(TimelineKind.REMINDED, TimelineKind.OVERDUE);
        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
        assertThat(ended(ticket, "EndEvent_MatterClosed")).isTrue();
    }

    /** The watch over the deadline was begun before the upgrade. */
    @Test
    void responsibilityGoesOverAndThePetitionerStaysWhileTheMatterIsOpen() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        upgrade();
        responsibles.name(matter(ticket).id(), village.staff().get(1), "休假", village.leader());
        Task handle = taskAt(ticket, "Task_HandleMatter", village.staff().get(1));
        assertThatThrownBy(() -> matters.erasePetitioner(matter(ticket).id(), village.leader()))
                .isInstanceOf(OpenMatterException.class);
        assertThat(tasks.getVariable(handle.getId(), "matterLine").toString()).contains("孙大爷");
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-08T08:00"));
        assertThat(steps(ticket)).contains(TimelineKind.REMINDED);
    }

    /** The matter begins again with the model of today, at the matter's step. */
    @Test
    void takenAwayTheMatterGoesOnWithTheModelOfToday() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        upgrade();
        runtime.deleteProcessInstance(instance(ticket).getId(), "test", true, true, true);
        sweep.look();
        taskAt(ticket, "Task_HandleMatter", responsible(ticket));
        assertThat(instances(ticket)).hasSize(2);
    }
}

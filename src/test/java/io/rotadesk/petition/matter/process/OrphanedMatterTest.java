package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody takes away what the reception of a ticket has called: the matter is with somebody again, and nothing is left over. */
class OrphanedMatterTest extends HandlingScenario {

    @Autowired
    Troubles troubles;

    @Autowired
    MendingSweep sweep;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handlingThatIsTakenAwayBeginsAgainWhereTheMatterIs(boolean skipping) {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        takesAway(ticket, "matter-handling", skipping);
        assertThat(tasksOf(ticket)).isEmpty();
        sweep.look();
        taskAt(ticket, "Task_HandleMatter", responsible(ticket));
        assertThat(timers(ticket, "Event_DeadlineNear"))
                .as("the deadline is watched")
                .hasSize(1);
        onlyOnce(ticket, "petition-reception", "matter-handling");
        assertThat(told(village.id(), ticket)).containsExactly(TroubleKind.REMOVED);
    }

    @Test
    void transferThatIsTakenAwayLeavesTheMatterWithItsUnit() {
        TicketId ticket = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        taskAt(ticket, "Task_ProposeTransfer");
        takesAway(ticket, "matter-transfer", true);
        sweep.look();
        taskAt(ticket, "Task_SetHandlingPlan", responsible(ticket));
        onlyOnce(ticket, "petition-reception", "matter-handling");
    }

    @Test
    void receptionThatIsTakenAwayTakesWhatItCalledAlong() {
        TicketId ticket = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        takesAway(ticket, "petition-reception", false);
        assertThat(instances(ticket)).isEmpty();
        assertThat(tasksOf(ticket)).isEmpty();
        sweep.look();
        taskAt(ticket, "Task_SetHandlingPlan", responsible(ticket));
        assertThat(told(village.id(), ticket)).containsExactly(TroubleKind.REMOVED);
    }

    /** Then the reception goes on for the sake of the level above alone. */
    @Test
    void sceneThatIsTakenAwayWhileTheLevelAboveIsToldIsRespondedToAgain() {
        TicketId ticket = comes(village, group(60, "county"));
        timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        takesAway(ticket, "scene-response", true);
        assertThat(tasksOf(ticket))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Task_AcknowledgeEscalatedAlert");
        sweep.look();
        taskAt(ticket, "Task_AcknowledgeAlert");
        onlyOnce(ticket, "matter-handling", "scene-response");

        completeAs(
                centre.leader(),
                taskAt(ticket, "Task_AcknowledgeEscalatedAlert"),
                "remarks",
                "我去现场",
                "takeOver",
                "yes");
        assertThat(tasksOf(ticket)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_AttendScene");
    }

    @Test
    void sceneThatWasAttendedIsOnlyReviewed() {
        TicketId ticket = comes(village, group(60, "county"));
        completeAs(village.leader(), taskAt(ticket, "Task_AcknowledgeAlert"), "expectedAt", now());
        completeAs(village.leader(), taskAt(ticket, "Task_AttendScene"), "arrivedAt", now(), "reply", "本月到位");
        assertThat(matter(ticket).state()).isEqualTo(MatterState.ON_SCENE);
        takesAway(ticket, "scene-response", true);
        sweep.look();
        complete(
                taskAt(ticket, "Task_ReviewEvent", village.leader()),
                "review",
                "公示不及时",
                "followUp",
                "no",
                "category",
                "land");
        assertThat(instances(ticket)).isEmpty();
        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"matter-handling", "matter-transfer"})
    void rowsOfWhatWasCalledThatAreDeletedByHandAreMissedByTheSweep(String process) {
        TicketId ticket = process.equals("matter-transfer")
                ? receivedInTheVillage("ownUnit", "no", "settleNow", null)
                : receivedInTheVillage();
        BrokenModels.deleteRows(db, instanceOf(ticket, process).getId());
        sweep.look();
        taskAt(ticket, "Task_SetHandlingPlan", responsible(ticket));
        onlyOnce(ticket, "petition-reception", "matter-handling");
        assertThat(told(village.id(), ticket)).containsExactly(TroubleKind.REMOVED);
    }

    @Test
    void aMatterThatRunsAsItShouldIsLeftAlone() {
        TicketId ticket = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        sweep.look();
        taskAt(ticket, "Task_ProposeTransfer");
        assertThat(told(village.id(), ticket)).isEmpty();
    }

    private void takesAway(TicketId ticket, String process, boolean skipping) {
        runtime.deleteProcessInstance(instanceOf(ticket, process).getId(), "test", skipping, true, skipping);
    }

    private ProcessInstance instanceOf(TicketId ticket, String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(ticket.value())
                .singleResult();
    }

    private void onlyOnce(TicketId ticket, String... processes) {
        for (String process : processes) {
            assertThat(instanceOf(ticket, process)).as(process).isNotNull();
        }
    }

    private List<TroubleKind> told(String unitId, TicketId ticketId) {
        return troubles.openOf(unitId, 100_000).stream()
                .filter(trouble -> ticketId.value().equals(trouble.entry()))
                .map(Trouble::kind)
                .toList();
    }
}

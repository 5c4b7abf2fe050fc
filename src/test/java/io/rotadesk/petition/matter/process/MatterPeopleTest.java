package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.OpenMatterException;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.staff.handover.Handovers;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No matter is stuck with an absent person, and an erased petitioner leaves no trace (P6). */
class MatterPeopleTest extends HandlingScenario {

    @Autowired
    Handovers handovers;

    @Autowired
    Notices notices;

    @Test
    @Tag("P6")
    void leaderNamesAColleagueForSomebodyOnLeaveAndTheTasksGoAlong() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        String colleague = village.staff().get(1);
        Matter matter = matter(ticket);
        responsibles.name(matter.id(), colleague, "何文休假", village.leader());
        assertThat(responsible(ticket)).isEqualTo(colleague);
        taskAt(ticket, "Task_HandleMatter", colleague);
        assertThat(timeline.of(matter.id())).last().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(TimelineKind.RESPONSIBLE_NAMED);
            assertThat(entry.who()).isEqualTo(village.leader());
        });
        assertThat(timeline.of(matter.id()))
                .last()
                .satisfies(entry -> assertThat(entry.text()).endsWith("：何文休假"));
        assertThatThrownBy(() -> responsibles.name(matter.id(), otherVillage.leader(), "休假", village.leader()))
                .isInstanceOf(MatterRefusal.class);
        assertThatThrownBy(() -> responsibles.name(matter.id(), village.staff().get(0), " ", village.leader()))
                .as("without a reason")
                .isInstanceOf(MatterRefusal.class);
        assertThat(told(colleague)).containsExactly(NoticeKind.MATTER_GIVEN);
        assertThat(told(matter.responsible())).containsExactly(NoticeKind.MATTER_TAKEN);
        handles(ticket, "progress", "done", "result", "修好了");
        taskAt(ticket, "Task_ReplyToPetitioner", colleague);
    }

    @Test
    @Tag("P6")
    void aLeaversMattersGoToAColleagueAlsoInAUnitThatGotThemByTransfer() {
        TicketId own = receivedInTheVillage();
        String leaver = responsible(own);
        TicketId transferred = comes();
        isReceived(transferred, "ownUnit", "no", "settleNow", null);
        complete(
                taskAt(transferred, "Task_ProposeTransfer"),
                "decision",
                "transfer",
                "targetUnit",
                village.id(),
                "transferReason",
                "归村里管");
        completeAs(leaver, taskAt(transferred, "Task_AcceptTransfer"), "decision", "accept");
        String colleague = village.staff().get(1);
        assertThat(handovers.of(village.id(), leaver))
                .containsEntry("matters", 2)
                .containsOnlyKeys("matters", "reviews", "tickets", "tasks");

        assertThat(handovers.handOver(village.id(), leaver, List.of(), colleague))
                .isEqualTo(Handovers.Result.DONE);
        for (TicketId ticket : List.of(own, transferred)) {
            assertThat(responsible(ticket)).isEqualTo(colleague);
            taskAt(ticket, "Task_SetHandlingPlan", colleague);
            setsPlan(ticket, "2026-04-10");
            taskAt(ticket, "Task_HandleMatter", colleague);
        }
        assertThat(handovers.of(village.id(), leaver)).containsEntry("matters", 0);
    }

    @Test
    @Tag("P6")
    void closedMatterOfSomebodyWhoLeftComesBackToWhoReceivesThePetitionerNow() {
        TicketId first = receivedInTheVillage("settleNow", "yes");
        complete(taskAt(first, "Task_SettleOnTheSpot"), "explanation", "已解释", "satisfied", "yes");
        Matter closed = matter(first);
        String colleague = village.staff().get(1);
        handovers.handOver(village.id(), closed.responsible(), List.of(), colleague);
        TicketId again = comes(village, again(closed));
        isReceived(again, "sameMatter", "yes", "earlierMatter", closed.number());
        assertThat(matters.get(closed.id()).responsible()).isEqualTo(colleague);
        taskAt(again, "Task_SetHandlingPlan", colleague);
    }

    @Test
    void erasedPetitionerLeavesNothingInMattersTicketsTasksAndHistory() {
        TicketId ticket = receivedInTheVillage("petitionerPhone", "13900007003", "materials", "照片：路面塌陷");
        Matter closed = matter(ticket);
        setsPlan(ticket, "2026-04-10");
        handles(
                ticket,
                "progress",
                "coordinate",
                "coordinationUnits",
                List.of(otherVillage.id()),
                "coordinationQuestion",
                "孙大爷家门口");
        TicketId elsewhere = comes(otherVillage, petitioner("孙大爷"));
        isReceived(elsewhere, "petitionerPhone", "13900007003");
        Task open = taskAt(ticket, "Task_Coordinate");
        assertThat(tasks.getVariable(open.getId(), "matterText")).isNotNull();
        assertThatThrownBy(() -> matters.erasePetitioner(closed.id(), centre.leader()))
                .as("somebody still has to answer them")
                .isInstanceOf(OpenMatterException.class)
                // Both are open; the message names one of them.
                .hasMessageMatching("Matter (%s|%s) of this petitioner is not closed"
                        .formatted(closed.number(), matter(elsewhere).number()));
        assertThat(matter(elsewhere).petitionerName()).isEqualTo("孙大爷");

        Map<TicketId, String[]> instances = new HashMap<>();
        for (TicketId theirs : List.of(ticket, elsewhere)) {
            instances.put(
                    theirs,
                    instances(theirs).stream().map(ProcessInstance::getId).toArray(String[]::new));
        }
        completeAs(otherVillage.staff().get(0), open, "nothingToDo", true);
        setsPlan(elsewhere, "2026-04-10");
        for (TicketId theirs : List.of(ticket, elsewhere)) {
            handles(theirs, "progress", "done", "result", "孙大爷家门口修好了");
            replies(theirs);
        }

        assertThat(matters.erasePetitioner(closed.id(), centre.leader())).isEqualTo(2);
        for (TicketId theirs : List.of(ticket, elsewhere)) {
            Matter matter = matter(theirs);
            assertThat(matter.petitionerName()).isNull();
            assertThat(matter.petitionerPhone()).isNull();
            assertThat(matter.account()).isNull();
            assertThat(matter.purpose()).isNull();
            assertThat(matter.erasedAt()).isEqualTo(clock.instant());
            assertThat(matters.materials(matter.id())).isEmpty();
            assertThat(timeline.of(matter.id())).isNotEmpty().allMatch(entry -> entry.text() == null);
            String[] processes = instances.get(theirs);
            assertThat(processes).hasSize(2);
            assertThat(runtime.createVariableInstanceQuery()
                            .processInstanceIdIn(processes)
                            .list())
                    .isEmpty();
            assertThat(history.createHistoricVariableInstanceQuery()
                            .processInstanceIdIn(processes)
                            .list())
                    .as("the engine keeps no values")
                    .isEmpty();
        }
        assertThat(plans.of(closed.id()))
                .hasValueSatisfying(plan -> assertThat(plan.method()).isEqualTo("*"));
    }

    private List<NoticeKind> told(String login) {
        return notices.unread(login).stream().map(Notice::kind).toList();
    }
}

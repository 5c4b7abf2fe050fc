package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A matter that belongs to another unit: accepted there or refused, and nobody pushes it to and fro (P1, P6). */
@Tag("P6")
class TransferTest extends HandlingScenario {

    private TicketId proposedTo(ReceptionPoint target) {
        TicketId ticket = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        proposes(ticket, target);
        return ticket;
    }

    private void proposes(TicketId ticket, ReceptionPoint target) {
        complete(
                taskAt(ticket, "Task_ProposeTransfer", responsible(ticket)),
                "decision",
                "transfer",
                "targetUnit",
                target.id(),
                "transferReason",
                "地在他们村");
    }

    private void refuses(TicketId ticket, ReceptionPoint by) {
        completeAs(
                by.staff().get(0),
                taskAt(ticket, "Task_AcceptTransfer"),
                "decision",
                "refuse",
                "refusalReason",
                "路归贵村养护");
    }

    @Test
    @Tag("P1")
    void otherUnitAcceptsAndOnlyThenTheResponsibilityGoesOver() {
        TicketId ticket = proposedTo(otherVillage);
        Matter before = matter(ticket);
        assertThat(before.responsible()).isEqualTo(village.staff().get(0));
        Task accept = taskAt(ticket, "Task_AcceptTransfer");
        isTheirs(accept, otherVillage);
        assertThat(accept.getDueDate())
                .as("five working days to object")
                .hasTime(endOf("2026-03-09").toEpochMilli());
        assertThat(isCandidate(accept, otherVillage.staff().get(1))).isTrue();
        assertThat(isCandidate(accept, otherVillage.leader())).isTrue();
        assertThat(isCandidate(accept, village.staff().get(0))).isFalse();
        assertThat(tasks.getVariable(accept.getId(), "transferText").toString()).contains("地在他们村");
        completeAs(otherVillage.staff().get(1), accept, "decision", "accept");

        Matter moved = matter(ticket);
        assertThat(moved.unitId()).isEqualTo(otherVillage.id());
        assertThat(moved.responsible()).isEqualTo(otherVillage.staff().get(1));
        assertThat(moved.receivedBy()).isEqualTo(village.id());
        assertThat(moved.dueAt()).isEqualTo(before.dueAt());
        Task plan = taskAt(ticket, "Task_SetHandlingPlan", otherVillage.staff().get(1));
        isTheirs(plan, otherVillage);
        setsPlan(ticket, "2026-04-10");
        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
        assertThat(ended(ticket, "EndEvent_MatterClosed")).isTrue();
        assertThat(matter(ticket).closedBy()).isEqualTo(otherVillage.staff().get(1));
    }

    @Test
    void refusalNeedsAReasonAndTheFirstResponsiblePersonDecidesAgain() {
        TicketId ticket = proposedTo(otherVillage);
        Task accept = taskAt(ticket, "Task_AcceptTransfer");
        assertThatThrownBy(() -> completeAs(otherVillage.staff().get(0), accept, "decision", "refuse"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("退回的理由");
        refuses(ticket, otherVillage);
        Task again = taskAt(ticket, "Task_ProposeTransfer", village.staff().get(0));
        isTheirs(again, village);
        assertThat(tasks.getVariable(again.getId(), "refusalText").toString()).contains("路归贵村养护");
        complete(again, "decision", "keep");
        taskAt(ticket, "Task_SetHandlingPlan", village.staff().get(0));
        assertThat(matter(ticket).unitId()).isEqualTo(village.id());
    }

    @Test
    void theFifthWorkingDayIsTheLastToObject() {
        TicketId inTime = proposedTo(otherVillage);
        TicketId late = proposedTo(otherVillage);
        clock.set(endOf("2026-03-09"));
        refuses(inTime, otherVillage);
        taskAt(inTime, "Task_ProposeTransfer");

        clock.set(at("2026-03-10T00:00"));
        assertThatThrownBy(() -> refuses(late, otherVillage))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("退回的理由", "2026-03-09", "请接收");
        assertThat(steps(late)).doesNotContain(TimelineKind.TRANSFER_REFUSED);
        completeAs(otherVillage.staff().get(0), taskAt(late, "Task_AcceptTransfer"), "decision", "accept");
        assertThat(matter(late).unitId()).isEqualTo(otherVillage.id());
    }

    @Test
    void afterASecondRefusalTheLeaderAboveBothDecidesAndTheChosenUnitsLeaderNamesWho() {
        TicketId ticket = proposedTo(otherVillage);
        refuses(ticket, otherVillage);
        proposes(ticket, otherVillage);
        refuses(ticket, otherVillage);

        Task decide = taskAt(ticket, "Task_DecideTransfer");
        isTheirs(decide, centre);
        assertThat(isCandidate(decide, centre.leader())).isTrue();
        assertThat(isCandidate(decide, village.leader())).isFalse();
        timerFiresAt(ticket, "Task_DecideTransfer.remind", endOf("2026-03-05"));
        assertThat(matter(ticket).responsible()).isEqualTo(village.staff().get(0));
        completeAs(centre.leader(), decide, "responsibleUnit", otherVillage.id(), "decisionReason", "路的产权在他们村");
        Task name = taskAt(ticket, "Task_NameResponsible");
        isTheirs(name, otherVillage);
        assertThat(isCandidate(name, otherVillage.leader())).isTrue();
        timerFiresAt(ticket, "Task_NameResponsible.remind", endOf("2026-03-10"));
        assertThatThrownBy(() -> completeAs(
                        otherVillage.leader(),
                        name,
                        "responsible",
                        village.staff().get(0)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("责任人");
        completeAs(
                otherVillage.leader(), name, "responsible", otherVillage.staff().get(0));
        taskAt(ticket, "Task_SetHandlingPlan", otherVillage.staff().get(0));
        assertThat(steps(ticket))
                .containsSubsequence(
                        TimelineKind.TRANSFER_REFUSED,
                        TimelineKind.TRANSFER_REFUSED,
                        TimelineKind.TRANSFER_DECIDED,
                        TimelineKind.RESPONSIBLE_NAMED,
                        TimelineKind.TRANSFERRED);
    }

    @Test
    void leaderAboveCanLeaveItWithTheFirstUnitWhosePlanStays() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        handles(ticket, "progress", "transfer");
        proposes(ticket, otherVillage);
        refuses(ticket, otherVillage);
        proposes(ticket, otherVillage);
        refuses(ticket, otherVillage);
        completeAs(
                centre.leader(),
                taskAt(ticket, "Task_DecideTransfer"),
                "responsibleUnit",
                village.id(),
                "decisionReason",
                "先接访的先办");
        taskAt(ticket, "Task_HandleMatter", village.staff().get(0));
        assertThat(matter(ticket).dueAt()).isEqualTo(endOf("2026-04-10"));
    }

    @Test
    void nobodyAnswersAndTheirLeaderIsTold() {
        TicketId ticket = proposedTo(otherVillage);
        timerFiresAt(ticket, "Task_AcceptTransfer.remind", endOf("2026-03-09"));
        int reminded = taskAt(ticket, "Task_AcceptTransfer").getPriority();
        timerFiresAt(ticket, "Task_AcceptTransfer.tellManager", endOf("2026-03-10"));
        assertThat(taskAt(ticket, "Task_AcceptTransfer").getPriority()).isGreaterThan(reminded);
        assertThat(db.sql("select told from task_reminder where business_key = ? and kind = 'MANAGER_TOLD'")
                        .param(ticket.value())
                        .query((row, index) ->
                                List.of((String[]) row.getArray("told").getArray()))
                        .single())
                .containsExactly(otherVillage.leader());
        assertThat(responsible(ticket)).isEqualTo(village.staff().get(0));
    }

    /** Two people of the other unit answer at the same moment, one accepts and one refuses: one answer counts. */
    @RepeatedTest(3)
    void whenTwoAnswerAtTheSameMomentOneAnswerCounts() throws Exception {
        TicketId ticket = proposedTo(otherVillage);
        Task accept = taskAt(ticket, "Task_AcceptTransfer");
        Callable<Boolean> takes = () -> answers(accept, "decision", "accept");
        Callable<Boolean> refuses = () -> answers(accept, "decision", "refuse", "refusalReason", "不归我们");
        tasks.setAssignee(accept.getId(), otherVillage.staff().get(0));
        assertThat(atOnce(List.of(takes, refuses))).containsExactlyInAnyOrder(true, false);
        boolean accepted = steps(ticket).contains(TimelineKind.TRANSFER_ACCEPTED);
        assertThat(steps(ticket).contains(TimelineKind.TRANSFER_REFUSED)).isEqualTo(!accepted);
        assertThat(responsible(ticket))
                .isEqualTo(
                        accepted ? otherVillage.staff().get(0) : village.staff().get(0));
    }

    private boolean answers(Task task, Object... form) {
        try {
            complete(task, form);
            return true;
        } catch (ProcessEngineException late) {
            return false;
        }
    }
}

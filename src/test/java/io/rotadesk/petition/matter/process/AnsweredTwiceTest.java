package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.petition.matter.Extensions.Decision;
import io.rotadesk.petition.matter.Instructions;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.NobodyWaitsException;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody answers what somebody else has just answered: they read what has happened, and nothing is changed. */
@Tag("P6")
class AnsweredTwiceTest extends HandlingScenario {

    @Autowired
    Instructions instructions;

    @Test
    void aTransferThatWasAnswered() {
        TicketId ticket = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        complete(
                taskAt(ticket, "Task_ProposeTransfer"),
                "decision",
                "transfer",
                "targetUnit",
                otherVillage.id(),
                "transferReason",
                "地在他们村");
        transfers.refuse(id(ticket), "不归我们", otherVillage.leader());
        String colleague = otherVillage.staff().get(0);
        isTooLate(ticket, colleague, "没有等待答复的转办", "Task_AcceptTransfer", "decision", "accept");
        isTooLate(ticket, colleague, "没有等待答复的转办", "Task_AcceptTransfer", "decision", "refuse", "refusalReason", "不归我们");
        assertThat(steps(ticket))
                .endsWith(TimelineKind.TRANSFER_REFUSED)
                .doesNotContain(TimelineKind.TRANSFER_ACCEPTED);
    }

    @Test
    @Tag("P4")
    void anExtensionThatWasDecided() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        asksForTime(ticket, "2026-04-30");
        extensions.decide(id(ticket), Decision.REFUSED, null, "够了", village.leader());
        isTooLate(
                ticket,
                village.deputy(),
                "没有等待决定的延期申请",
                "Task_DecideExtension",
                "decision",
                "approve",
                "extensionUntil",
                "2026-04-30");
        assertThat(matter(ticket).dueAt()).isEqualTo(endOf("2026-04-10"));
        assertThat(steps(ticket)).endsWith(TimelineKind.EXTENSION_REFUSED);
    }

    @Test
    void anInstructionThatWasGiven() {
        TicketId ticket = receivedInTheVillage("grade", "major", "settleNow", null);
        complete(taskAt(ticket, "Task_ReportToSuperior"), "report", "涉及三个村，请指示");
        instructions.instruct(id(ticket), "由镇里牵头", centre.leader());
        isTooLate(ticket, centre.leader(), "没有等待批示的请示", "Task_GiveInstruction", "instruction", "由村里牵头");
        assertThat(instructions.all(id(ticket)))
                .extracting(Instructions.Instruction::instruction)
                .containsExactly("由镇里牵头");
    }

    @Test
    void aContributionThatWasMade() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        handles(
                ticket,
                "progress",
                "coordinate",
                "coordinationUnits",
                List.of(otherVillage.id()),
                "coordinationQuestion",
                "请提供土地权属资料");
        coordination.answer(id(ticket), otherVillage.id(), true, null, otherVillage.leader());
        isTooLate(
                ticket,
                otherVillage.staff().get(0),
                matter(ticket).number(),
                "Task_Coordinate",
                "contribution",
                "权属证明已送达");
        assertThat(steps(ticket)).endsWith(TimelineKind.NOTHING_TO_DO);
    }

    /** The task stays as it is, and the sentence is one for people. */
    private void isTooLate(TicketId ticket, String login, String sentence, String activity, Object... namesAndValues) {
        Task task = taskAt(ticket, activity);
        assertThatThrownBy(() -> completeAs(login, task, namesAndValues))
                .rootCause()
                .isInstanceOfSatisfying(
                        NobodyWaitsException.class,
                        late -> assertThat(late.sentence())
                                .hasValueSatisfying(said -> assertThat(said).contains(sentence, "刚才已有人")));
        taskAt(ticket, activity);
    }

    private MatterId id(TicketId ticket) {
        return matter(ticket).id();
    }
}

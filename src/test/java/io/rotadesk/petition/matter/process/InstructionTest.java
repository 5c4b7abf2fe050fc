package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Major, difficult and complex matters go to the superior, whose instruction comes back as a task (P6). */
@Tag("P6")
class InstructionTest extends HandlingScenario {

    private void reports(TicketId ticket) {
        complete(taskAt(ticket, "Task_ReportToSuperior", responsible(ticket)), "report", "涉及三个村，请指示");
    }

    @Test
    void majorMatterIsReportedAndTheInstructionComesBackBeforeThePlan() {
        TicketId ticket = receivedInTheVillage("grade", "major", "settleNow", null);
        // A major matter has no less time than another one.
        assertThat(matter(ticket).dueAt()).isEqualTo(endOf("2026-03-17"));
        reports(ticket);
        Task instruct = taskAt(ticket, "Task_GiveInstruction");
        isTheirs(instruct, centre);
        assertThat(isCandidate(instruct, centre.leader())).isTrue();
        assertThat(isCandidate(instruct, village.leader())).isFalse();
        assertThat(tasks.getVariable(instruct.getId(), "reportText").toString()).contains("涉及三个村");
        completeAs(centre.leader(), instruct, "instruction", "由镇里牵头");
        Task read = taskAt(ticket, "Task_ReadInstruction", responsible(ticket));
        isTheirs(read, village);
        assertThat(tasks.getVariable(read.getId(), "instructionText").toString())
                .contains("由镇里牵头");
        complete(read);
        taskAt(ticket, "Task_SetHandlingPlan", responsible(ticket));
        assertThat(steps(ticket))
                .endsWith(TimelineKind.REPORTED, TimelineKind.INSTRUCTED, TimelineKind.INSTRUCTION_READ);
    }

    @Test
    void whileItIsHandledItCanBeReportedTooAndThePlanStays() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        handles(ticket, "progress", "report");
        reports(ticket);
        completeAs(centre.leader(), taskAt(ticket, "Task_GiveInstruction"), "instruction", "按方案办");
        complete(taskAt(ticket, "Task_ReadInstruction"));
        Task handle = taskAt(ticket, "Task_HandleMatter");
        assertThat(tasks.getVariable(handle.getId(), "instructionText").toString())
                .contains("按方案办");
    }

    @Test
    @Tag("P4")
    void theResponsiblePersonNeedNotWaitForTheSuperior() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        handles(ticket, "progress", "report");
        reports(ticket);
        Task wait = taskAt(ticket, "Task_AwaitInstruction", responsible(ticket));
        isTheirs(wait, village);
        assertThatThrownBy(() -> complete(wait)).isInstanceOf(RefusedException.class);
        complete(wait, "withdrawal", "来访人明天外出，先答复");
        assertThat(passed(ticket, "EndEvent_GoesOnWithout")).isTrue();
        assertThat(tasksOf(ticket)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_HandleMatter");
        assertThat(steps(ticket)).endsWith(TimelineKind.REPORTED, TimelineKind.REPORT_WITHDRAWN);

        // It can be reported again, and this time the superior answers: nobody waits any longer.
        handles(ticket, "progress", "report");
        reports(ticket);
        completeAs(centre.leader(), taskAt(ticket, "Task_GiveInstruction"), "instruction", "按方案办");
        assertThat(tasksOf(ticket)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_ReadInstruction");
        complete(taskAt(ticket, "Task_ReadInstruction"));
        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
        assertThat(ended(ticket, "EndEvent_MatterClosed")).isTrue();
    }

    @Test
    void superiorWhoDoesNotAnswerIsRemindedAndTheDeputyGetsItToo() {
        TicketId ticket = receivedInTheVillage("grade", "complex", "settleNow", null);
        reports(ticket);
        timerFiresAt(ticket, "Task_GiveInstruction.remind", endOf("2026-03-05"));
        assertThat(isCandidate(taskAt(ticket, "Task_GiveInstruction"), centre.deputy()))
                .isFalse();
        timerFiresAt(ticket, "Task_GiveInstruction.tellDeputy", endOf("2026-03-10"));
        assertThat(isCandidate(taskAt(ticket, "Task_GiveInstruction"), centre.deputy()))
                .isTrue();
    }

    @Test
    void atTheTopTheUnitsOwnLeaderInstructs() {
        TicketId ticket = comes();
        isReceived(ticket, "grade", "difficult", "settleNow", null);
        reports(ticket);
        assertThat(isCandidate(taskAt(ticket, "Task_GiveInstruction"), centre.leader()))
                .isTrue();
        isTheirs(taskAt(ticket, "Task_GiveInstruction"), centre);
    }
}

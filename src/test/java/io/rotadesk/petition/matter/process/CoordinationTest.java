package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Other units are asked, and nobody waits for one that has nothing to do (P6). */
@Tag("P6")
class CoordinationTest extends HandlingScenario {

    @Autowired
    Notices notices;

    private TicketId asked(ReceptionPoint... units) {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        handles(
                ticket,
                "progress",
                "coordinate",
                "coordinationUnits",
                List.of(units).stream().map(ReceptionPoint::id).toList(),
                "coordinationQuestion",
                "请提供土地权属资料");
        return ticket;
    }

    private Task taskOf(TicketId ticket, ReceptionPoint unit) {
        return tasksOf(ticket).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_Coordinate"))
                .filter(task -> unit.id().equals(task.getTenantId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachUnitHasATaskOfItsOwnAndWhatTheySayComesBackTogether() {
        TicketId ticket = asked(centre, otherVillage);
        Task theirs = taskOf(ticket, otherVillage);
        assertThat(isCandidate(theirs, otherVillage.staff().get(0))).isTrue();
        assertThat(isCandidate(theirs, centre.staff().get(0))).isFalse();
        assertThat(tasks.getVariable(theirs.getId(), "coordinationText").toString())
                .contains("请提供土地权属资料");
        assertThat(theirs.getDueDate()).hasTime(endOf("2026-03-05").toEpochMilli());
        assertThatThrownBy(() -> completeAs(otherVillage.staff().get(0), theirs, "nothingToDo", false))
                .isInstanceOf(RefusedException.class);
        completeAs(otherVillage.staff().get(0), theirs, "contribution", "权属证明已送达");
        taskOf(ticket, centre);
        completeAs(centre.staff().get(1), taskOf(ticket, centre), "nothingToDo", true);

        Task handle = taskAt(ticket, "Task_HandleMatter", responsible(ticket));
        assertThat(tasks.getVariable(handle.getId(), "contributionsText").toString())
                .contains("权属证明已送达", "没有要做的");
        assertThat(steps(ticket)).endsWith(TimelineKind.CONTRIBUTED, TimelineKind.NOTHING_TO_DO);
        assertThat(timeline.of(matter(ticket).id()))
                .filteredOn(entry -> entry.kind() == TimelineKind.CONTRIBUTED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo(otherVillage.staff().get(0));
                    assertThat(entry.unitId()).isEqualTo(otherVillage.id());
                });
    }

    @Test
    void responsiblePersonNeedNotWaitForWhoDoesNotAnswer() {
        TicketId ticket = asked(centre, otherVillage);
        completeAs(otherVillage.staff().get(0), taskOf(ticket, otherVillage), "contribution", "已送达");
        as(responsible(ticket), () -> {
            coordination.end(matter(ticket).id(), responsible(ticket));
            return null;
        });
        assertThat(passed(ticket, "Event_CoordinationEnded")).isTrue();
        Task handle = taskAt(ticket, "Task_HandleMatter");
        assertThat(tasksOf(ticket)).hasSize(1);
        assertThat(tasks.getVariable(handle.getId(), "contributionsText").toString())
                .contains("已送达", "没有再等");
        coordination.end(matter(ticket).id(), responsible(ticket));
        assertThat(steps(ticket))
                .filteredOn(TimelineKind.COORDINATION_ENDED::equals)
                .hasSize(1);
    }

    @Test
    void unitsThatDoNotAnswerAreRemindedAndTheirLeadersAreTold() {
        TicketId ticket = asked(centre, otherVillage);
        completeAs(centre.staff().get(0), taskOf(ticket, centre), "nothingToDo", true);
        timerFiresAt(ticket, "Task_Coordinate.remind", endOf("2026-03-05"));
        timerFiresAt(ticket, "Task_Coordinate.tellManager", endOf("2026-03-10"));
        assertThat(db.sql("select unit_id from task_reminder where business_key = ? order by id")
                        .param(ticket.value())
                        .query(String.class)
                        .list())
                .containsExactly(otherVillage.id(), otherVillage.id());
    }

    @Test
    void nobodyAndOneselfCannotBeAsked() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        assertThatThrownBy(() -> handles(
                        ticket,
                        "progress",
                        "coordinate",
                        "coordinationUnits",
                        List.of(),
                        "coordinationQuestion",
                        "请协助"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("请哪些单位协调");
        assertThatThrownBy(() -> handles(
                        ticket,
                        "progress",
                        "coordinate",
                        "coordinationUnits",
                        List.of(village.id()),
                        "coordinationQuestion",
                        "请协助"))
                .isInstanceOf(RefusedException.class);
        taskAt(ticket, "Task_HandleMatter");
    }

    /** The task stays: nobody has to wait for the others to reply, to ask for more time, or to ask somebody else. */
    @Test
    @Tag("P4")
    void theResponsiblePersonGoesOnWhileOthersAreAsked() {
        TicketId ticket = asked(centre, otherVillage);
        taskAt(ticket, "Task_HandleMatter", responsible(ticket));
        asksForTime(ticket, "2026-04-24");
        completeAs(
                village.leader(),
                taskAt(ticket, "Task_DecideExtension"),
                "decision",
                "approve",
                "extensionUntil",
                "2026-04-24");
        complete(taskAt(ticket, "Task_TellExtension"), "toldHow", "phone", "toldAt", now());
        assertThat(matter(ticket).dueAt()).isEqualTo(endOf("2026-04-24"));

        var third = founder.found(centre.id(), 1);
        assertThat(tasks.getVariable(taskAt(ticket, "Task_HandleMatter").getId(), "unitOptions")
                        .toString())
                .as("the units that were asked answer first")
                .contains(third.id())
                .doesNotContain(otherVillage.id());
        handles(
                ticket,
                "progress",
                "coordinate",
                "coordinationUnits",
                List.of(third.id()),
                "coordinationQuestion",
                "请测量");
        assertThat(tasksOf(ticket))
                .filteredOn(task -> task.getTaskDefinitionKey().equals("Task_Coordinate"))
                .extracting(Task::getTenantId)
                .as("each unit has one task")
                .containsExactlyInAnyOrder(centre.id(), otherVillage.id(), third.id());
        completeAs(third.staff().get(0), taskOf(ticket, third), "contribution", "已测量");
        assertThat(passed(ticket, "EndEvent_Coordinated")).isTrue();
        assertThat(notices.unread(responsible(ticket)))
                .extracting(Notice::kind, notice -> notice.words().get(1))
                .containsExactly(tuple(NoticeKind.UNIT_ANSWERED, matter(ticket).number()));

        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
        assertThat(ended(ticket, "EndEvent_MatterClosed")).isTrue();
        assertThat(instances(ticket)).isEmpty();
        assertThat(coordination.unitsAsked(matter(ticket).id()))
                .as("nobody is asked about a closed matter")
                .isEmpty();
    }

    @Test
    void theResponsiblePersonStopsWaitingInTheirTask() {
        TicketId ticket = asked(centre, otherVillage);
        handles(ticket, "progress", "stopWaiting");
        assertThat(passed(ticket, "EndEvent_NotWaitedFor")).isTrue();
        assertThat(tasksOf(ticket)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_HandleMatter");
        assertThat(steps(ticket)).endsWith(TimelineKind.COORDINATION_ENDED);
        assertThatThrownBy(() -> handles(ticket, "progress", "stopWaiting"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("办理到哪一步", "没有在等答复的单位");
        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
        assertThat(ended(ticket, "EndEvent_MatterClosed")).isTrue();
    }

    @Test
    void unitCanBeAskedAgain() {
        TicketId ticket = asked(otherVillage);
        completeAs(otherVillage.staff().get(0), taskOf(ticket, otherVillage), "nothingToDo", true);
        handles(
                ticket,
                "progress",
                "coordinate",
                "coordinationUnits",
                List.of(otherVillage.id()),
                "coordinationQuestion",
                "请再核实");
        assertThat(tasks.getVariable(taskOf(ticket, otherVillage).getId(), "coordinationText")
                        .toString())
                .contains("请再核实");
    }
}

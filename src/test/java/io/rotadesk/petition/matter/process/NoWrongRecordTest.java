package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterLimits;
import io.rotadesk.petition.matter.MatterRound;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written down of a matter can have happened so, and nothing that happened is lost. */
class NoWrongRecordTest extends HandlingScenario {

    @Autowired
    MatterFiles files;

    @Autowired
    MatterLimits limits;

    @Autowired
    Notices notices;

    @Test
    @Tag("P4")
    void nobodyIsToldBeforeTheyCame() {
        TicketId ticket = receivedInTheVillage();
        Task plan = taskAt(ticket, "Task_SetHandlingPlan");
        assertThatThrownBy(() -> complete(
                        plan,
                        "method",
                        "查看",
                        "deadline",
                        "2026-04-10",
                        "toldHow",
                        "phone",
                        "toldAt",
                        "2026-03-02T08:59"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("告知日期", "不能早于来访", "2026-03-02 09:00");
        clock.forward(Duration.ofHours(1));
        setsPlan(ticket, "2026-04-10");

        handles(ticket, "progress", "done", "result", "修好了");
        Task reply = taskAt(ticket, "Task_ReplyToPetitioner");
        assertThatThrownBy(() -> complete(
                        reply,
                        "reply",
                        "修好了",
                        "toldHow",
                        "phone",
                        "toldAt",
                        "2026-03-02T09:30",
                        "satisfied",
                        "yes",
                        "outcome",
                        "resolved"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("告知日期", "不能早于告知处理方式和时限", "2026-03-02 10:00");
        replies(ticket);
        assertThat(ended(ticket, "EndEvent_MatterClosed")).isTrue();
    }

    @Test
    @Tag("P4")
    void aPetitionerWithAnAppointmentIsToldOnTheDayOnWhichTheyCome() {
        TicketId ticket = comes(village, appointment("孙大爷", in(Duration.ofDays(2))));
        timerFires(ticket, "Event_AppointmentTime", Duration.ofDays(2));
        isReceived(ticket);
        Task plan = taskAt(ticket, "Task_SetHandlingPlan");
        assertThatThrownBy(() -> complete(
                        plan,
                        "method",
                        "查看",
                        "deadline",
                        "2026-04-10",
                        "toldHow",
                        "phone",
                        "toldAt",
                        "2026-03-03T10:00"))
                .as("registered on the second of March, came on the fourth")
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("不能早于来访", "2026-03-04");
        setsPlan(ticket, "2026-04-10");
    }

    @Test
    @Tag("P5")
    void noLeaderIsOnTheSceneBeforeTheAlert() {
        TicketId ticket = comes(village, group(60, "county"));
        Task alert = taskAt(ticket, "Task_AcknowledgeAlert");
        assertThat(tasks.getVariable(alert.getId(), "alertLine").toString())
                .as("what it is about, and where they go")
                .contains("征地补偿", "县里", "60");
        assertThat(tasks.getVariable(alert.getId(), "pageLine").toString())
                .contains("/desk/matters/" + matter(ticket).id());
        assertThatThrownBy(() -> completeAs(village.leader(), alert, "expectedAt", "2026-03-02T08:50"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("预计到场日期", "不能早于通知负责人");
        completeAs(village.leader(), alert, "expectedAt", "2026-03-02T09:20");
        Task scene = taskAt(ticket, "Task_AttendScene");
        assertThatThrownBy(
                        () -> completeAs(village.leader(), scene, "arrivedAt", "2026-03-02T08:59", "reply", "补偿款本月到位"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("到场日期", "不能早于通知负责人", "2026-03-02 09:00");
        assertThatThrownBy(
                        () -> completeAs(village.leader(), scene, "arrivedAt", "2026-03-02T09:20", "reply", "补偿款本月到位"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("到场日期", "不能晚于现在");
        completeAs(village.leader(), scene, "arrivedAt", now(), "reply", "补偿款本月到位");
    }

    @Test
    @Tag("P6")
    void afterTwoRefusalsTheLeaderChoosesAnyUnitOfTheTown() {
        var third = founder.found(centre.id(), 1);
        TicketId ticket = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        for (var unit : List.of(otherVillage, third)) {
            complete(
                    taskAt(ticket, "Task_ProposeTransfer"),
                    "decision",
                    "transfer",
                    "targetUnit",
                    unit.id(),
                    "transferReason",
                    "归他们管");
            completeAs(
                    unit.staff().get(0),
                    taskAt(ticket, "Task_AcceptTransfer"),
                    "decision",
                    "refuse",
                    "refusalReason",
                    "不归" + unit.id());
        }
        var fourth = founder.found(centre.id(), 1);
        Task decide = taskAt(ticket, "Task_DecideTransfer");
        assertThat(tasks.getVariable(decide.getId(), "refusalText").toString())
                .contains("不归" + otherVillage.id(), "不归" + third.id());
        assertThat(tasks.getVariable(decide.getId(), "unitOptions").toString())
                .contains(village.id(), otherVillage.id(), third.id(), fourth.id(), centre.id());
        completeAs(centre.leader(), decide, "responsibleUnit", fourth.id(), "decisionReason", "地是他们的");
        completeAs(
                fourth.leader(),
                taskAt(ticket, "Task_NameResponsible"),
                "responsible",
                fourth.staff().get(0));
        taskAt(ticket, "Task_SetHandlingPlan", fourth.staff().get(0));
        assertThat(matter(ticket).unitId()).isEqualTo(fourth.id());
    }

    @Test
    @Tag("P2")
    @Tag("P6")
    void thePurposeOfARepeatVisitStandsInTheMatterAndTheResponsiblePersonHearsOfIt() {
        TicketId first = receivedInTheVillage("purpose", "请查处噪音", "petitionerPhone", "13900017001");
        Matter open = matter(first);
        isBusy(open.responsible());
        TicketId again =
                comes(village, new PetitionAnnouncement("孙大爷", "13900017001", false, 1, null, "还是噪音", null, null));
        isCalled(again);
        Task receive = taskAt(again, "Task_ReceivePetitioner");
        String clerk = receive.getAssignee();
        assertThat(clerk).isNotEqualTo(open.responsible());
        assertThat(tasks.getVariable(receive.getId(), "earlierMatter"))
                .as("the only matter with this number")
                .isEqualTo(open.number());
        isReceived(
                again,
                "sameMatter",
                "yes",
                "earlierMatter",
                open.number(),
                "purpose",
                "再查噪音，隔音墙没有用",
                "matter",
                "夜里还是吵",
                "petitionerPhone",
                "13900017001");

        Matter joined = matters.get(open.id());
        assertThat(joined.purpose()).isEqualTo("2026-03-02：再查噪音，隔音墙没有用\n2026-03-02：请查处噪音");
        Task plan = taskAt(first, "Task_SetHandlingPlan");
        assertThat(tasks.getVariable(plan.getId(), "matterText").toString()).contains("再查噪音，隔音墙没有用", "请查处噪音", "夜里还是吵");
        setsPlan(first, "2026-04-10");
        asksForTime(first, "2026-04-24");
        assertThat(tasks.getVariable(taskAt(first, "Task_DecideExtension").getId(), "purposeText")
                        .toString())
                .as("who decides about more time knows it too")
                .contains("再查噪音，隔音墙没有用", "请查处噪音");
        assertThat(files.of(joined).visits()).singleElement().satisfies(visit -> {
            assertThat(visit.joinedInto()).isEqualTo(open.id());
            assertThat(visit.purpose()).isEqualTo("再查噪音，隔音墙没有用");
        });
        assertThat(notices.unread(open.responsible())).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.MATTER_CAME_AGAIN);
            assertThat(notice.words()).contains(open.number());
            assertThat(notice.link()).isEqualTo("/desk/matters/" + open.id());
        });
        assertThat(notices.unread(clerk))
                .extracting(Notice::kind, notice -> notice.words().get(0))
                .as("where the visit went")
                .containsExactly(tuple(NoticeKind.VISIT_JOINED, open.number()));
    }

    @Test
    @Tag("P2")
    void withSeveralEarlierMattersNoneIsPreset() {
        receivedInTheVillage("petitionerPhone", "13900017002");
        receivedInTheVillage("petitionerPhone", "13900017002");
        TicketId again =
                comes(village, new PetitionAnnouncement("孙大爷", "13900017002", false, 1, null, "路", null, null));
        isCalled(again);
        assertThat(tasks.getVariable(taskAt(again, "Task_ReceivePetitioner").getId(), "earlierMatter"))
                .isNull();
    }

    @Test
    @Tag("P4")
    @Tag("P6")
    @Tag("P7")
    void anEarlierAnswerIsKeptWhenAMatterIsReopened() {
        TicketId first = receivedInTheVillage("grade", "major", "settleNow", null);
        complete(taskAt(first, "Task_ReportToSuperior"), "report", "涉及三个村");
        completeAs(centre.leader(), taskAt(first, "Task_GiveInstruction"), "instruction", "抓紧办");
        complete(taskAt(first, "Task_ReadInstruction"));
        setsPlan(first, "2026-03-10");
        handles(first, "progress", "done", "result", "修好了");
        complete(
                taskAt(first, "Task_ReplyToPetitioner"),
                "reply",
                "第一次的答复",
                "toldHow",
                "phone",
                "toldAt",
                now(),
                "satisfied",
                "no",
                "outcome",
                "partlyResolved");
        Matter closed = matter(first);
        clock.forward(Duration.ofDays(7));

        TicketId again = comes(village, again(closed));
        isCalled(again);
        Task receive = taskAt(again, "Task_ReceivePetitioner");
        assertThat(tasks.getVariable(receive.getId(), "grade")).as("as before").isEqualTo("major");
        isReceived(again, "sameMatter", "yes", "earlierMatter", closed.number(), "purpose", "路又坏了");

        Matter reopened = matters.get(closed.id());
        assertThat(reopened.grade()).as("never less serious").isEqualTo("major");
        assertThat(reopened.reply()).isNull();
        assertThat(reopened.purpose()).contains("路又坏了", "把路修好");
        MatterRound round = files.of(reopened).rounds().get(0);
        assertThat(round.round()).isEqualTo(1);
        assertThat(round.grade()).isEqualTo("major");
        assertThat(round.reply()).isEqualTo("第一次的答复");
        assertThat(round.satisfied()).isFalse();
        assertThat(round.outcome()).isEqualTo("partlyResolved");
        assertThat(round.closedAt()).isEqualTo(closed.closedAt());
        assertThat(files.of(reopened).plan()).as("the old plan is not in force").isEmpty();
        assertThat(files.of(reopened).earlierPlans()).hasSize(1);
        // A major matter is reported again.
        complete(taskAt(again, "Task_ReportToSuperior"), "report", "又坏了");
        completeAs(centre.leader(), taskAt(again, "Task_GiveInstruction"), "instruction", "再修");
        complete(taskAt(again, "Task_ReadInstruction"));
        setsPlan(again, "2026-03-20");
        handles(again, "progress", "done", "result", "重铺了");
        replies(again);
        Matter twice = matters.get(closed.id());
        assertThat(twice.reply()).isEqualTo("路已修好");
        assertThat(files.of(twice).rounds()).extracting(MatterRound::reply).containsExactly("第一次的答复");

        matters.erasePetitioner(twice.id(), village.leader());
        assertThat(files.of(matters.get(twice.id())).rounds()).singleElement().satisfies(erased -> {
            assertThat(erased.reply()).isNull();
            assertThat(erased.outcome()).as("counts as before").isEqualTo("partlyResolved");
        });
    }

    /** The timer is slower than the person: the leader hears of it all the same. */
    @Test
    @Tag("P4")
    void aLeaderHearsOfAReopenedMatterThatIsPlannedAfterItsDay() {
        TicketId first = plannedInTheVillage("2026-03-10");
        handles(first, "progress", "done", "result", "修好了");
        replies(first);
        Matter closed = matter(first);
        TicketId again = comes(village, again(closed));
        isReceived(again, "sameMatter", "yes", "earlierMatter", closed.number());
        Instant missed = matters.get(closed.id()).dueAt();
        clock.set(missed.plus(Duration.ofHours(10)));

        setsPlan(again, LocalDate.ofInstant(missed, CHINA).plusDays(9).toString());
        for (String event : List.of("Event_DeadlineNear", "Event_DeadlinePassed")) {
            timers(again, event).stream()
                    .filter(timer -> !timer.getDuedate().toInstant().isAfter(missed))
                    .forEach(timer -> management.executeJob(timer.getId()));
        }

        assertThat(matters.get(closed.id()).isOverdue()).isTrue();
        assertThat(tasks.getIdentityLinksForTask(
                        taskAt(again, "Task_HandleMatter").getId()))
                .anyMatch(link -> village.leader().equals(link.getUserId()));
        assertThat(timeline.of(closed.id()))
                .filteredOn(entry -> entry.kind() == TimelineKind.OVERDUE)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).isNotNull());
    }

    @Test
    @Tag("P6")
    void aMajorMatterThatComesBackStaysOneWhateverTheVisitIsCalled() {
        Matter closed = closedMajorMatter();
        for (String grade : List.of("simple", "ordinary", "complex")) {
            TicketId again = comesBack(closed, "grade", grade, "settleNow", grade.equals("complex") ? null : "no");
            assertThat(matters.get(closed.id()).grade())
                    .as("said now: " + grade)
                    .isEqualTo("major");
            assertThat(matters.get(closed.id()).dueAt()).as("30 days").isEqualTo(endOf("2026-04-01"));
            taskAt(again, "Task_ReportToSuperior");
            isClosedAfterAReport(again);
        }
    }

    @Test
    @Tag("P6")
    void aMatterThatComesBackKeepsItsGradeUnlessItIsSeriousNow() {
        TicketId first = receivedInTheVillage("grade", "simple");
        setsPlan(first, "2026-03-10");
        handles(first, "progress", "done", "result", "修好了");
        replies(first);
        Matter closed = matter(first);
        TicketId second = comesBack(closed, "grade", "ordinary");
        assertThat(matters.get(closed.id()).grade()).isEqualTo("simple");
        setsPlan(second, "2026-03-10");
        handles(second, "progress", "done", "result", "又修好了");
        replies(second);
        comesBack(closed, "grade", "difficult", "settleNow", null);
        assertThat(matters.get(closed.id()).grade()).isEqualTo("difficult");
    }

    @Test
    @Tag("P4")
    void aDecisionOfAnEarlierRoundSaysNothingInTheNext() {
        TicketId first = receivedInTheVillage("ownUnit", "no", "settleNow", null);
        complete(
                taskAt(first, "Task_ProposeTransfer"),
                "decision",
                "transfer",
                "targetUnit",
                otherVillage.id(),
                "transferReason",
                "地在他们村");
        completeAs(
                otherVillage.staff().get(0),
                taskAt(first, "Task_AcceptTransfer"),
                "decision",
                "refuse",
                "refusalReason",
                "路归贵村养护");
        complete(taskAt(first, "Task_ProposeTransfer"), "decision", "keep");
        setsPlan(first, "2026-04-10");
        asksForTime(first, "2026-04-24");
        completeAs(village.leader(), taskAt(first, "Task_DecideExtension"), "decision", "approve");
        complete(taskAt(first, "Task_TellExtension"), "toldHow", "phone", "toldAt", now());
        handles(first, "progress", "done", "result", "修好了");
        replies(first);
        Matter closed = matter(first);
        clock.forward(Duration.ofDays(1));

        TicketId second = comesBack(closed);
        setsPlan(second, "2026-03-20");
        Task handle = taskAt(second, "Task_HandleMatter");
        assertThat(tasks.getVariable(handle.getId(), "extensionText")).isNull();
        assertThat(extensions.latestDay(closed.id())).hasToString("2026-04-20");
        asksForTime(second, "2026-04-20");
        completeAs(village.leader(), taskAt(second, "Task_DecideExtension"), "decision", "approve");
        complete(taskAt(second, "Task_TellExtension"), "toldHow", "phone", "toldAt", now());
        assertThat(limits.of(matters.get(closed.id()))
                        .orElseThrow()
                        .computation()
                        .begins())
                .as("not from the extension of the earlier round")
                .hasToString("2026-03-20");
        assertThat(extensions.latestDay(closed.id()))
                .as("30 days after the end of the review, which is a Saturday")
                .hasToString("2026-05-04");
        handles(second, "progress", "transfer");
        assertThat(tasks.getVariable(taskAt(second, "Task_ProposeTransfer").getId(), "refusalText"))
                .isNull();
    }

    private Matter closedMajorMatter() {
        TicketId first = receivedInTheVillage("grade", "major", "settleNow", null);
        isClosedAfterAReport(first);
        return matter(first);
    }

    private TicketId comesBack(Matter closed, Object... namesAndValues) {
        TicketId again = comes(village, again(closed));
        isCalled(again);
        Object[] named = {"sameMatter", "yes", "earlierMatter", closed.number()};
        isReceived(
                again,
                Stream.concat(Arrays.stream(named), Arrays.stream(namesAndValues))
                        .toArray());
        return again;
    }

    private void isClosedAfterAReport(TicketId ticket) {
        complete(taskAt(ticket, "Task_ReportToSuperior"), "report", "涉及三个村");
        completeAs(centre.leader(), taskAt(ticket, "Task_GiveInstruction"), "instruction", "抓紧办");
        complete(taskAt(ticket, "Task_ReadInstruction"));
        setsPlan(ticket, "2026-03-10");
        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
    }

    @Test
    @Tag("P4")
    void aPetitionerWhoIsNotSatisfiedOnTheSpotIsNotClosedAsSettled() {
        TicketId ticket = receivedInTheVillage("settleNow", "yes");
        Task settle = taskAt(ticket, "Task_SettleOnTheSpot");
        assertThatThrownBy(() -> complete(settle, "explanation", "讲了政策", "satisfied", "no"))
                .as("it has to be said how it goes on")
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("接着怎样办");
        complete(settle, "explanation", "讲了政策", "satisfied", "no", "next", "plan");

        Matter matter = matter(ticket);
        assertThat(matter.state()).isEqualTo(MatterState.RECEIVED);
        assertThat(matter.outcome()).isNull();
        assertThat(steps(ticket)).endsWith(TimelineKind.NOT_SATISFIED_ON_THE_SPOT);
        assertThat(ticket(ticket).state()).isEqualTo(TicketState.DONE);
        setsPlan(ticket, "2026-04-10");
        handles(ticket, "progress", "done", "result", "修好了");
        replies(ticket);
        assertThat(ended(ticket, "EndEvent_PetitionOver")).isTrue();
        assertThat(matter(ticket).outcome()).isEqualTo("resolved");
    }

    @Test
    @Tag("P4")
    @Tag("P6")
    void aMatterThatCannotBeSettledAfterAllGoesToTheLeaderOrToAnotherUnit() {
        TicketId reported = receivedInTheVillage("settleNow", "yes");
        complete(
                taskAt(reported, "Task_SettleOnTheSpot"),
                "explanation",
                "要查档案",
                "satisfied",
                "later",
                "next",
                "report");
        taskAt(reported, "Task_ReportToSuperior", responsible(reported));
        assertThat(steps(reported)).endsWith(TimelineKind.NOT_SETTLED_ON_THE_SPOT);

        TicketId transferred = receivedInTheVillage("settleNow", "yes");
        complete(
                taskAt(transferred, "Task_SettleOnTheSpot"),
                "explanation",
                "归镇里管",
                "satisfied",
                "later",
                "next",
                "transfer");
        taskAt(transferred, "Task_ProposeTransfer", responsible(transferred));
    }

    @Test
    @Tag("P4")
    void aPlanIsReadAsOneSentence() {
        TicketId ticket = receivedInTheVillage();
        complete(
                taskAt(ticket, "Task_SetHandlingPlan"),
                "method",
                "到现场丈量，核对发放表。",
                "deadline",
                "2026-04-10",
                "toldHow",
                "inPerson",
                "toldAt",
                now());
        assertThat(tasks.getVariable(taskAt(ticket, "Task_HandleMatter").getId(), "planText")
                        .toString())
                .isEqualTo("到现场丈量，核对发放表；最迟 2026-04-10 办好；2026-03-02 09:00 当面告知");
    }
}

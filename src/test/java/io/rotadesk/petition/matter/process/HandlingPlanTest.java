package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.petition.matter.DueKind;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.MissedDeadline;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.WorkdayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Method, deadline and telling; reminded, overdue, extended, replied and closed (P4). */
@Tag("P4")
class HandlingPlanTest extends HandlingScenario {

    @Autowired
    WorkdayCalendar calendar;

    @Autowired
    MatterFiles files;

    @Test
    void matterWithAPlanIsHandledRepliedAndClosedAndEveryStepIsOnItsTimeline() {
        TicketId ticket = receivedInTheVillage();
        Task plan = taskAt(ticket, "Task_SetHandlingPlan");
        assertThat(tasks.getVariable(plan.getId(), "deadline")).isEqualTo("2026-05-01");
        assertThat(tasks.getVariable(plan.getId(), "noticeLine").toString())
                .contains("/desk/matters/" + matter(ticket).id() + "/notice");
        setsPlan(ticket, "2026-04-10");
        Task handle = taskAt(ticket, "Task_HandleMatter", responsible(ticket));
        assertThat(handle.getDueDate()).hasTime(endOf("2026-04-10").toEpochMilli());
        assertThat(tasks.getVariable(handle.getId(), "planText").toString()).contains("派人到现场查看", "2026-04-10", "电话");
        handles(ticket, "progress", "done", "result", "路面已重铺");
        Task reply = taskAt(ticket, "Task_ReplyToPetitioner");
        assertThat(tasks.getVariable(reply.getId(), "reply")).isEqualTo("路面已重铺");
        replies(ticket);

        assertThat(ended(ticket, "EndEvent_MatterClosed")).isTrue();
        Matter matter = matter(ticket);
        assertThat(matter.outcome()).isEqualTo("resolved");
        assertThat(matter.replyToldHow()).isEqualTo("inPerson");
        assertThat(matter.replyToldAt()).isEqualTo(clock.instant());
        assertThat(steps(ticket))
                .containsExactly(
                        TimelineKind.REGISTERED,
                        TimelineKind.RECEIVED,
                        TimelineKind.PLANNED,
                        TimelineKind.HANDLED,
                        TimelineKind.REPLIED,
                        TimelineKind.CLOSED);
        assertThat(timeline.of(matter.id()).subList(1, 6))
                .allMatch(entry -> village.staff().get(0).equals(entry.who()));
    }

    @Test
    void planWithoutTellingOrBeyondTheTimeIsRefusedAndNamesTheField() {
        TicketId ticket = receivedInTheVillage();
        Task plan = taskAt(ticket, "Task_SetHandlingPlan");
        assertThatThrownBy(() -> complete(plan, "method", "查看", "deadline", "2026-04-10", "toldHow", "phone"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> setsPlan(ticket, "2026-05-02"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("办结时限", "2026-05-01");
        assertThatThrownBy(() -> setsPlan(ticket, "2026-03-01"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("办结时限");
        assertThatThrownBy(() -> complete(
                        plan,
                        "method",
                        "查看",
                        "deadline",
                        "2026-04-10",
                        "toldHow",
                        "phone",
                        "toldAt",
                        "2026-03-02T10:00"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("告知日期", "不能晚于现在");
        assertThat(plans.all(matter(ticket).id())).isEmpty();
        setsPlan(ticket, "2026-05-01");
        assertThat(matter(ticket).state()).isEqualTo(MatterState.PLANNED);
    }

    @Test
    void responsiblePersonIsRemindedBeforeTheDeadlineAndTheLeaderIsToldOnceWhenItHasPassed() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        assertThat(timers(ticket, "Event_DeadlineNear"))
                .extracting(job -> job.getDuedate().toInstant())
                .containsExactlyInAnyOrder(at("2026-03-13T08:00"), at("2026-04-08T08:00"));
        // Nobody is reminded of the deadline for the plan, since there is a plan.
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-03-13T08:00"));
        assertThat(steps(ticket)).doesNotContain(TimelineKind.REMINDED);

        int before = taskAt(ticket, "Task_HandleMatter").getPriority();
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-08T08:00"));
        assertThat(steps(ticket)).endsWith(TimelineKind.REMINDED);
        assertThat(taskAt(ticket, "Task_HandleMatter").getPriority()).isGreaterThan(before);
        assertThat(isCandidate(taskAt(ticket, "Task_HandleMatter"), village.leader()))
                .isFalse();

        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-04-10"));
        assertThat(matter(ticket).overdueSince()).as("the next day").isEqualTo(at("2026-04-11T00:00"));
        assertThat(tasks.getIdentityLinksForTask(
                        taskAt(ticket, "Task_HandleMatter").getId()))
                .anyMatch(link -> village.leader().equals(link.getUserId()));
        assertThat(steps(ticket)).filteredOn(TimelineKind.OVERDUE::equals).hasSize(1);
        assertThat(timers(ticket, "Event_DeadlinePassed")).isEmpty();
    }

    /** Such a matter never gets a plan, so the time until the plan is all that it has. */
    @Test
    void aMatterThatIsSettledOnTheSpotIsRemindedOfAndOverdueAsAnyOther() {
        TicketId ticket = receivedInTheVillage("settleNow", "yes");
        int before = taskAt(ticket, "Task_SettleOnTheSpot").getPriority();

        timerFiresAt(ticket, "Task_SettleOnTheSpot.remindResponsible", at("2026-03-13T08:00"));
        assertThat(steps(ticket)).endsWith(TimelineKind.REMINDED);
        assertThat(taskAt(ticket, "Task_SettleOnTheSpot").getPriority()).isGreaterThan(before);

        Instant deadline = matter(ticket).dueAt();
        timerFiresAt(ticket, "Task_SettleOnTheSpot.recordOverdue", deadline);
        assertThat(matter(ticket).overdueSince()).isEqualTo(deadline.plusSeconds(1));
        assertThat(tasks.getIdentityLinksForTask(
                        taskAt(ticket, "Task_SettleOnTheSpot").getId()))
                .anyMatch(link -> village.leader().equals(link.getUserId()));
        assertThat(steps(ticket)).filteredOn(TimelineKind.OVERDUE::equals).hasSize(1);
    }

    @Test
    void moreTimeIsApprovedByTheLeaderAndCountsOnceThePetitionerIsTold() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-08T08:00"));
        asksForTime(ticket, "2026-04-30");
        Task decide = taskAt(ticket, "Task_DecideExtension");
        assertThat(isCandidate(decide, village.leader())).isTrue();
        assertThat(isCandidate(decide, responsible(ticket))).isFalse();
        isTheirs(decide, village);
        assertThat(decide.getDueDate()).hasTime(endOf("2026-04-13").toEpochMilli());
        assertThat(tasks.getVariable(decide.getId(), "extensionUntil")).isEqualTo("2026-04-30");
        completeAs(village.leader(), decide, "decision", "approve", "extensionUntil", "2026-04-24");

        assertThat(matter(ticket).dueAt()).as("nobody was told yet").isEqualTo(endOf("2026-04-10"));
        Task tell = taskAt(ticket, "Task_TellExtension", responsible(ticket));
        assertThat(tell.getDueDate()).hasTime(endOf("2026-04-10").toEpochMilli());
        assertThatThrownBy(() -> complete(tell, "toldHow", "phone")).isInstanceOf(RefusedException.class);
        complete(tell, "toldHow", "phone", "toldAt", now());
        Matter extended = matter(ticket);
        assertThat(extended.dueAt()).isEqualTo(endOf("2026-04-24"));
        assertThat(extended.dueKind()).isEqualTo(DueKind.EXTENDED);
        assertThat(extended.wasOverdue()).isFalse();
        // The old deadline passes: nothing happens.
        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-04-10"));
        assertThat(matter(ticket).overdueSince()).isNull();
        assertThat(tasks.getVariable(taskAt(ticket, "Task_HandleMatter").getId(), "extensionText")
                        .toString())
                .contains("2026-04-24");
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-22T08:00"));
        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-04-24"));
        assertThat(matter(ticket).isOverdue()).isTrue();
        assertThat(steps(ticket))
                .containsSubsequence(
                        TimelineKind.REMINDED,
                        TimelineKind.EXTENSION_ASKED,
                        TimelineKind.EXTENSION_APPROVED,
                        TimelineKind.EXTENSION_TOLD,
                        TimelineKind.REMINDED,
                        TimelineKind.OVERDUE);
    }

    @Test
    void thatAMatterWasOverdueStaysOnRecordWhenItIsGivenMoreTime() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-08T08:00"));
        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-04-10"));
        asksForTime(ticket, "2026-04-24");
        completeAs(
                village.leader(),
                taskAt(ticket, "Task_DecideExtension"),
                "decision",
                "approve",
                "extensionUntil",
                "2026-04-24");
        assertThat(matter(ticket).isOverdue()).as("nobody was told yet").isTrue();
        Task tell = taskAt(ticket, "Task_TellExtension");
        assertThatThrownBy(() -> complete(tell, "toldHow", "phone", "toldAt", "2026-04-10T23:58"))
                .as("told before the leader decided")
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("告知日期", "不能早于批准延期", "2026-04-10 23:59");
        clock.forward(Duration.ofHours(10));
        complete(tell, "toldHow", "phone", "toldAt", now());

        Matter extended = matter(ticket);
        assertThat(extended.isOverdue()).isFalse();
        assertThat(extended.wasOverdue()).isTrue();
        assertThat(extended.dueAt()).isEqualTo(endOf("2026-04-24"));
        assertThat(files.of(extended).missed())
                .containsExactly(new MissedDeadline(
                        endOf("2026-04-10"), DueKind.HANDLE, at("2026-04-11T00:00"), clock.instant()));
        assertThat(steps(ticket)).contains(TimelineKind.OVERDUE);
        // The new deadline is watched as the old one was.
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-22T08:00"));
        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-04-24"));
        assertThat(matter(ticket).overdueSince()).isEqualTo(at("2026-04-25T00:00"));
        assertThat(files.of(matter(ticket)).missed())
                .extracting(MissedDeadline::dueKind)
                .containsExactly(DueKind.HANDLE, DueKind.EXTENDED);
    }

    @Test
    void lateTellingOfThePlanStaysOnRecordToo() {
        TicketId ticket = receivedInTheVillage();
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-03-13T08:00"));
        timerFiresAt(ticket, "Event_DeadlinePassed", endOf("2026-03-17"));
        assertThat(matter(ticket).isOverdue()).isTrue();
        clock.forward(Duration.ofHours(10));
        setsPlan(ticket, "2026-04-10");
        assertThat(matter(ticket).isOverdue()).isFalse();
        assertThat(files.of(matter(ticket)).missed()).singleElement().satisfies(missed -> {
            assertThat(missed.dueKind()).isEqualTo(DueKind.ACCEPT);
            assertThat(missed.endedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void refusedExtensionGoesBackWithTheReasonAndTheDeadlineStays() {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        assertThatThrownBy(() -> asksForTime(ticket, "2026-04-10"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("延到哪一天");
        assertThatThrownBy(() -> asksForTime(ticket, "2027-04-10"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("延到哪一天");
        assertThat(tasks.getVariable(taskAt(ticket, "Task_HandleMatter").getId(), "extensionLine")
                        .toString())
                .as("the latest day is shown before it is asked for")
                .contains(extensions.latestDay(matter(ticket).id()).toString());
        asksForTime(ticket, "2026-04-24");
        timerFiresAt(ticket, "Task_DecideExtension.remind", endOf("2026-03-05"));
        assertThat(db.sql("select task from task_reminder where business_key = ?")
                        .param(ticket.value())
                        .query(String.class)
                        .list())
                .containsExactly("Task_DecideExtension");
        completeAs(village.deputy(), taskAt(ticket, "Task_DecideExtension"), "decision", "refuse", "remarks", "先修主路");
        assertThat(matter(ticket).dueAt()).isEqualTo(endOf("2026-04-10"));
        assertThat(tasks.getVariable(taskAt(ticket, "Task_HandleMatter").getId(), "extensionText")
                        .toString())
                .contains("先修主路");
        assertThat(extensions.pending(matter(ticket).id())).isEmpty();
    }

    @Test
    void anExtensionIntoAYearWithoutACalendarSaysSo() {
        clock.set(at("2026-12-01T09:00"));
        TicketId ticket = plannedInTheVillage("2026-12-18");
        assertThat(tasks.getVariable(taskAt(ticket, "Task_HandleMatter").getId(), "extensionLine")
                        .toString())
                .contains("2027-01-18", "2027 年的放假安排还没有录入");
    }

    @Test
    void workingDaysFollowTheCalendarOfTheTownAcrossTheYearsEnd() {
        calendar.enter(
                centre.id(),
                List.of(
                        new CalendarDay(LocalDate.of(2027, 1, 1), false, "元旦"),
                        new CalendarDay(LocalDate.of(2027, 1, 3), true, "班")));
        clock.set(at("2026-12-30T09:00"));
        TicketId ticket = receivedInTheVillage("grade", "simple");
        Matter matter = matter(ticket);
        // Three working days of a simple matter: Thursday, not New Year's Day, Sunday instead, Monday.
        assertThat(matter.dueAt()).isEqualTo(endOf("2027-01-04"));
        assertThat(matter.number()).startsWith("2026-");
        assertThat(timers(ticket, "Event_DeadlineNear"))
                .extracting(job -> job.getDuedate().toInstant())
                .containsExactly(at("2026-12-31T08:00"));
    }

    /**
     * The timer has fired and is about to write while the matter is closed: a closed one is not touched, whichever is
     * first.
     */
    @RepeatedTest(3)
    void closingAtTheVeryMomentWhenTheDeadlinePassesLeavesNothingBehind() throws Exception {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        handles(ticket, "progress", "done", "result", "修好了");
        timerFiresAt(ticket, "Event_DeadlineNear", at("2026-04-08T08:00"));
        Job passed = timer(ticket, "Event_DeadlinePassed");
        clock.set(endOf("2026-04-10"));
        Matter before = matter(ticket);
        var timerGaveWay = new AtomicBoolean();
        atOnce(List.<Callable<Void>>of(
                () -> {
                    try {
                        management.executeJob(passed.getId());
                    } catch (ProcessEngineException | NullPointerException closedMeanwhile) {
                        // The engine reads the job and then its instance: if that has ended in between, it finds null
                        // in its place.
                        timerGaveWay.set(true);
                    }
                    return null;
                },
                () -> {
                    replies(ticket);
                    return null;
                }));
        assertThat(instance(ticket)).isNull();
        Matter after = matters.get(before.id());
        assertThat(after.state()).isEqualTo(MatterState.CLOSED);
        List<TimelineKind> steps = steps(ticket);
        assertThat(steps).endsWith(TimelineKind.CLOSED);
        assertThat(steps.contains(TimelineKind.OVERDUE)).isEqualTo(after.isOverdue());
        assertThat(management.createJobQuery().jobId(passed.getId()).count())
                .as("nothing is repeated later")
                .isZero();
        if (timerGaveWay.get()) {
            assertThat(after.isOverdue())
                    .as("the timer that gave way has no effect")
                    .isFalse();
        }
    }

    @Test
    void formThatIsSentTwiceCountsOnce() throws Exception {
        TicketId ticket = plannedInTheVillage("2026-04-10");
        Task handle = taskAt(ticket, "Task_HandleMatter");
        Callable<Boolean> send = () -> {
            try {
                complete(handle, "progress", "done", "result", "修好了");
                return true;
            } catch (ProcessEngineException late) {
                return false;
            }
        };
        assertThat(atOnce(List.of(send, send))).containsExactlyInAnyOrder(true, false);
        assertThat(steps(ticket)).filteredOn(TimelineKind.HANDLED::equals).hasSize(1);
        Instant later = clock.instant().plus(Duration.ofMinutes(1));
        clock.set(later);
        taskAt(ticket, "Task_ReplyToPetitioner");
    }
}

package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.petition.matter.LargeScaleEvents;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A large group goes to the county: the leader is alerted at once, the level above if nobody acknowledges (P5). */
@Tag("P5")
class LargeScaleEventTest extends HandlingScenario {

    @Autowired
    RingingTasks ringing;

    @Autowired
    LargeScaleEvents events;

    private TicketId crowd() {
        return comes(village, group(60, "county"));
    }

    private void acknowledges(TicketId ticket) {
        completeAs(
                village.leader(),
                taskAt(ticket, "Task_AcknowledgeAlert"),
                "expectedAt",
                "2026-03-02T09:20",
                "remarks",
                "马上到");
    }

    private void attends(TicketId ticket) {
        completeAs(
                village.leader(),
                taskAt(ticket, "Task_AttendScene", village.leader()),
                "arrivedAt",
                now(),
                "reply",
                "补偿款本月到位",
                "agreed",
                "推选三名代表跟进");
    }

    @Test
    void theAlertRingsAtTheLeadersUntilOneOfThemTakesIt() {
        TicketId ticket = crowd();
        Task alert = taskAt(ticket, "Task_AcknowledgeAlert");
        assertThat(ringing.of(centre.leader())).isEmpty();
        clock.forward(Duration.ofMinutes(20));
        assertThat(ringing.of(village.leader())).singleElement().satisfies(ring -> {
            assertThat(ring.id()).isEqualTo(alert.getId());
            assertThat(ring.until()).isNull();
            assertThat(ring.line()).contains("60").doesNotContain("老周");
        });
        timerFires(ticket, "Event_AlertUnacknowledged");
        assertThat(ringing.of(centre.leader()))
                .singleElement()
                .satisfies(ring -> assertThat(ring.id())
                        .isEqualTo(
                                taskAt(ticket, "Task_AcknowledgeEscalatedAlert").getId()));
        acknowledges(ticket);
        assertThat(ringing.of(village.leader())).isEmpty();
    }

    @Test
    void leaderIsAlertedAtOnceGoesThereRepliesAndLooksBack() {
        TicketId ticket = crowd();
        Task alert = taskAt(ticket, "Task_AcknowledgeAlert");
        isTheirs(alert, village);
        assertThat(alert.getPriority()).isEqualTo(100);
        assertThat(isCandidate(alert, village.leader())).isTrue();
        assertThat(alert.getDueDate()).hasTime(in(Duration.ofMinutes(5)).toEpochMilli());
        assertThat(matter(ticket).state()).isEqualTo(MatterState.ALERTED);
        assertThat(matter(ticket).largeScale()).isTrue();
        // Nobody has to receive them first, but the deadline is watched all the same.
        assertThat(matter(ticket).dueAt()).isEqualTo(endOf("2026-03-17"));
        acknowledges(ticket);
        Task attend = taskAt(ticket, "Task_AttendScene", village.leader());
        assertThatThrownBy(() -> complete(attend, "arrivedAt", "2026-03-02T11:00", "reply", "补偿款"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("到场日期");
        attends(ticket);
        assertThat(matter(ticket).state()).isEqualTo(MatterState.ON_SCENE);
        Task review = taskAt(ticket, "Task_ReviewEvent", village.leader());
        assertThat(tasks.getVariable(review.getId(), "sceneText").toString()).contains("补偿款本月到位", "三名代表");
        complete(review, "review", "补偿公示不及时", "followUp", "no", "category", "land");

        assertThat(ended(ticket, "EndEvent_EventSettled")).isTrue();
        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
        assertThat(matter(ticket).outcome()).isEqualTo("settledOnScene");
        assertThat(matter(ticket).category()).isEqualTo("land");
        assertThat(matter(ticket).grade()).isEqualTo("major");
        assertThat(events.scene(matter(ticket).id()))
                .hasValueSatisfying(scene -> assertThat(scene.review()).isEqualTo("补偿公示不及时"));
        assertThat(steps(ticket))
                .containsExactly(
                        TimelineKind.REGISTERED,
                        TimelineKind.ALERTED,
                        TimelineKind.ALERT_ACKNOWLEDGED,
                        TimelineKind.ON_SCENE,
                        TimelineKind.EVENT_REVIEWED,
                        TimelineKind.RECLASSIFIED,
                        TimelineKind.CLOSED);
    }

    @Test
    void aCrowdThatComesBackWithAClosedEventIsAnEventAgain() {
        TicketId first = crowd();
        acknowledges(first);
        attends(first);
        complete(taskAt(first, "Task_ReviewEvent"), "review", "补偿公示不及时", "followUp", "no", "category", "land");
        Matter closed = matter(first);
        clock.forward(Duration.ofDays(1));

        TicketId again = comes(village, again(closed));
        isReceived(
                again,
                "sameMatter",
                "yes",
                "earlierMatter",
                closed.number(),
                "groupSize",
                60,
                "destination",
                "county",
                "settleNow",
                null);
        Task alert = taskAt(again, "Task_AcknowledgeAlert");
        assertThat(matters.get(closed.id()).state()).isEqualTo(MatterState.ALERTED);
        assertThat(alert.getDueDate()).hasTime(in(Duration.ofMinutes(5)).toEpochMilli());
        assertThat(events.alerts(closed.id())).singleElement().satisfies(anew -> {
            assertThat(anew.alertedAt()).isEqualTo(clock.instant());
            assertThat(anew.acknowledgedAt()).isNull();
        });
        timerFires(again, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        assertThat(events.alerts(closed.id())).hasSize(2);
        completeAs(village.leader(), alert, "expectedAt", "2026-03-03T09:30");
        completeAs(
                village.leader(),
                taskAt(again, "Task_AttendScene", village.leader()),
                "arrivedAt",
                now(),
                "reply",
                "补偿款下月补齐");
        assertThat(events.scene(closed.id()))
                .hasValueSatisfying(scene -> assertThat(scene.review()).isNull());
        assertThat(db.sql("select reply from matter_scene where matter_id = ? order by round")
                        .param(closed.id().value())
                        .query(String.class)
                        .list())
                .as("both are kept")
                .containsExactly("补偿款本月到位", "补偿款下月补齐");
    }

    @Test
    void theRestIsHandledByTheLeaderLikeAnyMatter() {
        TicketId ticket = crowd();
        acknowledges(ticket);
        attends(ticket);
        complete(taskAt(ticket, "Task_ReviewEvent"), "review", "补偿公示不及时", "followUp", "yes", "category", "land");
        Task plan = taskAt(ticket, "Task_SetHandlingPlan", village.leader());
        assertThat(plan.getDueDate()).hasTime(endOf("2026-03-17").toEpochMilli());
        setsPlan(ticket, "2026-03-20");
        handles(ticket, "progress", "extend", "extensionReason", "等公示", "extensionUntil", "2026-03-30");
        // Nobody approves their own extension.
        Task decide = taskAt(ticket, "Task_DecideExtension");
        assertThat(isCandidate(decide, village.leader())).isFalse();
        assertThat(isCandidate(decide, village.deputy())).isTrue();
    }

    @Test
    void nobodyAnswersAndTheLevelAboveIsAlertedAsWellWhileTheFirstAlertGoesOn() {
        TicketId ticket = crowd();
        timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        Task above = taskAt(ticket, "Task_AcknowledgeEscalatedAlert");
        isTheirs(above, centre);
        assertThat(isCandidate(above, centre.leader())).isTrue();
        assertThat(above.getDueDate()).hasTime(in(Duration.ofMinutes(5)).toEpochMilli());
        taskAt(ticket, "Task_AcknowledgeAlert");
        // The centre is the top: there is nobody above to tell.
        timerFires(ticket, "Event_LevelAboveUnacknowledged", Duration.ofMinutes(5));
        assertThat(passed(ticket, "EndEvent_NobodyAbove")).isTrue();

        completeAs(centre.leader(), above, "remarks", "已联系村里");
        assertThat(passed(ticket, "EndEvent_LevelAboveAcknowledged")).isTrue();
        assertThat(passed(ticket, "Task_TakeEventOver")).isFalse();
        acknowledges(ticket);
        attends(ticket);
        complete(taskAt(ticket, "Task_ReviewEvent"), "review", "补偿公示不及时", "followUp", "no", "category", "land");
        assertThat(instance(ticket)).isNull();
        assertThat(events.alerts(matter(ticket).id()))
                .extracting(LargeScaleEvents.Alert::unitId)
                .containsExactly(village.id(), centre.id());
        assertThat(steps(ticket))
                .containsSubsequence(
                        TimelineKind.ALERTED, TimelineKind.ALERT_ESCALATED, TimelineKind.ALERT_ACKNOWLEDGED);
    }

    private void takesOver(TicketId ticket) {
        completeAs(
                centre.leader(),
                taskAt(ticket, "Task_AcknowledgeEscalatedAlert"),
                "takeOver",
                "yes",
                "remarks",
                "我在附近");
    }

    @Test
    void theLevelAboveTakesOverAndGoesThereWhileTheMatterStaysWithItsUnit() {
        TicketId ticket = crowd();
        timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        takesOver(ticket);
        assertThat(passed(ticket, "Event_AlertTakenOver")).isTrue();
        assertThat(passed(ticket, "EndEvent_EventTakenOver")).isTrue();
        assertThat(tasksOf(ticket)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_AttendScene");
        Task attend = taskAt(ticket, "Task_AttendScene", centre.leader());
        isTheirs(attend, centre);
        assertThat(tasks.getVariable(attend.getId(), "alertLine").toString()).contains("接手");
        completeAs(centre.leader(), attend, "arrivedAt", now(), "reply", "补偿款本月到位");

        Task review = taskAt(ticket, "Task_ReviewEvent", centre.leader());
        isTheirs(review, centre);
        completeAs(centre.leader(), review, "review", "村里没有响应", "followUp", "yes", "category", "land");
        Task plan = taskAt(ticket, "Task_SetHandlingPlan", village.leader());
        isTheirs(plan, village);
        assertThat(events.alerts(matter(ticket).id()))
                .extracting(LargeScaleEvents.Alert::acknowledgedBy, LargeScaleEvents.Alert::takenOverBy)
                .containsExactly(tuple(centre.leader(), centre.id()), tuple(centre.leader(), null));
        assertThat(steps(ticket))
                .containsSubsequence(
                        TimelineKind.ALERT_ESCALATED,
                        TimelineKind.ALERT_TAKEN_OVER,
                        TimelineKind.ON_SCENE,
                        TimelineKind.EVENT_REVIEWED);
    }

    @Test
    void theLeaderWhoAcknowledgedGoesAlsoIfTheLevelAboveWouldTakeOver() {
        TicketId ticket = crowd();
        timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        acknowledges(ticket);
        takesOver(ticket);
        isTheirs(taskAt(ticket, "Task_AttendScene", village.leader()), village);
        assertThat(steps(ticket)).doesNotContain(TimelineKind.ALERT_TAKEN_OVER);
        attends(ticket);
    }

    /** Both at the same moment: one of them goes, and the other learns that the task is gone or changes nothing. */
    @Test
    void acknowledgedInTheMomentInWhichTheLevelAboveTakesOver() throws Exception {
        for (int round = 0; round < 6; round++) {
            TicketId ticket = crowd();
            timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
            Task alert = taskAt(ticket, "Task_AcknowledgeAlert");
            Callable<Boolean> above = () -> {
                takesOver(ticket);
                return true;
            };
            Callable<Boolean> first = () -> {
                try {
                    completeAs(village.leader(), alert, "remarks", "马上到");
                    return true;
                } catch (RefusedException tooLate) {
                    assertThat(tooLate).hasMessageContaining("响应紧急通知");
                    return false;
                }
            };
            boolean theFirstGoes = atOnce(List.of(above, first)).get(1);
            var goes = theFirstGoes ? village : centre;
            assertThat(tasksOf(ticket)).extracting(Task::getTaskDefinitionKey).containsExactly("Task_AttendScene");
            isTheirs(taskAt(ticket, "Task_AttendScene", goes.leader()), goes);
            assertThat(steps(ticket))
                    .filteredOn(TimelineKind.ALERT_TAKEN_OVER::equals)
                    .hasSize(theFirstGoes ? 0 : 1);
        }
    }

    @Test
    void furtherUpEachLevelIsAlertedInItsTurn() {
        var hamlet = founder.found(village.id(), 1);
        TicketId ticket = comes(hamlet, group(60, "county"));
        timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        isTheirs(taskAt(ticket, "Task_AcknowledgeEscalatedAlert"), village);
        timerFires(ticket, "Event_LevelAboveUnacknowledged", Duration.ofMinutes(5));
        assertThat(tasksOf(ticket))
                .filteredOn(task -> task.getTaskDefinitionKey().equals("Task_AcknowledgeEscalatedAlert"))
                .extracting(Task::getTenantId)
                .containsExactlyInAnyOrder(village.id(), centre.id());
        Task villages = tasksOf(ticket).stream()
                .filter(task -> village.id().equals(task.getTenantId()))
                .findFirst()
                .orElseThrow();
        completeAs(village.leader(), villages, "remarks", "我去");
        assertThat(events.alerts(matter(ticket).id()))
                .filteredOn(one -> one.unitId().equals(village.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.acknowledgedBy()).isEqualTo(village.leader()));
    }

    @Test
    void howeverMuchTheLevelsAboveHaveWrittenTheLeaderGoesToTheScene() {
        String remarks = "路".repeat(1000);
        var hamlet = founder.found(village.id(), 1);
        var farm = founder.found(hamlet.id(), 1);
        TicketId ticket = comes(farm, group(60, "county"));
        MatterId matterId = matter(ticket).id();
        for (var above : List.of(hamlet, village, centre)) {
            events.escalate(matterId);
            events.acknowledge(matterId, above.id(), above.leader(), null, remarks);
        }

        completeAs(
                farm.leader(),
                taskAt(ticket, "Task_AcknowledgeAlert"),
                "expectedAt",
                "2026-03-02T09:20",
                "remarks",
                remarks);

        Task attend = taskAt(ticket, "Task_AttendScene", farm.leader());
        assertThat(tasks.getVariable(attend.getId(), "alertLine").toString()).contains("路路路", "60");
    }

    @Test
    void matterThatEndsLeavesTheTaskOfTheLevelAboveOpen() {
        TicketId ticket = crowd();
        timerFires(ticket, "Event_AlertUnacknowledged", Duration.ofMinutes(5));
        acknowledges(ticket);
        attends(ticket);
        complete(taskAt(ticket, "Task_ReviewEvent"), "review", "补偿公示不及时", "followUp", "no", "category", "land");
        assertThat(matter(ticket).state()).isEqualTo(MatterState.CLOSED);
        completeAs(centre.leader(), taskAt(ticket, "Task_AcknowledgeEscalatedAlert"), "remarks", "已知");
        assertThat(instance(ticket)).isNull();
    }

    @Test
    void aGroupThatTurnsOutToBeLargeAtTheReceptionIsALargeScaleEventToo() {
        TicketId ticket = receivedInTheVillage("groupSize", 45, "destination", "county");
        taskAt(ticket, "Task_AcknowledgeAlert");
        acknowledges(ticket);
        attends(ticket);
        // The person who received them stays responsible.
        assertThat(responsible(ticket)).isEqualTo(village.staff().get(0));
    }
}

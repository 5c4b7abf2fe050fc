package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** A visitor comes by appointment (L3.2a). */
@Tag("L3.2a")
class AppointmentTest extends VisitScenario {

    @Autowired
    private MendingSweep sweep;

    @Autowired
    RingingTasks ringing;

    @Autowired
    Notices notices;

    @Autowired
    @Qualifier("longWaits")
    Mending waits;

    private VisitKey near(String phone, String namedAgent) {
        VisitKey key = hasAppointment(phone, Duration.ofHours(2), namedAgent);
        timerFires(key, VisitReception.Event.MEETING_NEAR, Duration.ofMinutes(90));
        return key;
    }

    @Test
    void agentGetsTheTaskInGoodTimeWithTheMeetingPointAndTakesTheTurnAtTheMeeting() {
        VisitKey key = near(VISITOR, null);
        Task meet = taskAt(key, VisitReception.Task.MEET_VISITOR, first());
        assertThat(meet.getDueDate().toInstant()).isEqualTo(in(Duration.ofMinutes(25)));
        assertThat(tasks.getVariable(meet.getId(), "meetingPoint")).isEqualTo("南一楼西门门口");
        assertThat(rota.isFree(first())).as("goes on working until then").isTrue();

        clock.forward(Duration.ofMinutes(24));
        complete(meet, "arrival", "met");
        assertThat(rota.isFree(first())).isFalse();
        assertThat(visit(key).coming().arrivedAt()).isEqualTo(clock.instant());
        clock.forward(Duration.ofMinutes(30));
        receivesNew(key, first());
        registers(key, "李先生", VISITOR);
        assertThat(ledgerOf(key, first())).containsExactly(Kind.OFFERED, Kind.TAKEN, Kind.FINISHED);
        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, second());
    }

    @Test
    void anArrivalRingsAtTheAgentWhoWasSent() {
        VisitKey key = near(VISITOR, null);
        assertThat(ringing.of(first())).as("nobody is here yet").isEmpty();
        assertThat(notices.unread(first()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.APPOINTMENT_NEAR));
        // After the time by which the agent should have been there.
        clock.forward(Duration.ofMinutes(32));
        desk.arrived(key, null);

        assertThat(ringing.of(first())).singleElement().satisfies(ring -> {
            assertThat(ring.line()).contains("李先生").contains("南一楼西门门口");
            assertThat(ring.until()).isEqualTo(in(Duration.ofMinutes(3)));
        });
        assertThat(notices.unread(first()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.APPOINTMENT_ARRIVED));

        clock.forward(Duration.ofMinutes(3));
        waits.mend();
        waits.mend();
        assertThat(notices.unread(department.manager()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.APPOINTMENT_MISSED));
        complete(taskAt(key, VisitReception.Task.MEET_VISITOR), "arrival", "met");
        assertThat(notices.unread(first())).isEmpty();
        assertThat(notices.unread(department.manager())).isEmpty();
    }

    @Test
    @Tag("L3.2a")
    void theManagerIsToldOnceThatNobodyConfirmsAMeeting() {
        VisitKey key = near(VISITOR, null);
        timerFires(key, VisitReception.Timer.MEET_VISITOR_TELL_MANAGER, Duration.ofMinutes(25));
        desk.arrived(key, null);
        clock.forward(Duration.ofMinutes(10));
        waits.mend();

        assertThat(notices.unread(department.manager())).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.APPOINTMENT_MISSED);
            assertThat(notice.words().get(0)).isEqualTo("招商员4");
        });
        complete(taskAt(key, VisitReception.Task.MEET_VISITOR), "arrival", "met");
        assertThat(notices.unread(department.manager())).isEmpty();
    }

    @Test
    @Tag("L3.2a")
    void anAppointmentThatIsMovedSettlesWhatWasToldOfTheEarlierOne() {
        VisitKey key = near(VISITOR, null);
        timerFires(key, VisitReception.Timer.MEET_VISITOR_TELL_MANAGER, Duration.ofMinutes(25));
        assertThat(notices.unread(department.manager()))
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.APPOINTMENT_MISSED);

        desk.move(key, clock.instant().plus(Duration.ofHours(3)), null);

        assertThat(notices.unread(department.manager())).isEmpty();
    }

    @Test
    void nobodyElseIsGivenToAnAgentAroundTheirAppointment() {
        VisitKey key = near(VISITOR, null);
        assertThat(rota.isFree(first())).as("half an hour before").isTrue();
        clock.forward(Duration.ofMinutes(20));
        assertThat(rota.isFree(first())).isFalse();
        VisitKey walkIn = comes("13800000002");
        taskAt(walkIn, VisitReception.Task.GREET_VISITOR, second());
        assertThat(rota.explain(walkIn.contact()))
                .filteredOn(entry -> first().equals(entry.login()))
                .extracting(LedgerEntry::reason)
                .containsExactly(TurnReason.APPOINTMENT);

        complete(taskAt(key, VisitReception.Task.MEET_VISITOR), "arrival", "didNotCome");
        assertThat(rota.isFree(first())).isTrue();
    }

    @Test
    void theAgentIsKeptFreeForNobodyWhenTheVisitIsTakenAway() {
        VisitKey key = near(VISITOR, null);
        clock.forward(Duration.ofMinutes(20));
        assertThat(rota.isFree(first())).isFalse();

        // Taken away once it is begun again; twice, it is given up.
        runtime.deleteProcessInstance(instance(key).getId(), "test");
        sweep.look();
        runtime.deleteProcessInstance(instance(key).getId(), "test");

        assertThat(visit(key).state()).isEqualTo(VisitState.ABANDONED);
        assertThat(rota.isFree(first())).isTrue();
    }

    @Test
    void notConfirmedInTimeTheManagerIsToldAndTheReceptionGoesOn() {
        VisitKey key = near(VISITOR, null);
        Task meet = taskAt(key, VisitReception.Task.MEET_VISITOR);
        assertThat(isOpenFor(meet, department.manager())).isFalse();
        timerFires(key, VisitReception.Timer.MEET_VISITOR_TELL_MANAGER, Duration.ofMinutes(25));
        assertThat(isOpenFor(meet, department.manager())).isTrue();

        complete(meet, "arrival", "late");
        assertThat(visit(key).coming().arrival()).isEqualTo("late");
        taskAt(key, VisitReception.Task.GREET_VISITOR, first());
    }

    @Test
    void managerWhoWasToldGivesTheMeetingToAColleague() {
        VisitKey key = near(VISITOR, null);
        timerFires(key, VisitReception.Timer.MEET_VISITOR_TELL_MANAGER, Duration.ofMinutes(25));
        tasks.setAssignee(taskAt(key, VisitReception.Task.MEET_VISITOR).getId(), third());
        complete(taskAt(key, VisitReception.Task.MEET_VISITOR, third()), "arrival", "met");
        taskAt(key, VisitReception.Task.GREET_VISITOR, third());
        assertThat(rota.isFree(first())).isTrue();
    }

    @Test
    void visitorWhoDoesNotComeCostsNothing() {
        VisitKey key = near(VISITOR, null);
        complete(taskAt(key, VisitReception.Task.MEET_VISITOR), "arrival", "didNotCome");

        assertThat(ended(key, VisitReception.EndEvent.VISITOR_DID_NOT_COME)).isTrue();
        assertThat(visit(key).state()).isEqualTo(VisitState.NO_SHOW);
        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, first());
    }

    @Test
    void appointmentIsMovedWhileWaiting() {
        VisitKey key = hasAppointment(VISITOR, Duration.ofHours(2), null);
        Instant tomorrow = in(Duration.ofHours(26));
        assertThat(desk.move(key, tomorrow, "北门")).isTrue();
        assertThat(desk.move(key, tomorrow, "北门")).as("sent again").isTrue();

        Job timer = management
                .createJobQuery()
                .processInstanceId(instance(key).getId())
                .activityId(VisitReception.Event.MEETING_NEAR)
                .singleResult();
        assertThat(timer.getDuedate().toInstant()).isEqualTo(tomorrow.minus(Duration.ofMinutes(30)));
        assertThat(visit(key).coming().meetingPoint()).isEqualTo("北门");
    }

    @Test
    void appointmentIsMovedWhenSomebodyIsOnTheWayAlready() {
        VisitKey key = near(VISITOR, null);
        assertThat(desk.move(key, in(Duration.ofHours(5)), null)).isTrue();
        assertThat(visit(key).host().agent()).isNull();
        timerFires(key, VisitReception.Event.MEETING_NEAR, Duration.ofMinutes(270));
        taskAt(key, VisitReception.Task.MEET_VISITOR, first());
    }

    @Test
    void appointmentIsCancelledWhileWaitingOrWhenSomebodyIsOnTheWay() {
        VisitKey early = hasAppointment(VISITOR, Duration.ofHours(2), null);
        assertThat(desk.cancel(early)).isTrue();
        assertThat(desk.cancel(early)).as("sent again").isTrue();
        assertThat(ended(early, VisitReception.EndEvent.APPOINTMENT_CANCELLED)).isTrue();
        assertThat(visit(early).state()).isEqualTo(VisitState.CANCELLED);

        VisitKey late = near("13800000002", null);
        assertThat(desk.cancel(late)).isTrue();
        assertThat(ended(late, VisitReception.EndEvent.APPOINTMENT_CANCELLED)).isTrue();
        assertThat(visit(late).state()).isEqualTo(VisitState.CANCELLED);
        assertThat(desk.move(late, in(Duration.ofHours(5)), null)).isFalse();
    }

    @Test
    void visitorWhoIsEarlyIsMetAtOnce() {
        VisitKey key = hasAppointment(VISITOR, Duration.ofHours(2), null);
        assertThat(desk.arrived(key, "e1")).isTrue();
        assertThat(desk.arrived(key, "e1")).as("sent again").isTrue();

        Task meet = taskAt(key, VisitReception.Task.MEET_VISITOR, first());
        assertThat(meet.getDueDate().toInstant()).isEqualTo(in(Duration.ofMinutes(3)));
        assertThat(visit(key).coming().arrivedAt()).isEqualTo(clock.instant());
        assertThat(desk.cancel(key)).as("too late: the visitor is here").isFalse();
    }

    @Test
    @Tag("L3.2c")
    void earlierAgentMeetsTheirCustomerWithoutATurn() {
        String owner = third();
        customerOf(owner, ContactKind.VISIT, Duration.ofDays(2));
        VisitKey key = near(VISITOR, null);
        complete(taskAt(key, VisitReception.Task.MEET_VISITOR, owner), "arrival", "met");
        greetsKnown(key, owner, owner);
        seesOff(key);
        registers(key, "李先生", VISITOR);

        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, first());
        taskAt(comes("13800000003"), VisitReception.Task.GREET_VISITOR, second());
        taskAt(comes("13800000004"), VisitReception.Task.GREET_VISITOR, owner);
    }

    @Test
    @Tag("L3.1")
    void theNamedAgentMeetsTheVisitorAndHasUsedTheTurnIfTheyAreNew() {
        VisitKey key = near(VISITOR, "招商员5");
        complete(taskAt(key, VisitReception.Task.MEET_VISITOR, second()), "arrival", "met");
        receivesNew(key, second());

        taskAt(comes("13800000002"), VisitReception.Task.GREET_VISITOR, first());
        taskAt(comes("13800000003"), VisitReception.Task.GREET_VISITOR, third());
    }

    @Test
    void twoAppointmentsAtTheSameTimeAreMetByTwo() {
        VisitKey one = hasAppointment(VISITOR, Duration.ofHours(2), null);
        VisitKey two = hasAppointment("13800000002", Duration.ofHours(2), null);
        timerFires(one, VisitReception.Event.MEETING_NEAR, Duration.ofMinutes(90));
        timerFires(two, VisitReception.Event.MEETING_NEAR, Duration.ZERO);
        taskAt(one, VisitReception.Task.MEET_VISITOR, first());
        taskAt(two, VisitReception.Task.MEET_VISITOR, second());
    }

    @Test
    @Tag("L3.1")
    void nobodyIsThereToMeetTheVisitorWhoWaitsInLineFromThen() {
        department.visitTeam().forEach(agent -> presence.away(agent, "培训"));
        VisitKey key = near(VISITOR, null);
        assertThat(visit(key).inLine().queue()).isEqualTo(Queue.VISIT);
        assertThat(line.of(department.id())).as("not here before the time").isEmpty();

        desk.arrived(key, null);
        presence.present(second());
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.GREET_VISITOR, second());
    }

    @Test
    @Tag("L3.1")
    void aFreeAgentReceivesTheVisitorInLineWhenTheyArrive() {
        department.visitTeam().forEach(agent -> presence.away(agent, "培训"));
        VisitKey key = near(VISITOR, null);
        presence.present(third());
        assertThat(visit(key).state()).isEqualTo(VisitState.WAITING);

        clock.forward(Duration.ofMinutes(20));
        desk.arrived(key, null);
        soon(key, VisitState.OFFERED);
        taskAt(key, VisitReception.Task.GREET_VISITOR, third());
        assertThat(visit(key).coming().arrivedAt()).isEqualTo(clock.instant());
    }

    @Test
    void placeOfAnAppointmentMayBeAnother() {
        VisitKey key = announced(
                new Announcement("李先生", VISITOR, 1, null, in(Duration.ofHours(2)), "地铁口", null, Visit.VIEWING));
        timerFires(key, VisitReception.Event.MEETING_NEAR, Duration.ofMinutes(90));
        assertThat(tasks.getVariable(
                        taskAt(key, VisitReception.Task.MEET_VISITOR).getId(), "meetingPoint"))
                .isEqualTo("地铁口");
    }
}

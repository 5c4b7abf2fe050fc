package io.rotadesk.staff.duty.morning.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.engine.models.DailyDuty;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.staff.duty.morning.DutyDecision;
import io.rotadesk.staff.duty.morning.DutyNotice;
import io.rotadesk.staff.duty.morning.DutyNotice.Status;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A unit's day from its morning to the next. */
@RotaDeskTest
@Tag("L1.1")
class DailyDutyTest extends DutyScenario {

    @Autowired
    Customers customers;

    @Autowired
    FollowUps followUps;

    @Test
    @Tag("L3.2e")
    void inTheMorningCustomersWhoseValidityEndsAreFollowedUp() {
        Instant sixDaysAgo = clock.instant().minus(Duration.ofDays(6));
        long due = customers
                .add(unit(), "孟先生", "+8613100000001", agent("a1"), ContactKind.CALL, sixDaysAgo)
                .id();
        long later = customers
                .add(unit(), "孟女士", "+8613100000002", agent("a1"), ContactKind.CALL, clock.instant())
                .id();

        morning();

        assertThat(passed(DailyDuty.Task.START_FOLLOW_UPS, DailyDuty.EndEvent.FOLLOW_UPS_STARTED))
                .isTrue();
        assertThat(followUps.of(due)).hasSize(1);
        assertThat(followUps.of(later)).isEmpty();
    }

    @Test
    @Tag("L1.2")
    @Tag("L1.3")
    void inTheMorningEverybodyIsToldTheirPlace() {
        morning();

        assertThat(waitsAt(DailyDuty.Event.NEXT_MORNING)).isTrue();
        assertThat(notices.today(unit())).hasSize(6).allSatisfy(notice -> {
            assertThat(notice.status()).isEqualTo(Status.ON_DUTY);
            assertThat(notice.changed()).isFalse();
            assertThat(notice.isSeen()).isFalse();
        });
        assertThat(notice(agent("a2")).callPlace()).isEqualTo(2);
        assertThat(notice(agent("a2")).visitPlace()).isNull();
        assertThat(notice(agent("b3")).visitPlace()).isEqualTo(3);
        assertThat(begun).containsExactly(unit() + " " + MONDAY);
    }

    @Test
    void theReadersOfTheAnnouncementAreRecorded() {
        morning();
        DutyNotice mine = notice(agent("a1"));
        notices.seen(unit(), MONDAY, agent("a1"), mine.announcedAt());
        assertThat(notice(agent("a1")).seenAt()).isEqualTo(clock.instant());
        assertThat(notice(agent("a2")).isSeen()).isFalse();
    }

    @Test
    void beforeTheMorningNothingIsAnnounced() {
        clock.set(Instant.parse("2026-03-02T22:00:00Z"));
        found(Map.of());
        assertThat(timer(DailyDuty.Event.DUTY_BEGINS).getDuedate())
                .isEqualTo(Date.from(Instant.parse("2026-03-03T00:00:00Z")));
        assertThat(notices.today(unit())).isEmpty();
    }

    @Test
    void theDayIsFollowedByTheNextOneWithTheRolesSwapped() {
        morning();
        assertThat(timer(DailyDuty.Event.NEXT_MORNING).getDuedate())
                .isEqualTo(Date.from(Instant.parse("2026-03-03T00:00:00Z")));
        nextMorning();

        assertThat(ended(MONDAY, DailyDuty.EndEvent.NEXT_DAY_STARTED)).isTrue();
        assertThat(instances()).containsExactly(key(MONDAY.plusDays(1)));
        morning();
        assertThat(notice(agent("b1")).callPlace()).isEqualTo(1);
        assertThat(notice(agent("a1")).visitPlace()).isEqualTo(1);
        assertThat(begun).containsExactly(unit() + " " + MONDAY, unit() + " " + MONDAY.plusDays(1));
    }

    @Test
    void onAClosedDayNobodyIsToldAndTheNextMorningComes() {
        days.close(unit(), MONDAY, "停电");
        morning();
        assertThat(notices.today(unit())).isEmpty();
        assertThat(waitsAt(DailyDuty.Event.NEXT_MORNING)).isTrue();

        days.open(unit(), MONDAY, "来电了");
        assertThat(passed(DailyDuty.Event.DUTY_CHANGED, DailyDuty.Gateway.READY_TO_ANNOUNCE))
                .isTrue();
        assertThat(notices.today(unit())).hasSize(6);
    }

    @Test
    void aDayThatIsClosedAfterTheAnnouncementIsToldToEverybodyAgain() {
        morning();
        notices.seen(unit(), MONDAY, agent("a1"), clock.instant());
        days.close(unit(), MONDAY, "停电");
        assertThat(notice(agent("a1")).status()).isEqualTo(Status.CLOSED);
        assertThat(notice(agent("a1")).changed()).isTrue();
        assertThat(notice(agent("a1")).isSeen()).isFalse();
    }

    @Test
    void missedDaysAreNotMadeUpAndTodayBeginsAtOnce() {
        morning();
        clock.set(Instant.parse("2026-03-06T02:00:00Z"));
        fire(DailyDuty.Event.NEXT_MORNING);

        assertThat(instances()).containsExactly(key(MONDAY.plusDays(4)));
        morning();
        assertThat(begun).containsExactly(unit() + " " + MONDAY, unit() + " " + MONDAY.plusDays(4));
        assertThat(notices.today(unit())).hasSize(6);
    }

    @Test
    void aDayThatPassedBeforeItBeganIsSkipped() {
        clock.forward(Duration.ofHours(36));
        morning();

        assertThat(waitsAt(DailyDuty.Event.NEXT_MORNING)).isTrue();
        assertThat(begun).isEmpty();
        fire(DailyDuty.Event.NEXT_MORNING);
        assertThat(instances()).containsExactly(key(MONDAY.plusDays(1)));
    }

    @Test
    void anOverrideIsAnnouncedToThoseForWhomSomethingIsDifferent() {
        morning();
        seenByAll();
        orders.set(unit(), MONDAY, Queue.CALL, List.of(agent("a2"), agent("a1"), agent("a3")));

        assertThat(notice(agent("a2")).callPlace()).isEqualTo(1);
        assertThat(notice(agent("a2")).changed()).isTrue();
        assertThat(notice(agent("a2")).isSeen()).isFalse();
        assertThat(notice(agent("a3")).isSeen()).isTrue();
        assertThat(notice(agent("b1")).isSeen()).isTrue();
    }

    @Test
    void swappedRolesAreAnnouncedToEverybody() {
        morning();
        seenByAll();
        days.overrideRoles(unit(), MONDAY, "B");
        assertThat(notices.today(unit())).noneMatch(DutyNotice::isSeen);
        assertThat(notice(agent("b1")).callPlace()).isEqualTo(1);
        days.asPlanned(unit(), MONDAY);
        assertThat(notice(agent("a1")).callPlace()).isEqualTo(1);
    }

    @Test
    void leaveTodayRemovesAPersonFromTheAnnouncementUntilItIsCancelled() {
        morning();
        presence.leave(agent("a1"), MONDAY, MONDAY, "发烧");
        assertThat(notice(agent("a1")).status()).isEqualTo(Status.ON_LEAVE);
        assertThat(task()).as("two are left").isNull();
        presence.cancelLeave(agent("a1"), MONDAY);
        assertThat(notice(agent("a1")).status()).isEqualTo(Status.ON_DUTY);
    }

    @Test
    @Tag("L1.2")
    void withNobodyOnCallDutyTheManagerDecides() {
        allOnLeave("a");
        morning();

        assertThat(task().getTaskDefinitionKey()).isEqualTo(DailyDuty.Task.DECIDE_DUTY);
        assertThat(candidates(task())).containsExactly(department.manager());
        assertThat(task().getDueDate()).isEqualTo(Date.from(clock.instant().plus(Duration.ofMinutes(10))));
        assertThat(shown("problems")).contains("接电：当值人员今天都不在岗");
        assertThat(shown("arrangement")).contains("接访", "招商员4、招商员5、招商员6");
        assertThat(options()).containsExactly("everybody", "goOn", "swap", "close");

        decide("everybody");

        assertThat(waitsAt(DailyDuty.Event.NEXT_MORNING)).isTrue();
        assertThat(rota.offer(unit(), Queue.CALL, Contact.call(unit() + ":1"))
                        .turn()
                        .orElseThrow()
                        .login())
                .isEqualTo(agent("b1"));
        assertThat(notice(agent("b1")).callPlace()).isEqualTo(4);
        assertThat(mornings.find(unit(), MONDAY).orElseThrow().decidedBy()).isEqualTo(department.manager());
        assertThat(task()).isNull();
    }

    @Test
    void theManagerSwapsTheTeamsForTheDay() {
        allOnLeave("a");
        morning();
        decide("swap");
        assertThat(days.today(unit()).callTeam()).isEqualTo("B");
        assertThat(notice(agent("b1")).callPlace()).isEqualTo(1);
        assertThat(task()).as("what is left of the problem is what was decided").isNull();
    }

    @Test
    void theManagerClosesTheDay() {
        allOnLeave("a");
        allOnLeave("b");
        morning();
        assertThat(options()).startsWith("goOn");
        decide("close");
        assertThat(days.today(unit()).closed()).isTrue();
        assertThat(task()).isNull();
    }

    @Test
    void withoutADecisionTheDeputyIsToldAndThenEverybodyStandsIn() {
        allOnLeave("b");
        morning();
        fire(DailyDuty.Timer.DECIDE_DUTY_TELL_DEPUTY, Duration.ofMinutes(10));
        assertThat(candidates(task())).contains(department.deputy());

        fire(DailyDuty.Event.DECISION_TIMEOUT, Duration.ofMinutes(10));

        assertThat(task()).isNull();
        assertThat(notice(agent("a1")).visitPlace()).isEqualTo(4);
        var morning = mornings.find(unit(), MONDAY).orElseThrow();
        assertThat(morning.decision()).isEqualTo(DutyDecision.EVERYBODY);
        assertThat(morning.decidedBy()).isNull();
    }

    @Test
    void aFindingThatTheManagerSolvesOnTheDutyPageNeedsNoDecision() {
        allOnLeave("a");
        morning();
        orders.set(unit(), MONDAY, Queue.CALL, List.of(agent("b1"), agent("b2"), agent("a1")));
        assertThat(passed(DailyDuty.Event.CHANGED_MEANWHILE)).isTrue();
        assertThat(task()).isNull();
        assertThat(waitsAt(DailyDuty.Event.NEXT_MORNING)).isTrue();
    }

    @Test
    void theManagerIsAskedOnceAboutAPersonAloneAndNotEveryMorning() {
        presence.leave(agent("a1"), MONDAY, MONDAY.plusDays(5), "");
        presence.leave(agent("a2"), MONDAY, MONDAY.plusDays(5), "");
        morning();
        assertThat(shown("problems")).contains("接电：今天只有招商员3一人在岗");
        decide("goOn");

        nextMorning();
        morning();
        assertThat(task()).isNull();

        presence.leave(agent("b1"), MONDAY.plusDays(1), MONDAY.plusDays(1), "");
        presence.leave(agent("b2"), MONDAY.plusDays(1), MONDAY.plusDays(1), "");
        assertThat(shown("problems")).contains("招商员6一人", "招商员3一人");
    }

    @Test
    void aRosterThatChangesAfterTheFirstContactIsTakenInIfTheManagerSaysSo() {
        morning();
        rota.offer(unit(), Queue.CALL, Contact.call(unit() + ":1"));
        rota.offer(unit(), Queue.VISIT, Contact.visit(unit() + ":1"));
        join("a9", "A");

        assertThat(shown("problems")).contains("花名册有变动", "新来的");
        assertThat(options()).contains("takeRoster");
        decide("takeRoster");
        assertThat(notice(agent("a9")).callPlace()).isEqualTo(4);
        assertThat(task()).isNull();
    }

    @Test
    void teamsThatBecameUnevenAreToldToTheManager() {
        morning();
        roster.left(agent("b1"));
        assertThat(task()).as("three and two").isNull();
        roster.left(agent("b2"));
        assertThat(shown("problems")).contains("A 组 3 人，B 组 1 人", "接访：今天只有招商员6一人");
    }

    @Test
    void aChangeThatSolvesNothingLeavesTheManagersTaskAlone() {
        allOnLeave("a");
        morning();
        String task = task().getId();
        presence.leave(agent("b1"), MONDAY, MONDAY, "");
        assertThat(task().getId()).isEqualTo(task);
        assertThat(notice(agent("b1")).status()).isEqualTo(Status.ON_LEAVE);
        presence.leave(agent("b2"), MONDAY, MONDAY, "");
        assertThat(task().getId()).as("now one is alone with the visits").isNotEqualTo(task);
        assertThat(shown("problems")).contains("招商员6一人");
    }

    @Test
    void aUnitWithoutAManagerGoesOnWhenTheTimeIsOver() {
        var unit = units.get(unit());
        units.save(new Unit(unit.id(), unit.name(), unit.projectName(), null, List.of(), List.of(), unit.settings()));
        allOnLeave("a");
        morning();
        fire(DailyDuty.Timer.DECIDE_DUTY_TELL_DEPUTY, Duration.ofMinutes(10));
        fire(DailyDuty.Event.DECISION_TIMEOUT, Duration.ofMinutes(10));
        assertThat(notice(agent("b1")).callPlace()).isEqualTo(4);
    }
}

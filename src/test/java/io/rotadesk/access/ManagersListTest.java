package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.TestClock;
import io.rotadesk.Timers;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.DailyDuty;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.engine.models.ServiceCheck;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.conduct.ServiceChecks;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.duty.Presence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every task that a manager may claim is on the manager's own list in Tasklist, and stays there when somebody has
 * claimed it.
 */
class ManagersListTest extends AccessTest {

    private static final String MANAGERS_LIST = "经理事项";
    private static final String PHONE = "13800000071";

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    Customers customers;

    @Autowired
    Disputes disputes;

    @Autowired
    Escalations escalations;

    @Autowired
    ServiceChecks checks;

    @Autowired
    IncomingCalls calls;

    @Autowired
    Announcements visits;

    @Autowired
    Presence presence;

    @Autowired
    FilterService filters;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    LeasingDepartment department;
    String agent;

    @BeforeEach
    void aDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        agent = department.callTeam().get(0);
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @Test
    @Tag("L3.2e")
    void theDecisionWhoseCustomerItIs() {
        customers.add(department.id(), "欧阳问", "+86" + PHONE, agent, ContactKind.VISIT, clock.instant());
        assertThat(disputes.claim(department.id(), department.callTeam().get(1), PHONE, "名片")
                        .isRefused())
                .isFalse();
        isOnTheManagersList(OwnershipDispute.Task.DECIDE_OWNERSHIP);
    }

    @Test
    @Tag("L3.7")
    void anAgentsQuestion() {
        escalations.raise(department.id(), agent, new CallKey(department.id(), "list-1").contact(), "免租期多长？");
        isOnTheManagersList(ManagerEscalation.Task.ANSWER_QUESTION);
    }

    @Test
    @Tag("L3.6")
    void aSpotCheck() {
        VisitKey key = comes();
        checks.start(department.id(), key.contact(), department.visitTeam().get(0));
        isOnTheManagersList(ServiceCheck.Task.CHECK_SERVICE);
    }

    @Test
    @Tag("L2.1")
    void aCallForWhichNobodyIsFree() {
        department.callTeam().forEach(login -> presence.away(login, "开会"));
        department.visitTeam().forEach(login -> presence.away(login, "开会"));
        calls.receive(new CallKey(department.id(), "list-2"), PHONE, null);
        isOnTheManagersList(CallHandling.Task.ASSIGN_CALL);
    }

    @Test
    @Tag("L3.1")
    void aVisitorWhoWaitsTooLong() {
        department.visitTeam().forEach(login -> presence.away(login, "开会"));
        comes();
        fires("Event_WaitedTooLong", Duration.ofMinutes(10));
        isOnTheManagersList(VisitReception.Task.ASSIGN_VISITOR);
    }

    @Test
    @Tag("L3.1")
    void aDutyDayOnWhichNobodyIsHere() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        Stream.concat(department.callTeam().stream(), department.visitTeam().stream())
                .forEach(login -> presence.leave(login, today, today, ""));
        fires(DailyDuty.Event.DUTY_BEGINS, Duration.ZERO);
        isOnTheManagersList(DailyDuty.Task.DECIDE_DUTY);
    }

    /** The agent keeps it; the manager is told, and finds it. */
    @Test
    @Tag("L3.2a")
    void aTaskWithWhichAnAgentIsLate() {
        visits.announce(
                new VisitKey(department.id(), "list-3"),
                new Announcement(
                        "欧阳问", PHONE, 1, null, clock.instant().plus(Duration.ofHours(2)), null, null, Visit.VIEWING));
        fires(VisitReception.Event.MEETING_NEAR, Duration.ofMinutes(90));
        fires(VisitReception.Timer.MEET_VISITOR_TELL_MANAGER, Duration.ofMinutes(25));
        Task task = task(VisitReception.Task.MEET_VISITOR);
        assertThat(task.getAssignee()).isNotNull();
        assertThat(listsOf(department.manager(), task)).contains(MANAGERS_LIST);
    }

    private void isOnTheManagersList(String key) {
        Task task = task(key);
        assertThat(listsOf(department.manager(), task))
                .containsExactlyInAnyOrder("我的任务", "本组待领取", MANAGERS_LIST, "全部任务");
        assertThat(listsOf(agent, task)).as("no agent's business").isEmpty();

        as(department.manager());
        tasks.claim(task.getId(), department.manager());

        assertThat(listsOf(department.manager(), task)).containsExactlyInAnyOrder("我的任务", MANAGERS_LIST, "全部任务");
    }

    private VisitKey comes() {
        VisitKey key = new VisitKey(department.id(), "list");
        visits.announce(key, new Announcement("欧阳问", PHONE, 1, null, null, null, null, Visit.VIEWING));
        return key;
    }

    private void fires(String event, Duration later) {
        clock.forward(later);
        Job job = Timers.only(management.createJobQuery().tenantIdIn(department.id()), event);
        management.executeJob(job.getId());
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .tenantIdIn(department.id())
                .taskDefinitionKey(key)
                .singleResult();
    }

    /** The lists of a person that have the task, as Tasklist asks for them. */
    private List<String> listsOf(String login, Task task) {
        as(login);
        try {
            return filters.createTaskFilterQuery().list().stream()
                    .filter(filter -> filters.<Task>list(filter.getId()).stream()
                            .map(Task::getId)
                            .anyMatch(task.getId()::equals))
                    .map(Filter::getName)
                    .toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void as(String login) {
        SignedInUser user = accounts.find(login).orElseThrow();
        identity.setAuthentication(login, user.groups(), List.copyOf(user.units()));
    }
}

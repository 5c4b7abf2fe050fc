package io.rotadesk.staff.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.leasing.customer.AgentHistory;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.ClaimReason;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.handover.Handovers.Result;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.web.desk.DepartmentInBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Somebody leaves, and nothing stays behind. */
@RotaDeskTest
@Tag("L3.2e")
class HandoversTest {

    private static final AtomicInteger numbers = new AtomicInteger(1000);

    @Autowired
    WebApplicationContext application;

    @Autowired
    Handovers handovers;

    @Autowired
    Customers customers;

    @Autowired
    AgentHistory history;

    @Autowired
    FollowUps followUps;

    @Autowired
    Escalations escalations;

    @Autowired
    Disputes disputes;

    @Autowired
    Announcements visits;

    @Autowired
    Visits visitRegister;

    @Autowired
    Agents agents;

    @Autowired
    Accounts accounts;

    @Autowired
    Presence presence;

    @Autowired
    Rota rota;

    @Autowired
    TaskService tasks;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    String leaver;
    String first;
    String second;

    @BeforeEach
    void aDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        leaver = department.login("A", 1);
        first = department.login("A", 2);
        second = department.login("B", 1);
    }

    @Test
    void customersAndEveryKindOfOpenWorkGoToColleaguesAndNothingStays() {
        List<Customer> theirs = Stream.generate(() -> customer(leaver)).limit(5).toList();
        Customer others = customer(second);
        clock.forward(Duration.ofDays(6));
        followUps.startDue(department.unit);
        Dispute byLeaver = claim(leaver, others);
        Dispute fromLeaver = claim(second, theirs.get(0));
        answered(escalations.raise(department.unit, leaver, null, "能分租吗?"));
        VisitKey appointment = new VisitKey(department.unit, "appointment");
        visits.announce(
                appointment,
                new Announcement(
                        "移交",
                        "13400009999",
                        1,
                        null,
                        clock.instant().plus(Duration.ofDays(1)),
                        null,
                        leaver,
                        Visit.VIEWING));
        presence.away(leaver, "");
        assertThat(handovers.of(department.unit, leaver))
                .containsEntry("customers", 5)
                .containsEntry("tasks", 7)
                .containsEntry("visits", 1)
                .containsEntry("disputes", 1);
        List<Task> open = tasks.createTaskQuery().taskAssignee(leaver).list();

        assertThat(handovers.handOver(department.unit, leaver, List.of(first, second), first))
                .isEqualTo(Result.DONE);

        assertThat(handovers.of(department.unit, leaver).values()).containsOnly(0);
        assertThat(theirs).extracting(this::agent).containsExactly(first, second, first, second, first);
        assertThat(theirs)
                .allSatisfy(customer -> assertThat(now(customer).validUntil()).isEqualTo(customer.validUntil()));
        assertThat(history.of(theirs.get(1).id(), clock.instant()))
                .extracting(AgentPeriod::agent, AgentPeriod::began)
                .containsExactly(tuple(leaver, ClaimReason.FIRST_CALL), tuple(second, ClaimReason.HANDED_OVER));
        for (Task before : open) {
            Task after = tasks.createTaskQuery().taskId(before.getId()).singleResult();
            assertThat(after.getAssignee()).isIn(first, second);
            assertThat(after.getDueDate()).as("nothing is reset").isEqualTo(before.getDueDate());
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .resourceType(Resources.TASK)
                            .resourceId(before.getId())
                            .list())
                    .extracting(given -> given.getUserId())
                    .contains(after.getAssignee())
                    .doesNotContain(leaver);
        }
        assertThat(db.sql("select count(*) from public.act_ru_variable where text_ = ?")
                        .param(leaver)
                        .query(Integer.class)
                        .single())
                .as("no running process names the leaver")
                .isZero();
        assertThat(visitRegister.get(appointment).announced().askedFor()).isEqualTo(first);
        assertThat(disputes.get(byLeaver.id()).claimant()).isEqualTo(first);
        assertThat(disputes.get(fromLeaver.id()).owner()).isEqualTo(first);
        assertThat(agents.get(leaver).left()).isTrue();
        assertThat(accounts.find(leaver).filter(account -> !account.roles().isEmpty()))
                .isEmpty();
        assertThat(presence.awayNote(leaver)).isEmpty();
    }

    @Test
    void doingItAgainTakesAlongWhatHasComeSince() {
        handovers.handOver(department.unit, leaver, List.of(first), first);
        Customer late = customer(leaver);

        assertThat(handovers.handOver(department.unit, leaver, List.of(first), first))
                .isEqualTo(Result.DONE);

        assertThat(agent(late)).isEqualTo(first);
    }

    @Test
    void aContactInHandIsFinishedFirst() {
        Customer customer = customer(leaver);
        Contact call = Contact.call(department.unit + ":in-hand");
        rota.engaged(call, leaver);

        assertThat(handovers.handOver(department.unit, leaver, List.of(first), first))
                .isEqualTo(Result.IN_HAND);
        assertThat(agent(customer)).isEqualTo(leaver);
        assertThat(agents.get(leaver).left()).isFalse();

        rota.finished(call, leaver);
        assertThat(handovers.handOver(department.unit, leaver, List.of(first), first))
                .isEqualTo(Result.DONE);
    }

    @Test
    void onlyColleaguesWhoWorkThereTakeOver() {
        for (String nobody : List.of(leaver, "nobody")) {
            assertThat(handovers.handOver(department.unit, leaver, List.of(nobody), first))
                    .isEqualTo(Result.NOT_ON_ROSTER);
            assertThat(handovers.handOver(department.unit, leaver, List.of(first), nobody))
                    .isEqualTo(Result.NOT_ON_ROSTER);
        }
        assertThat(handovers.handOver(department.unit, leaver, List.of(), first))
                .isEqualTo(Result.NOT_ON_ROSTER);
        assertThat(agents.get(leaver).left()).isFalse();
    }

    @Test
    void theManagersPageShowsEachPersonsWorkAndHandsItOver() {
        Customer customer = customer(leaver);
        String path = "/desk/handover?unit=" + department.unit;
        assertThat(department.agent("A", 2).get(path).status()).isEqualTo(403);
        assertThat(department.manager().get(path + "&leaver=" + leaver).text()).contains("安一离职", "客户 1");

        var refused = department.manager().post(path, "leaver", leaver, "customersTo", first, "workTo", leaver);
        assertThat(department.manager().follow(refused).html())
                .as("whom the manager chose stays chosen")
                .containsPattern("value=\"" + first + "\"\\s+checked");
        department.manager().post(path, "leaver", leaver, "customersTo", first, "workTo", first);

        assertThat(agent(customer)).isEqualTo(first);
        assertThat(department.manager().get(path).text()).contains("安二").doesNotContain("安一");
        customer(leaver);
        assertThat(department.manager().get(path).text()).contains("安一 已离职");
    }

    private final java.util.Map<Long, String> phones = new java.util.HashMap<>();

    private Dispute claim(String login, Customer customer) {
        return disputes.claim(department.unit, login, phones.get(customer.id()), "理由")
                .dispute();
    }

    private void answered(String question) {
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(question).singleResult();
        tasks.setAssignee(task.getId(), department.manager.login());
        tasks.complete(task.getId(), Map.of("answer", "可以", "addToHandbook", false));
    }

    private Customer customer(String agent) {
        String phone = "+861340000" + numbers.incrementAndGet();
        Customer customer = customers.add(department.unit, "移交", phone, agent, ContactKind.CALL, clock.instant());
        phones.put(customer.id(), phone);
        return customer;
    }

    private Customer now(Customer customer) {
        return customers.find(customer.id()).orElseThrow();
    }

    private String agent(Customer customer) {
        return now(customer).agent();
    }
}

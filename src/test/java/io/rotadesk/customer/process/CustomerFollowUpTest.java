package io.rotadesk.customer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.Department;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.call.CallDesk;
import io.rotadesk.call.CallKey;
import io.rotadesk.customer.AgentHistory;
import io.rotadesk.customer.AgentPeriod;
import io.rotadesk.customer.ClaimReason;
import io.rotadesk.customer.ContactKind;
import io.rotadesk.customer.Customer;
import io.rotadesk.customer.Customers;
import io.rotadesk.customer.FollowUp;
import io.rotadesk.customer.FollowUp.Outcome;
import io.rotadesk.customer.FollowUps;
import io.rotadesk.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer is followed up before validity ends. */
@RotaDeskTest
@Tag("L3.2e")
class CustomerFollowUpTest {

    private static final AtomicInteger numbers = new AtomicInteger(1000);
    private static final String NAME = "上官问月";
    private static final String SAID = "请你们永远别再打来";

    @Autowired
    Department.Founder founder;

    @Autowired
    Customers customers;

    @Autowired
    AgentHistory history;

    @Autowired
    FollowUps followUps;

    @Autowired
    CallDesk calls;

    @Autowired
    Roster roster;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    Department department;
    String agent;
    String phone;

    @BeforeEach
    void newDepartment() {
        BpmnAwareTests.init(engine);
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        agent = department.callTeam().get(0);
    }

    @Test
    void theAgentGetsTheTaskTwoDaysBeforeTheLastDayIsOver() {
        Customer customer = called();
        // Monday's call is good until the end of next Monday; Sunday and Monday are left when it is Sunday.
        morning(5);
        assertThat(followUps.startDue(department.id())).isZero();
        morning(6);
        assertThat(followUps.startDue(department.id())).isEqualTo(1);

        ProcessInstance process = process(customer);
        assertThat(process).hasPassed("StartEvent_FollowUpDue").isWaitingAt("Task_FollowUp");
        Task task = task(process);
        assertThat(task.getAssignee()).isEqualTo(agent);
        assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2026-03-09T04:00:00Z")));
        assertThat(timer(process, "Event_ValidityEnded").getDuedate())
                .isEqualTo(Date.from(customer.validUntil()))
                .isEqualTo(Date.from(Instant.parse("2026-03-09T16:00:00Z")));
        assertThat(shown(task, "customerLine")).contains(NAME).contains(phone.substring(11));
        assertThat(shown(task, "validityLine")).contains("2026-03-09");
        assertThat(shown(task, "lastLine")).isNotBlank();
        assertThat(followUps.startDue(department.id())).as("once is enough").isZero();
    }

    @Test
    void aReachedCustomerStaysTheAgentsForAnotherWeek() {
        Customer customer = due();
        ProcessInstance process = process(customer);

        send(task(process), "outcome", "reached", "remarks", "下周来看");

        assertThat(process).isEnded().hasPassed("EndEvent_CustomerReached");
        assertThat(now(customer).validUntil()).isEqualTo(customer.validUntil().plus(Duration.ofDays(6)));
        assertThat(now(customer).lastContactAt()).isEqualTo(clock.instant());
        assertThat(followUps.of(customer.id())).singleElement().satisfies(done -> {
            assertThat(done.outcome()).isEqualTo(Outcome.REACHED);
            assertThat(done.remarks()).isEqualTo("下周来看");
        });
        assertThat(periods(customer)).extracting(AgentPeriod::until).containsOnlyNulls();
        morning(12);
        assertThat(followUps.startDue(department.id()))
                .as("and is followed up again")
                .isEqualTo(1);
    }

    @Test
    void aCustomerWhoIsNotReachedIsTriedAgainUntilTheEnd() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        clock.set(Instant.parse("2026-03-09T05:00:00Z"));

        send(task(process), "outcome", "notReached", "remarks", "占线");

        assertThat(process).isWaitingAt("Task_FollowUp");
        Task again = task(process);
        assertThat(shown(again, "triesLine")).contains("1").contains("占线");
        assertThat(engine.getTaskService().getVariable(again.getId(), "remarks"))
                .as("a new try, a new form")
                .isNull();
        assertThat(again.getDueDate()).isEqualTo(Date.from(clock.instant().plus(Duration.ofMinutes(30))));

        send(again, "outcome", "notReached");
        send(task(process), "outcome", "reached");

        assertThat(process).isEnded();
        assertThat(followUps.of(customer.id()).get(0).tries()).isEqualTo(2);
        assertThat(followUps.of(customer.id()).get(0).remarks()).isEqualTo("占线");
    }

    @Test
    void theEndComesByTimerAndIsWrittenDownToTheSecond() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        clock.set(customer.validUntil().plusMillis(400));

        fire(process, "Event_ValidityEnded");

        assertThat(process).isEnded().hasPassed("Task_RecordLapse", "EndEvent_CustomerLapsed");
        assertThat(periods(customer))
                .extracting(AgentPeriod::agent, AgentPeriod::until, AgentPeriod::ended)
                .containsExactly(tuple(agent, customer.validUntil(), ClaimReason.LAPSED));
        assertThat(followUps.of(customer.id())).extracting(FollowUp::outcome).containsExactly(Outcome.LAPSED);
        clock.forward(Duration.ofDays(1));
        assertThat(followUps.startDue(department.id())).isZero();
    }

    @Test
    void whoIsLateIsReminded() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        assertThat(timer(process, "Event_FollowUpReminder").getDuedate())
                .isEqualTo(task(process).getDueDate());

        fire(process, "Event_FollowUpReminder");

        assertThat(process)
                .hasPassed("Task_RemindAgent", "EndEvent_AgentReminded")
                .isWaitingAt("Task_FollowUp");
        assertThat(task(process).getPriority()).isEqualTo(75);
        assertThat(db.sql("select task from task_reminder where process = 'customer-follow-up' and unit_id = ?")
                        .param(department.id())
                        .query(String.class)
                        .list())
                .containsExactly("Task_FollowUp");
    }

    @Test
    void aContactInBetweenMakesTheFollowUpNeedless() {
        Customer customer = due();
        ProcessInstance process = process(customer);

        customers.contacted(department.id(), customer.id(), null, null, ContactKind.CALL, clock.instant());

        assertThat(process).isEnded().hasPassed("Event_CustomerContacted", "EndEvent_ContactInBetween");
        assertThat(followUps.of(customer.id())).extracting(FollowUp::outcome).containsExactly(Outcome.CONTACTED);
    }

    @Test
    void theCallOfACustomerWhoIsDueEndsTheFollowUpWhenItIsRegistered() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        CallKey key = new CallKey(department.id(), "due-" + numbers.incrementAndGet());
        // The agent's team answers calls every other day.
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        calls.receive(key, phone, null);
        for (String step : List.of("Task_PickUpCall", "Task_AskCaller", "Task_RegisterCall")) {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(key.callId())
                    .singleResult();
            if (task == null || !task.getTaskDefinitionKey().equals(step)) {
                break;
            }
            send(task, form(step));
        }
        Task last = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key.callId())
                .singleResult();
        if (last != null) {
            // A colleague has the phone today, and the agent takes over.
            send(last, Map.of("taking", "yes"));
            send(
                    engine.getTaskService()
                            .createTaskQuery()
                            .processInstanceBusinessKey(key.callId())
                            .singleResult(),
                    form("Task_RegisterCall"));
        }
        assertThat(process).isEnded().hasPassed("EndEvent_ContactInBetween");
        assertThat(now(customer).validUntil()).isAfter(customer.validUntil());
    }

    @Test
    void aContactThatDoesNotMoveTheEndLeavesTheFollowUpOpen() {
        Customer customer = due();

        customers.contacted(
                department.id(), customer.id(), null, null, ContactKind.CALL, TestClock.MONDAY_NINE.minusSeconds(1));

        assertThat(process(customer)).isWaitingAt("Task_FollowUp");
    }

    @Test
    void anAgentWhoTakesTheCustomerOverGetsTheTask() {
        Customer customer = due();
        String colleague = department.callTeam().get(1);

        customers.handOver(department.id(), customer.id(), colleague, ClaimReason.HANDED_OVER);

        assertThat(task(process(customer)).getAssignee()).isEqualTo(colleague);
        send(task(process(customer)), "outcome", "notReached");
        assertThat(task(process(customer)).getAssignee()).isEqualTo(colleague);
        assertThat(followUps.of(customer.id()).get(0).agent()).isEqualTo(colleague);
    }

    @Test
    void aTimerThatGoesOffThoughTheEndWasPutOffEndsNothing() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        db.sql("update customer set valid_until = valid_until + interval '3 days' where id = ?")
                .param(customer.id())
                .update();
        clock.set(customer.validUntil());

        fire(process, "Event_ValidityEnded");

        assertThat(process).isEnded();
        assertThat(periods(customer)).extracting(AgentPeriod::until).containsOnlyNulls();
        assertThat(followUps.of(customer.id())).extracting(FollowUp::outcome).containsExactly(Outcome.POSTPONED);
        assertThat(followUps.startDue(department.id()))
                .as("due with the new end")
                .isZero();
        clock.forward(Duration.ofDays(1));
        assertThat(followUps.startDue(department.id())).isEqualTo(1);
    }

    @Test
    void aContactThatRacesTheEndHasItsEffectOnceWhoeverIsFirst() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 12; i++) {
                clock.set(TestClock.MONDAY_NINE);
                Customer customer = due();
                ProcessInstance process = process(customer);
                String job = timer(process, "Event_ValidityEnded").getId();
                Instant end = customer.validUntil();
                clock.set(end);
                boolean inTime = i % 2 == 0;
                var start = new CountDownLatch(1);
                var contact = threads.submit(() -> {
                    start.await();
                    // Somebody who called just before the end, or just after.
                    Instant at = inTime ? end.minusSeconds(1) : end;
                    customers.contacted(department.id(), customer.id(), null, agent, ContactKind.CALL, at);
                    return null;
                });
                var timer = threads.submit(() -> {
                    start.await();
                    try {
                        engine.getManagementService().executeJob(job);
                    } catch (RuntimeException contactWasFirst) {
                        // The process went away before, or while, the timer looked at it: the engine drops the job.
                        assertThat(engine.getManagementService()
                                        .createJobQuery()
                                        .jobId(job)
                                        .count())
                                .isZero();
                    }
                    return null;
                });
                start.countDown();
                contact.get(30, TimeUnit.SECONDS);
                timer.get(30, TimeUnit.SECONDS);

                assertThat(process).isEnded();
                assertThat(now(customer).isValid(end)).isTrue();
                assertThat(followUps.of(customer.id()))
                        .singleElement()
                        .satisfies(done -> assertThat(done.closedAt()).isNotNull());
                assertThat(periods(customer))
                        .extracting(AgentPeriod::ended)
                        .containsExactlyElementsOf(inTime ? Collections.singletonList(null) : endedThenOpen());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void fiftyStartsAtOnceAreOne() throws Exception {
        for (int i = 0; i < 120; i++) {
            called();
        }
        morning(6);
        var threads = Executors.newFixedThreadPool(25);
        try {
            Callable<Integer> start = () -> followUps.startDue(department.id());
            int started = 0;
            for (var result : threads.invokeAll(Collections.nCopies(50, start))) {
                started += result.get();
            }
            assertThat(started).isEqualTo(120);
        } finally {
            threads.shutdownNow();
        }
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("customer-follow-up")
                        .variableValueEquals("unitId", department.id())
                        .count())
                .isEqualTo(120);
        assertThat(db.sql("select count(*) from follow_up where unit_id = ?")
                        .param(department.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(120);
    }

    @Test
    void whatIsStartedStaysWhateverBecomesOfTheTransactionAroundIt() {
        Customer customer = called();
        morning(6);
        transaction.executeWithoutResult(status -> {
            assertThat(followUps.startDue(department.id())).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(process(customer)).isWaitingAt("Task_FollowUp");
    }

    @Test
    void customersOfWhoHasLeftAndCustomersOfNobodyAreNotFollowedUp() {
        customers.add(department.id(), NAME, number(), null, ContactKind.CALL, clock.instant());
        String leaver = department.callTeam().get(1);
        customers.add(department.id(), NAME, number(), leaver, ContactKind.CALL, clock.instant());
        roster.left(leaver);
        morning(6);
        assertThat(followUps.startDue(department.id())).isZero();
    }

    @Test
    void theTimersStandBackForTheRing() {
        Customer customer = due();
        CallKey key = new CallKey(department.id(), "priority-" + numbers.incrementAndGet());
        calls.receive(key, null, null);
        Job ring = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(key.callId())
                        .singleResult()
                        .getId())
                .singleResult();
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(process(customer).getId())
                        .list())
                .hasSize(2)
                .allSatisfy(timer -> assertThat(timer.getPriority()).isLessThan(ring.getPriority()));
    }

    @Test
    void nothingOfTheCustomerIsInTheProcessOrLeftAfterErasure() {
        Customer customer = due();
        ProcessInstance process = process(customer);
        send(task(process), "outcome", "notReached", "remarks", SAID);
        assertThat(engine.getRuntimeService().getVariables(process.getId()))
                .containsOnlyKeys("followUpId", "unitId", "reached");

        assertThat(variablesThatHold(SAID))
                .as("what was said, in the next try's form")
                .isPositive();

        customers.erase(department.id(), customer.id());

        assertThat(process(customer)).isNull();
        assertThat(followUps.of(customer.id())).isEmpty();
        assertThat(periods(customer)).isEmpty();
        assertThat(variablesThatHold(SAID)).isZero();
    }

    /** Of running processes and in the engine's history. */
    private long variablesThatHold(String words) {
        return db.sql("""
                        select count(*) from (select text_ from public.act_ru_variable
                                              union all select text_ from public.act_hi_varinst) v
                        where text_ like '%' || ? || '%'
                        """).param(words).query(Long.class).single();
    }

    private static List<ClaimReason> endedThenOpen() {
        List<ClaimReason> reasons = new java.util.ArrayList<>();
        reasons.add(ClaimReason.LAPSED);
        reasons.add(null);
        return reasons;
    }

    private static Map<String, Object> form(String step) {
        return switch (step) {
            case "Task_AskCaller" -> Map.of("enquiry", "leasing", "contactedBefore", "yes");
            case "Task_RegisterCall" ->
                Map.of("customerName", NAME, "customerPhone", "13600009999", "leftOwnDetails", true);
            default -> Map.of();
        };
    }

    private Customer called() {
        phone = number();
        return customers.add(department.id(), NAME, phone, agent, ContactKind.CALL, clock.instant());
    }

    private Customer due() {
        Customer customer = called();
        morning(6);
        followUps.startDue(department.id());
        return customer;
    }

    /** At eight, so many days after Monday. */
    private void morning(int days) {
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(days)).minus(Duration.ofHours(1)));
    }

    private static String number() {
        return "+861370000" + numbers.incrementAndGet();
    }

    private Customer now(Customer customer) {
        return customers.find(customer.id()).orElseThrow();
    }

    private List<AgentPeriod> periods(Customer customer) {
        return history.of(customer.id(), customer.lastContactAt());
    }

    private ProcessInstance process(Customer customer) {
        return followUps.of(customer.id()).stream()
                .findFirst()
                .map(followUp -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("customer-follow-up")
                        .processInstanceBusinessKey(Long.toString(followUp.id()))
                        .singleResult())
                .orElse(null);
    }

    private Task task(ProcessInstance process) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .singleResult();
    }

    private String shown(Task task, String name) {
        return (String) engine.getTaskService().getVariable(task.getId(), name);
    }

    private void send(Task task, Object... namesAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        send(task, form);
    }

    private void send(Task task, Map<String, Object> form) {
        engine.getFormService().submitTaskForm(task.getId(), form);
    }

    private Job timer(ProcessInstance process, String event) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(event)
                .singleResult();
    }

    private void fire(ProcessInstance process, String event) {
        engine.getManagementService().executeJob(timer(process, event).getId());
    }
}

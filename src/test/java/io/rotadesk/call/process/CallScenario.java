package io.rotadesk.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.Department;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.call.Call;
import io.rotadesk.call.CallDesk;
import io.rotadesk.call.CallDesk.EventResult;
import io.rotadesk.call.CallDesk.Reception;
import io.rotadesk.call.CallEvent;
import io.rotadesk.call.CallKey;
import io.rotadesk.call.CallRegister;
import io.rotadesk.customer.ContactKind;
import io.rotadesk.customer.Customer;
import io.rotadesk.customer.Customers;
import io.rotadesk.roster.LedgerEntry;
import io.rotadesk.roster.Rota;
import io.rotadesk.roster.TurnLedger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A leasing department of its own for each test, and the words in which the scenarios are told. */
@RotaDeskTest
abstract class CallScenario {

    static final String CALLER = "13800000001";
    private static final AtomicInteger calls = new AtomicInteger();

    @Autowired
    Department.Founder founder;

    @Autowired
    CallDesk desk;

    @Autowired
    CallRegister register;

    @Autowired
    Customers customers;

    @Autowired
    Rota rota;

    @Autowired
    TurnLedger ledger;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    ProcessEngine engine;

    Department department;

    @BeforeEach
    void newDepartment() {
        BpmnAwareTests.init(engine);
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
    }

    CallKey newCall() {
        return new CallKey(department.id(), "call-" + calls.incrementAndGet());
    }

    CallKey ringsFrom(String number) {
        CallKey key = newCall();
        desk.receive(key, number, null);
        return key;
    }

    Reception receive(CallKey key, String number) {
        return desk.receive(key, number, null);
    }

    EventResult report(CallKey key, CallEvent event) {
        return desk.event(key, event, null, null);
    }

    Call call(CallKey key) {
        return register.get(key);
    }

    ProcessInstance instance(CallKey key) {
        return runtime.createProcessInstanceQuery()
                .variableValueEquals("callId", key.toString())
                .processDefinitionKey("call-handling")
                .singleResult();
    }

    Task task(CallKey key) {
        return tasks.createTaskQuery().processInstanceId(instance(key).getId()).singleResult();
    }

    /** The one open task must be this one. */
    Task taskAt(CallKey key, String activity) {
        Task task = task(key);
        assertThat(task).as("open task of " + key).isNotNull();
        assertThat(task.getTaskDefinitionKey()).isEqualTo(activity);
        return task;
    }

    void complete(Task task, Object... namesAndValues) {
        Map<String, Object> form = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        complete(task, form);
    }

    void complete(Task task, Map<String, Object> form) {
        engine.getFormService().submitTaskForm(task.getId(), form);
    }

    /** Lets the time pass and fires the timer of a boundary event. */
    void timerFires(CallKey key, String event, Duration later) {
        clock.forward(later);
        List<Job> timers = management
                .createJobQuery()
                .processInstanceId(instance(key).getId())
                .activityId(event)
                .list();
        assertThat(timers).as("timer " + event).hasSize(1);
        assertThat(timers.get(0).getDuedate().toInstant())
                .as("due date of " + event)
                .isEqualTo(clock.instant());
        management.executeJob(timers.get(0).getId());
    }

    boolean ended(CallKey key, String endEvent) {
        return history.createHistoricActivityInstanceQuery()
                        .activityId(endEvent)
                        .processInstanceId(history.createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(key.callId())
                                .singleResult()
                                .getId())
                        .count()
                > 0;
    }

    /** Picks the call up in Tasklist. */
    void pickUp(CallKey key) {
        complete(taskAt(key, "Task_PickUpCall"));
    }

    void askAboutLeasing(CallKey key, String contactedBefore, String namedAgent) {
        if (namedAgent == null) {
            complete(taskAt(key, "Task_AskCaller"), "enquiry", "leasing", "contactedBefore", contactedBefore);
        } else {
            complete(
                    taskAt(key, "Task_AskCaller"),
                    "enquiry",
                    "leasing",
                    "contactedBefore",
                    contactedBefore,
                    "namedAgent",
                    namedAgent);
        }
    }

    void register(CallKey key, String name, String phone) {
        complete(
                taskAt(key, "Task_RegisterCall"),
                "customerName",
                name,
                "customerPhone",
                phone,
                "mediaSource",
                "web",
                "leftOwnDetails",
                true);
    }

    Customer customerOf(String agent, String phoneE164, Duration ago) {
        return customers.add(
                department.id(),
                "李先生",
                phoneE164,
                agent,
                ContactKind.CALL,
                clock.instant().minus(ago));
    }

    List<LedgerEntry.Kind> ledgerOf(CallKey key, String login) {
        return ledger.of(key.contact()).stream()
                .filter(entry -> login.equals(entry.login()))
                .map(LedgerEntry::kind)
                .toList();
    }
}

package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ProcessScenario;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import io.rotadesk.leasing.call.IncomingCalls.EventResult;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.TurnLedger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** The methods that the scenarios of calls use. */
abstract class CallScenario extends ProcessScenario {

    static final String CALLER = "13800000001";

    static final String CALLER_E164 = "+8613800000001";

    private static final AtomicInteger calls = new AtomicInteger();

    @Autowired
    IncomingCalls desk;

    @Autowired
    Calls register;

    @Autowired
    Rota rota;

    @Autowired
    TurnLedger ledger;

    CallKey newCall() {
        return new CallKey(department.id(), "call-" + calls.incrementAndGet());
    }

    CallKey ringsFrom(String number) {
        CallKey key = newCall();
        desk.receive(key, number, null);
        return key;
    }

    CallReceipt receive(CallKey key, String number) {
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
                .processDefinitionKey(CallHandling.PROCESS)
                .singleResult();
    }

    Task task(CallKey key) {
        return tasks.createTaskQuery().processInstanceId(instance(key).getId()).singleResult();
    }

    /** The one open task must be this one; only while a caller holds the line, two agents have one each. */
    Task taskAt(CallKey key, String activity) {
        List<Task> open =
                tasks.createTaskQuery().processInstanceId(instance(key).getId()).list();
        boolean holds =
                open.stream().anyMatch(task -> CallHandling.Task.HOLD_CALLER.equals(task.getTaskDefinitionKey()));
        assertThat(open)
                .as("open tasks of " + key)
                .hasSize(holds ? 2 : 1)
                .extracting(Task::getTaskDefinitionKey)
                .contains(activity);
        return open.stream()
                .filter(task -> activity.equals(task.getTaskDefinitionKey()))
                .findFirst()
                .orElseThrow();
    }

    /** Lets the time pass and fires the timer of a boundary event, which must be due just then. */
    void timerFires(CallKey key, String event, Duration later) {
        fires(instance(key), event, later);
    }

    boolean ended(CallKey key, String endEvent) {
        return hasPassed(key.callId(), endEvent);
    }

    /** Picks the call up in Tasklist. */
    void pickUp(CallKey key) {
        complete(taskAt(key, CallHandling.Task.PICK_UP_CALL));
    }

    void askAboutLeasing(CallKey key, String contactedBefore, String namedAgent) {
        if (namedAgent == null) {
            complete(
                    taskAt(key, CallHandling.Task.ASK_CALLER),
                    "enquiry",
                    "leasing",
                    "contactedBefore",
                    contactedBefore);
        } else {
            complete(
                    taskAt(key, CallHandling.Task.ASK_CALLER),
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
                taskAt(key, CallHandling.Task.REGISTER_CALL),
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

    String onDuty() {
        return department.callTeam().get(0);
    }

    String colleague() {
        return department.visitTeam().get(0);
    }
}

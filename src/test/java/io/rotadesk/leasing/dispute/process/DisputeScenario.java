package io.rotadesk.leasing.dispute.process;

import io.rotadesk.ProcessScenario;
import io.rotadesk.TestClock;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.customer.AgentHistory;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Disputes;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Two agents claim one customer; the methods that its scenarios use. */
abstract class DisputeScenario extends ProcessScenario {

    static final AtomicInteger numbers = new AtomicInteger(1000);
    static final String REASON = "客户上周在展会上留了名片给我";
    static final String STATEMENT = "客户一直由我联系";
    static final String WHY = "来电登记在先";

    @Autowired
    AgentHistory history;

    @Autowired
    FollowUps followUps;

    @Autowired
    Disputes disputes;

    String owner;
    String claimant;
    Customer customer;
    String phone;

    @BeforeEach
    void aCustomerOfTheFirstAgent() {
        owner = department.callTeam().get(0);
        claimant = department.callTeam().get(1);
        phone = "+861370000" + numbers.incrementAndGet();
        customer = customers.add(department.id(), "欧阳问", phone, owner, ContactKind.VISIT, clock.instant());
    }

    Dispute claimed() {
        return disputes.claim(department.id(), claimant, phone, REASON).dispute();
    }

    /** Claims as Tasklist does. */
    ProcessInstance fromTasklist(String login, String number) {
        engine.getIdentityService().setAuthentication(login, List.of("agents"), List.of(department.id()));
        try {
            return engine.getFormService()
                    .submitStartForm(
                            engine.getRepositoryService()
                                    .createProcessDefinitionQuery()
                                    .processDefinitionKey(OwnershipDispute.PROCESS)
                                    .latestVersion()
                                    .singleResult()
                                    .getId(),
                            Map.of("customerNumber", number, "reason", REASON));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    ProcessInstance process(Dispute dispute) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(OwnershipDispute.PROCESS)
                .processInstanceBusinessKey("" + dispute.id())
                .singleResult();
    }

    Task task(ProcessInstance process, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    List<String> readers(ProcessInstance process) {
        return tasks
                .createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(OwnershipDispute.Task.READ_DECISION)
                .list()
                .stream()
                .map(Task::getAssignee)
                .toList();
    }

    Task reading(ProcessInstance process, String reader) {
        return tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .taskAssignee(reader)
                .singleResult();
    }

    void decide(ProcessInstance process, String decision) {
        decideAs(department.manager(), process, decision);
    }

    void decideAs(String login, ProcessInstance process, String decision) {
        Task task = task(process, OwnershipDispute.Task.DECIDE_OWNERSHIP);
        tasks.claim(task.getId(), login);
        complete(task, "decision", decision, "decisionReason", WHY);
    }

    List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> "candidate".equals(link.getType()))
                .map(IdentityLink::getUserId)
                .toList();
    }

    Customer now() {
        return customers.find(customer.id()).orElseThrow();
    }

    Date later(Duration time) {
        return Date.from(TestClock.MONDAY_NINE.plus(time));
    }

    Date dueOf(ProcessInstance process, String event) {
        return timer(process, event).getDuedate();
    }
}

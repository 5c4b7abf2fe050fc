package io.rotadesk.leasing.customer.process;

import io.rotadesk.ProcessScenario;
import io.rotadesk.TestClock;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.AgentHistory;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.FollowUps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer's validity comes to its end; the methods that its scenarios use. */
abstract class FollowUpScenario extends ProcessScenario {

    static final AtomicInteger numbers = new AtomicInteger(1000);
    static final String NAME = "上官问月";

    @Autowired
    AgentHistory history;

    @Autowired
    FollowUps followUps;

    @Autowired
    IncomingCalls calls;

    @Autowired
    JdbcClient db;

    String agent;
    String phone;

    @BeforeEach
    void anAgent() {
        agent = department.callTeam().get(0);
    }

    Customer called() {
        phone = number();
        return customers.add(department.id(), NAME, phone, agent, ContactKind.CALL, clock.instant());
    }

    Customer due() {
        Customer customer = called();
        morning(6);
        followUps.startDue(department.id());
        return customer;
    }

    /** Eight o'clock, this many days after Monday. */
    void morning(int days) {
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(days)).minus(Duration.ofHours(1)));
    }

    static String number() {
        return "+861370000" + numbers.incrementAndGet();
    }

    Customer now(Customer customer) {
        return customers.find(customer.id()).orElseThrow();
    }

    List<AgentPeriod> periods(Customer customer) {
        return history.of(customer.id(), customer.lastContactAt());
    }

    ProcessInstance process(Customer customer) {
        return followUps.of(customer.id()).stream()
                .findFirst()
                .map(followUp -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(CustomerFollowUp.PROCESS)
                        .processInstanceBusinessKey(Long.toString(followUp.id()))
                        .singleResult())
                .orElse(null);
    }

    Task task(ProcessInstance process) {
        return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
    }
}

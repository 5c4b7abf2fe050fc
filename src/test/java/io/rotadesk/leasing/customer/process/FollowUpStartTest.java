package io.rotadesk.leasing.customer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.staff.roster.Roster;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Each customer who is due is followed up exactly once, whatever happens meanwhile. */
@Tag("L3.2e")
class FollowUpStartTest extends FollowUpScenario {

    @Autowired
    Roster roster;

    @Autowired
    TransactionTemplate transaction;

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
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(CustomerFollowUp.PROCESS)
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
    void startedFollowUpsStayEvenIfTheTransactionAroundThemIsRolledBack() {
        Customer customer = called();
        morning(6);
        transaction.executeWithoutResult(status -> {
            assertThat(followUps.startDue(department.id())).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(process(customer)).isWaitingAt(CustomerFollowUp.Task.FOLLOW_UP);
    }

    @Test
    void customersOfLeaversAndCustomersWithoutAnAgentAreNotFollowedUp() {
        customers.add(department.id(), NAME, number(), null, ContactKind.CALL, clock.instant());
        String leaver = department.callTeam().get(1);
        customers.add(department.id(), NAME, number(), leaver, ContactKind.CALL, clock.instant());
        roster.left(leaver);
        morning(6);
        assertThat(followUps.startDue(department.id())).isZero();
    }
}

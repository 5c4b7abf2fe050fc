package io.rotadesk.leasing.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People's texts in a dispute stay out of the engine, and are deleted with the customer. */
@Tag("L3.2c")
@Tag("L3.2e")
class ForgottenDisputeTest extends DisputeScenario {

    @Test
    void nothingThatPeopleWroteIsInTheEnginesHistory() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        complete(task(process, OwnershipDispute.Task.GIVE_STATEMENT), "statement", STATEMENT);
        decide(process, "claimant");
        readers(process).forEach(reader -> complete(reading(process, reader)));

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process.getId())
                        .list())
                .isEmpty();
    }

    @Test
    void anErasedCustomerLeavesNoWordsAndNoTasks() {
        Dispute open = claimed();
        ProcessInstance process = process(open);
        complete(task(process, OwnershipDispute.Task.GIVE_STATEMENT), "statement", STATEMENT);

        customers.erase(department.id(), customer.id());

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
        Dispute erased = disputes.get(open.id());
        assertThat(erased.outcome()).isEqualTo(Outcome.ERASED);
        assertThat(erased.customerId()).isNull();
        assertThat(List.of(erased.reason(), erased.statement())).containsOnly("*");
    }

    @Test
    void aDecidedDisputeOfAnErasedCustomerIsForgottenInOpenTasksToo() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        decide(process, "claimant");

        customers.erase(department.id(), customer.id());

        assertThat(disputes.get(dispute.id()).decisionReason()).isEqualTo("*");
        assertThat(readers(process)).as("the tasks stay").containsExactlyInAnyOrder(owner, claimant);
        for (String reader : readers(process)) {
            assertThat(tasks.getVariables(reading(process, reader).getId()).values())
                    .noneSatisfy(value -> assertThat(String.valueOf(value)).containsAnyOf("欧阳问", WHY));
        }
    }
}

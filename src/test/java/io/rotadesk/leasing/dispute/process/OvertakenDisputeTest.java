package io.rotadesk.leasing.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.customer.ClaimReason;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerMerge;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import java.time.Duration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Something happens to the customer before the manager has decided. */
@Tag("L3.2c")
@Tag("L3.2e")
class OvertakenDisputeTest extends DisputeScenario {

    @Autowired
    CustomerMerge merge;

    @Test
    void aCustomerWhoLapsesMeanwhileIsNobodysAndBothAreTold() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        clock.set(customer.validUntil().plus(Duration.ofHours(8)));

        followUps.startDue(department.id());

        assertThat(process)
                .hasPassed(OwnershipDispute.Event.DISPUTE_OVERTAKEN)
                .isWaitingAt(OwnershipDispute.Task.READ_DECISION);
        assertThat(disputes.get(dispute.id()).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(shown(reading(process, claimant), "decisionLines")).contains("有效期已结束");
    }

    @Test
    void aDecisionAfterTheEndOfValidityBringsNothingBack() {
        Dispute dispute = claimed();
        clock.set(customer.validUntil());

        decide(process(dispute), "claimant");

        assertThat(disputes.get(dispute.id()).outcome()).isEqualTo(Outcome.LAPSED);
        assertThat(now().agent()).isEqualTo(owner);
        assertThat(now().isValid(clock.instant())).isFalse();
    }

    @Test
    void aCustomerWhoIsHandedOverToTheClaimantNeedsNoDecision() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);

        customers.handOver(department.id(), customer.id(), claimant, ClaimReason.HANDED_OVER);

        assertThat(process)
                .hasPassed(OwnershipDispute.Event.DISPUTE_OVERTAKEN)
                .isWaitingAt(OwnershipDispute.Task.READ_DECISION);
        assertThat(disputes.get(dispute.id()).outcome()).isEqualTo(Outcome.SETTLED);
        assertThat(readers(process)).containsExactlyInAnyOrder(owner, claimant);
    }

    @Test
    void aRecordThatBecomesPartOfTheClaimantsOwnNeedsNoDecision() {
        Dispute dispute = claimed();
        Customer own = customers.add(
                department.id(),
                "欧阳问",
                "+861370000" + numbers.incrementAndGet(),
                claimant,
                ContactKind.VISIT,
                clock.instant());

        merge.merge(department.id(), own.id(), customer.id(), claimant, department.manager());

        assertThat(disputes.get(dispute.id()).outcome()).isEqualTo(Outcome.SETTLED);
        assertThat(process(dispute)).isWaitingAt(OwnershipDispute.Task.READ_DECISION);
        assertThat(disputes.of(own.id())).extracting(Dispute::id).containsExactly(dispute.id());
    }

    @Test
    void theNewOwnerOfTheCustomerGivesTheStatement() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        String third = department.visitTeam().get(0);

        customers.handOver(department.id(), customer.id(), third, ClaimReason.HANDED_OVER);

        Task statement = task(process, OwnershipDispute.Task.GIVE_STATEMENT);
        assertThat(statement.getAssignee()).isEqualTo(third);
        assertThat(statement.getDueDate()).as("nothing is reset").isEqualTo(later(Duration.ofHours(12)));
        assertThat(disputes.get(dispute.id()).owner()).isEqualTo(third);
        decide(process, "owner");
        assertThat(readers(process)).containsExactlyInAnyOrder(third, claimant);
        assertThat(now().agent()).isEqualTo(third);
    }
}

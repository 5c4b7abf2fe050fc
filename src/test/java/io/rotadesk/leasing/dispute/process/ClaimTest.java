package io.rotadesk.leasing.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.dispute.ClaimResult;
import io.rotadesk.leasing.dispute.ClaimResult.Refusal;
import io.rotadesk.leasing.dispute.Dispute;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent claims a colleague's customer. */
@Tag("L3.2c")
@Tag("L3.2e")
class ClaimTest extends DisputeScenario {

    @Test
    void aClaimFromTasklistIsEnteredAndWhatWasWrittenLeavesTheProcess() {
        ProcessInstance process = fromTasklist(claimant, phone.substring(3));

        assertThat(process)
                .hasPassed(OwnershipDispute.StartEvent.CUSTOMER_CLAIMED, OwnershipDispute.Task.RECORD_CLAIM)
                .isWaitingAt(OwnershipDispute.Task.GIVE_STATEMENT, OwnershipDispute.Task.DECIDE_OWNERSHIP);
        assertThat(process.getTenantId()).isEqualTo(department.id());
        assertThat(runtime.getVariables(process.getId()))
                .doesNotContainKeys("reason", "customerNumber")
                .containsEntry("claimant", claimant)
                .containsEntry("owner", owner);
        assertThat(disputes.of(customer.id()))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.reason()).isEqualTo(REASON));
    }

    @Test
    void aSecondClaimIsRefusedWhileTheFirstIsOpen() {
        claimed();
        String third = department.visitTeam().get(0);

        ClaimResult second = disputes.claim(department.id(), third, phone, REASON);

        assertThat(second.refusal()).isEqualTo(Refusal.OPEN);
        assertThat(second.details()).containsExactly(claimant);
        assertThatThrownBy(() -> fromTasklist(third, phone))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("招商员2");
    }

    @Test
    void onlyAColleaguesCustomerCanBeClaimed() {
        assertThat(disputes.claim(department.id(), owner, phone, REASON).refusal())
                .isEqualTo(Refusal.OWN);
        assertThat(disputes.claim(department.id(), claimant, "13900001111", REASON)
                        .refusal())
                .isEqualTo(Refusal.UNKNOWN);
        assertThat(disputes.claim(department.id(), department.id() + "nobody", phone, REASON)
                        .refusal())
                .isEqualTo(Refusal.NOT_ON_ROSTER);
        Customer colleague = customers.add(department.id(), "欧阳答", phone, owner, ContactKind.CALL, clock.instant());
        ClaimResult several = disputes.claim(department.id(), claimant, phone, REASON);
        assertThat(several.refusal()).isEqualTo(Refusal.SEVERAL);
        assertThat(several.details())
                .containsExactlyInAnyOrder(phone + "#" + customer.id(), phone + "#" + colleague.id());
        assertThat(disputes.claim(department.id(), claimant, phone + "#" + customer.id(), REASON)
                        .isRefused())
                .as("one of those who share the number")
                .isFalse();
        clock.set(customer.validUntil());
        assertThat(disputes.claim(department.id(), claimant, phone + " # " + colleague.id(), REASON)
                        .refusal())
                .isEqualTo(Refusal.NOBODYS);
    }

    @Test
    void ofSeveralWhoClaimInTheSameSecondOneIsHeard() throws Exception {
        List<String> claimants = List.of(
                claimant,
                department.callTeam().get(2),
                department.visitTeam().get(0),
                department.visitTeam().get(1));
        var threads = Executors.newFixedThreadPool(claimants.size());
        try {
            var start = new CountDownLatch(1);
            List<Future<ClaimResult>> results = claimants.stream()
                    .map(login -> threads.submit(() -> {
                        start.await();
                        return disputes.claim(department.id(), login, phone, REASON);
                    }))
                    .toList();
            start.countDown();
            long heard = 0;
            for (Future<ClaimResult> result : results) {
                heard += result.get(60, TimeUnit.SECONDS).isRefused() ? 0 : 1;
            }
            assertThat(heard).isEqualTo(1);
            assertThat(disputes.of(customer.id())).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anAgentSeesOnlyTheDisputesTheyArePartOf() {
        Dispute dispute = claimed();

        assertThat(disputes.inUnit(department.id(), claimant, 10)).containsExactly(dispute);
        assertThat(disputes.inUnit(department.id(), owner, 10)).containsExactly(dispute);
        assertThat(disputes.inUnit(department.id(), department.visitTeam().get(0), 10))
                .isEmpty();
        assertThat(disputes.inUnit(department.id(), null, 10)).containsExactly(dispute);
    }
}

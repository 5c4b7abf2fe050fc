package io.rotadesk.leasing.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.ClaimReason;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both are heard, and the manager decides whose customer it is. */
@Tag("L3.2c")
@Tag("L3.2e")
class OwnershipDisputeTest extends DisputeScenario {

    @Test
    void bothAreHeardAndTheManagerGivesTheCustomerToTheClaimant() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        assertThat(process)
                .hasPassed(OwnershipDispute.StartEvent.CLAIM_RAISED)
                .isWaitingAt(OwnershipDispute.Task.GIVE_STATEMENT, OwnershipDispute.Task.DECIDE_OWNERSHIP);
        Task manager = task(process, OwnershipDispute.Task.DECIDE_OWNERSHIP);
        assertThat(candidates(manager)).containsExactly(department.manager());
        assertThat(manager.getDueDate()).isEqualTo(later(Duration.ofHours(24)));
        assertThat(shown(manager, "ownerStatement")).contains("招商员1").contains("还没有陈述");
        assertThat(shown(manager, "claimLine")).contains("招商员2").contains(REASON);
        Task statement = task(process, OwnershipDispute.Task.GIVE_STATEMENT);
        assertThat(statement.getAssignee()).isEqualTo(owner);
        assertThat(statement.getDueDate()).isEqualTo(later(Duration.ofHours(12)));

        complete(statement, "statement", STATEMENT);

        assertThat(process)
                .hasPassed(OwnershipDispute.EndEvent.STATEMENT_GIVEN)
                .isWaitingAt(OwnershipDispute.Task.DECIDE_OWNERSHIP);
        assertThat(shown(task(process, OwnershipDispute.Task.DECIDE_OWNERSHIP), "ownerStatement"))
                .contains(STATEMENT);
        assertThat(now().agent()).as("nothing changes before the decision").isEqualTo(owner);

        clock.forward(Duration.ofHours(1));
        decide(process, "claimant");

        assertThat(now().agent()).isEqualTo(claimant);
        assertThat(now().validUntil()).isEqualTo(customer.validUntil());
        assertThat(history.of(customer.id(), clock.instant()))
                .extracting(AgentPeriod::agent, AgentPeriod::began, AgentPeriod::ended, AgentPeriod::until)
                .containsExactly(
                        tuple(owner, ClaimReason.FIRST_VISIT, ClaimReason.DISPUTE, clock.instant()),
                        tuple(claimant, ClaimReason.DISPUTE, null, null));
        Dispute decided = disputes.get(dispute.id());
        assertThat(decided.outcome()).isEqualTo(Outcome.CLAIMANT);
        assertThat(decided.decidedBy()).isEqualTo(department.manager());
        assertThat(decided.closedAt()).isEqualTo(clock.instant());
        assertThat(decided.decisionReason()).isEqualTo(WHY);

        assertThat(readers(process)).containsExactlyInAnyOrder(owner, claimant);
        Task one = reading(process, owner);
        assertThat(shown(one, "decisionLines")).contains("改归").contains("招商员2").contains(WHY);
        complete(one);
        assertThat(disputes.get(dispute.id()).ownerReadAt()).isEqualTo(clock.instant());
        complete(reading(process, claimant));
        assertThat(process)
                .isEnded()
                .hasPassed(OwnershipDispute.EndEvent.OWNERSHIP_DECIDED, OwnershipDispute.EndEvent.DECISION_READ);
        assertThat(disputes.get(dispute.id()).claimantReadAt()).isEqualTo(clock.instant());
    }

    @Test
    void theManagerNeedNotWaitForTheStatement() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);

        decide(process, "owner");

        assertThat(process)
                .isWaitingAt(OwnershipDispute.Task.READ_DECISION)
                .isNotWaitingAt(OwnershipDispute.Task.GIVE_STATEMENT);
        assertThat(disputes.get(dispute.id()).outcome()).isEqualTo(Outcome.OWNER);
        assertThat(now()).isEqualTo(customer);
        assertThat(history.of(customer.id(), clock.instant())).hasSize(1);
    }

    @Test
    void theCustomerCanBecomeNobodys() {
        Dispute dispute = claimed();

        decide(process(dispute), "nobody");

        assertThat(now().agent()).isNull();
        assertThat(history.of(customer.id(), clock.instant()))
                .extracting(AgentPeriod::ended)
                .containsExactly(ClaimReason.DISPUTE);
        clock.forward(Duration.ofHours(1));
        customers.contacted(department.id(), customer.id(), null, claimant, ContactKind.CALL, clock.instant());
        assertThat(now().agent()).as("whoever has the next contact").isEqualTo(claimant);
    }

    @Test
    void aCustomerWhoBecomesNobodysIsNotFollowedUpAnyMore() {
        clock.set(customer.validUntil().minus(Duration.ofHours(30)));
        assertThat(followUps.startDue(department.id())).isEqualTo(1);
        Dispute dispute = claimed();

        decide(process(dispute), "nobody");

        assertThat(followUps.of(customer.id()).get(0).closedAt()).isEqualTo(clock.instant());
        assertThat(tasks.createTaskQuery()
                        .processDefinitionKey(CustomerFollowUp.PROCESS)
                        .tenantIdIn(department.id())
                        .count())
                .isZero();
    }

    @Test
    void theDecisionDoesNotWaitForALateStatement() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        clock.forward(Duration.ofHours(12));
        assertThat(dueOf(process, OwnershipDispute.Event.STATEMENT_TIMEOUT)).isEqualTo(Date.from(clock.instant()));

        fire(process, OwnershipDispute.Event.STATEMENT_TIMEOUT);

        assertThat(process)
                .hasPassed(OwnershipDispute.EndEvent.NO_STATEMENT)
                .isWaitingAt(OwnershipDispute.Task.DECIDE_OWNERSHIP)
                .isNotWaitingAt(OwnershipDispute.Task.GIVE_STATEMENT);
    }

    @Test
    void aLateDecisionIsRemindedOfAndTheDeputyCanMakeIt() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        assertThat(dueOf(process, OwnershipDispute.Timer.DECIDE_OWNERSHIP_REMIND))
                .isEqualTo(later(Duration.ofHours(24)));
        assertThat(dueOf(process, OwnershipDispute.Timer.DECIDE_OWNERSHIP_TELL_DEPUTY))
                .isEqualTo(later(Duration.ofHours(48)));

        fire(process, OwnershipDispute.Timer.DECIDE_OWNERSHIP_REMIND);
        fire(process, OwnershipDispute.Timer.DECIDE_OWNERSHIP_TELL_DEPUTY);

        assertThat(process).isWaitingAt(OwnershipDispute.Task.DECIDE_OWNERSHIP);
        assertThat(task(process, OwnershipDispute.Task.DECIDE_OWNERSHIP).getPriority())
                .isEqualTo(100);
        assertThat(candidates(task(process, OwnershipDispute.Task.DECIDE_OWNERSHIP)))
                .containsExactlyInAnyOrder(department.manager(), department.deputy());
        decideAs(department.deputy(), process, "owner");
        assertThat(disputes.get(dispute.id()).decidedBy()).isEqualTo(department.deputy());
    }

    @Test
    void aManagerDoesNotDecideInTheirOwnCase() {
        String managers = "+861370000" + numbers.incrementAndGet();
        customers.add(department.id(), "欧阳再", managers, department.manager(), ContactKind.VISIT, clock.instant());

        Dispute dispute =
                disputes.claim(department.id(), claimant, managers, REASON).dispute();

        assertThat(candidates(task(process(dispute), OwnershipDispute.Task.DECIDE_OWNERSHIP)))
                .containsExactly(department.deputy());
    }
}

package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.engine.models.ServiceCheck;
import io.rotadesk.leasing.conduct.ServiceChecks;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.platform.trouble.Trouble;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.rota.Contact;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of other processes are closed too when the process is removed, and the manager is told. */
class OrphanSweepTest extends ProcessScenario {

    /** The ways to remove an instance. */
    enum Way {
        CANCELLED,
        SKIPPING_LISTENERS,
        BY_HAND
    }

    @Autowired
    Escalations escalations;

    @Autowired
    Disputes disputes;

    @Autowired
    FollowUps followUps;

    @Autowired
    ServiceChecks checks;

    @Autowired
    Troubles troubles;

    @Autowired
    MendingSweep sweep;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @EnumSource
    void questionIsClosed(Way way) {
        String id = escalations.raise(department.id(), agent(), null, "免租期能谈吗？");
        remove(way, ManagerEscalation.PROCESS, id);
        assertThat(escalations.get(id).isClosed()).isTrue();
        assertThat(escalations.get(id).relayOutcome()).isEqualTo(Escalation.RelayOutcome.ABANDONED);
        assertThat(escalations.get(id).question()).isEqualTo("免租期能谈吗？");
        assertThat(told(id)).containsExactly(TroubleKind.REMOVED);
    }

    @ParameterizedTest
    @EnumSource
    void disputeIsClosedAndTheCustomerCanBeClaimedAgain(Way way) {
        Customer customer = customer();
        Dispute dispute = disputes.claim(department.id(), colleague(), "13800000001", "去年就带看过")
                .dispute();
        remove(way, OwnershipDispute.PROCESS, Long.toString(dispute.id()));
        assertThat(disputes.get(dispute.id()).outcome()).isEqualTo(Dispute.Outcome.ABANDONED);
        assertThat(customers.find(customer.id()).orElseThrow().agent()).isEqualTo(agent());
        assertThat(told(Long.toString(dispute.id()))).containsExactly(TroubleKind.REMOVED);
        assertThat(disputes.claim(department.id(), colleague(), "13800000001", "去年就带看过")
                        .isRefused())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void followUpIsClosedAndStartsOverTheNextMorning(Way way) {
        Customer customer = customer();
        clock.set(customer.validUntil().minus(Duration.ofHours(20)));
        assertThat(followUps.startDue(department.id())).isEqualTo(1);
        FollowUp followUp = followUps.of(customer.id()).get(0);
        remove(way, CustomerFollowUp.PROCESS, Long.toString(followUp.id()));
        assertThat(followUps.get(followUp.id()).outcome()).isEqualTo(FollowUp.Outcome.ABANDONED);
        assertThat(told(Long.toString(followUp.id()))).containsExactly(TroubleKind.REMOVED);
        assertThat(followUps.startDue(department.id())).isEqualTo(1);
        assertThat(followUps.of(customer.id())).hasSize(2);
    }

    /** The customer calls before anybody noticed; the old process is not needed. */
    @Test
    void contactAfterTheRowsWereDeletedByHandEndsTheFollowUp() {
        Customer customer = customer();
        clock.set(customer.validUntil().minus(Duration.ofHours(20)));
        followUps.startDue(department.id());
        FollowUp followUp = followUps.of(customer.id()).get(0);
        BrokenModels.deleteRows(db, instance(CustomerFollowUp.PROCESS, Long.toString(followUp.id())));
        customers.contacted(department.id(), customer.id(), null, agent(), ContactKind.CALL, clock.instant());
        assertThat(followUps.get(followUp.id()).outcome()).isEqualTo(FollowUp.Outcome.CONTACTED);
    }

    @Test
    void spotCheckIsToldToTheManager() {
        Contact contact = Contact.visit(department.id() + ":checked");
        checks.start(department.id(), contact, agent());
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(ServiceCheck.PROCESS)
                .tenantIdIn(department.id())
                .singleResult();
        runtime.deleteProcessInstance(instance.getId(), "test");
        assertThat(told(instance.getBusinessKey())).containsExactly(TroubleKind.REMOVED);
    }

    private void remove(Way way, String process, String businessKey) {
        String id = instance(process, businessKey);
        switch (way) {
            case CANCELLED -> runtime.deleteProcessInstance(id, "test");
            case SKIPPING_LISTENERS -> runtime.deleteProcessInstance(id, "test", true, true, true);
            default -> {
                BrokenModels.deleteRows(db, id);
                sweep.look();
            }
        }
    }

    private String instance(String process, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
    }

    private Customer customer() {
        return customers.add(department.id(), "李先生", "+8613800000001", agent(), ContactKind.CALL, clock.instant());
    }

    private List<TroubleKind> told(String entry) {
        return troubles.openOf(department.id(), 100_000).stream()
                .filter(trouble -> entry.equals(trouble.entry()))
                .map(Trouble::kind)
                .toList();
    }

    private String agent() {
        return department.callTeam().get(0);
    }

    private String colleague() {
        return department.callTeam().get(1);
    }
}

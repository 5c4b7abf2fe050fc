package io.rotadesk.leasing.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.CustomerFollowUp;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.duty.Presence;
import java.time.Duration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The evidence from the registers that the manager sees before the decision. */
@Tag("L3.2c")
@Tag("L3.2e")
class DisputeEvidenceTest extends DisputeScenario {

    @Autowired
    IncomingCalls calls;

    @Autowired
    Announcements visits;

    @Autowired
    Presence presence;

    @Test
    void theEvidenceTellsWhatWasKnownWhenEachContactBegan() {
        // The customer calls, their agent is out, and a colleague answers for them.
        CallKey key = new CallKey(department.id(), "evidence-" + numbers.incrementAndGet());
        clock.forward(Duration.ofHours(2));
        presence.away(owner, "");
        calls.receive(key, phone, null);
        complete(open(key.callId(), CallHandling.Task.PICK_UP_CALL));
        complete(open(key.callId(), CallHandling.Task.ASK_CALLER), "enquiry", "leasing", "contactedBefore", "yes");
        complete(open(key.callId(), CallHandling.Task.COVER_CALL), "answer", "想看二楼", "sensitive", "no");
        clock.forward(Duration.ofHours(1));

        Task manager = task(process(claimed()), OwnershipDispute.Task.DECIDE_OWNERSHIP);

        assertThat(shown(manager, "claimantLines"))
                .contains("2026-03-02 11:00 来电")
                .contains("招商员1")
                .contains("在有效期内")
                .contains("想看二楼");
        assertThat(shown(manager, "ownerLines")).contains("没有来电");
        assertThat(shown(manager, "historyLines")).contains("首次来访").contains("有效期到 2026-03-18 00:00");
    }

    @Test
    void theEvidenceHoldsVisitsAndFollowUpsOfTheOneWhoHadThem() {
        // The day after, the owner's team has the visits.
        VisitKey key = new VisitKey(department.id(), "evidence-" + numbers.incrementAndGet());
        clock.forward(Duration.ofDays(1));
        visits.announce(key, new Announcement("欧阳问", phone, 1, null, null, null, null, Visit.VIEWING));
        complete(
                open(key.visitId(), VisitReception.Task.GREET_VISITOR),
                "purpose",
                Visit.VIEWING,
                "contactedBefore",
                "no");
        complete(open(key.visitId(), VisitReception.Task.SEE_OFF_VISITOR), "seenOff", true);
        complete(
                open(key.visitId(), VisitReception.Task.REGISTER_VISIT),
                "customerName",
                "欧阳问",
                "customerPhone",
                phone,
                "mediaSource",
                "web",
                "objections",
                "嫌柱子太多");
        clock.set(now().validUntil().minus(Duration.ofHours(30)));
        assertThat(followUps.startDue(department.id())).isEqualTo(1);
        complete(
                open("" + followUps.of(customer.id()).get(0).id(), CustomerFollowUp.Task.FOLLOW_UP),
                "outcome",
                "notReached",
                "remarks",
                "占线");

        Task manager = task(process(claimed()), OwnershipDispute.Task.DECIDE_OWNERSHIP);

        assertThat(shown(manager, "ownerLines"))
                .contains("2026-03-03 09:00 来访", "上次联系 2026-03-02 09:00", "在有效期内", "嫌柱子太多")
                .contains("开始回访", "还在进行", "占线");
        assertThat(shown(manager, "claimantLines")).contains("没有来电").doesNotContain("嫌柱子太多", "占线");
        assertThat(shown(manager, "othersLines")).contains("没有来电").doesNotContain("嫌柱子太多", "占线");
    }

    @Test
    void theEvidenceHoldsWhatOthersHadToDoWithTheCustomer() {
        // The owner is out; the next on duty is neither of the two parties, and covers.
        presence.away(owner, "");
        presence.away(claimant, "");
        CallKey call = new CallKey(department.id(), "evidence-" + numbers.incrementAndGet());
        clock.forward(Duration.ofHours(2));
        calls.receive(call, phone, null);
        complete(open(call.callId(), CallHandling.Task.PICK_UP_CALL));
        complete(open(call.callId(), CallHandling.Task.ASK_CALLER), "enquiry", "leasing", "contactedBefore", "yes");
        complete(open(call.callId(), CallHandling.Task.COVER_CALL), "answer", "问停车位", "sensitive", "no");
        // A call that nobody takes.
        clock.forward(Duration.ofHours(1));
        presence.away(department.callTeam().get(2), "");
        calls.receive(new CallKey(department.id(), "evidence-" + numbers.incrementAndGet()), phone, null);

        Task manager = task(process(claimed()), OwnershipDispute.Task.DECIDE_OWNERSHIP);

        assertThat(shown(manager, "othersLines"))
                .contains("招商员3：2026-03-02 11:00 来电", "当时是招商员1的客户", "问停车位")
                .contains("没有人经办：2026-03-02 12:00 来电");
        assertThat(shown(manager, "claimantLines")).contains("没有来电");
        assertThat(shown(manager, "ownerLines")).contains("没有来电");
    }

    @Test
    @Tag("L2.2e")
    void theEvidenceTellsThatSomebodyCalledBack() {
        CallKey key = new CallKey(department.id(), "evidence-" + numbers.incrementAndGet());
        clock.forward(Duration.ofHours(2));
        presence.away(owner, "");
        calls.receive(key, phone, null);
        complete(open(key.callId(), CallHandling.Task.PICK_UP_CALL));
        complete(open(key.callId(), CallHandling.Task.ASK_CALLER), "enquiry", "leasing", "contactedBefore", "yes");
        complete(
                open(key.callId(), CallHandling.Task.COVER_CALL),
                "answer",
                "问折扣",
                "sensitive",
                "yes",
                "callBackNumber",
                phone);
        clock.forward(Duration.ofMinutes(20));
        complete(open(key.callId(), CallHandling.Task.CALL_BACK), "outcome", "notReached");

        Task manager = task(process(claimed()), OwnershipDispute.Task.DECIDE_OWNERSHIP);

        assertThat(shown(manager, "claimantLines")).contains("2026-03-02 11:20 回电没有联系上（共 1 次）");
    }

    private Task open(String businessKey, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(key)
                .singleResult();
    }
}

package io.rotadesk.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.rotadesk.Department;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.call.CallDesk;
import io.rotadesk.call.CallKey;
import io.rotadesk.customer.AgentHistory;
import io.rotadesk.customer.AgentPeriod;
import io.rotadesk.customer.ClaimReason;
import io.rotadesk.customer.ContactKind;
import io.rotadesk.customer.Customer;
import io.rotadesk.customer.CustomerMerge;
import io.rotadesk.customer.Customers;
import io.rotadesk.customer.FollowUps;
import io.rotadesk.dispute.ClaimResult;
import io.rotadesk.dispute.ClaimResult.Refusal;
import io.rotadesk.dispute.Dispute;
import io.rotadesk.dispute.Dispute.Outcome;
import io.rotadesk.dispute.Disputes;
import io.rotadesk.roster.Presence;
import io.rotadesk.visit.Announcement;
import io.rotadesk.visit.Visit;
import io.rotadesk.visit.VisitDesk;
import io.rotadesk.visit.VisitKey;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two agents claim one customer, and the manager decides. */
@RotaDeskTest
@Tag("L3.2c")
@Tag("L3.2e")
class OwnershipDisputeTest {

    private static final AtomicInteger numbers = new AtomicInteger(1000);
    private static final String REASON = "客户上周在展会上留了名片给我";
    private static final String STATEMENT = "客户一直由我联系";
    private static final String WHY = "来电登记在先";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Department.Founder founder;

    @Autowired
    Customers customers;

    @Autowired
    CustomerMerge merge;

    @Autowired
    AgentHistory history;

    @Autowired
    FollowUps followUps;

    @Autowired
    Disputes disputes;

    @Autowired
    CallDesk calls;

    @Autowired
    VisitDesk visits;

    @Autowired
    Presence presence;

    @Autowired
    TestClock clock;

    Department department;
    String owner;
    String claimant;
    Customer customer;
    String phone;

    @BeforeEach
    void aCustomerOfTheFirstAgent() {
        init(engine);
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        owner = department.callTeam().get(0);
        claimant = department.callTeam().get(1);
        phone = "+861370000" + numbers.incrementAndGet();
        customer = customers.add(department.id(), "欧阳问", phone, owner, ContactKind.VISIT, clock.instant());
    }

    @Test
    void bothAreHeardAndTheManagerGivesTheCustomerToTheClaimant() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        assertThat(process)
                .hasPassed("StartEvent_ClaimRaised")
                .isWaitingAt("Task_GiveStatement", "Task_DecideOwnership");
        Task manager = task(process, "Task_DecideOwnership");
        assertThat(candidates(manager)).containsExactly(department.manager());
        assertThat(manager.getDueDate()).isEqualTo(later(Duration.ofHours(24)));
        assertThat(shown(manager, "ownerStatement")).contains("招商员1").contains("还没有陈述");
        assertThat(shown(manager, "claimLine")).contains("招商员2").contains(REASON);
        Task statement = task(process, "Task_GiveStatement");
        assertThat(statement.getAssignee()).isEqualTo(owner);
        assertThat(statement.getDueDate()).isEqualTo(later(Duration.ofHours(12)));

        send(statement, "statement", STATEMENT);

        assertThat(process).hasPassed("EndEvent_StatementGiven").isWaitingAt("Task_DecideOwnership");
        assertThat(shown(task(process, "Task_DecideOwnership"), "ownerStatement"))
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
        send(one);
        assertThat(disputes.get(dispute.id()).ownerReadAt()).isEqualTo(clock.instant());
        send(reading(process, claimant));
        assertThat(process).isEnded().hasPassed("EndEvent_OwnershipDecided", "EndEvent_DecisionRead");
        assertThat(disputes.get(dispute.id()).claimantReadAt()).isEqualTo(clock.instant());
    }

    @Test
    void theManagerNeedNotWaitForTheStatement() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);

        decide(process, "owner");

        assertThat(process).isWaitingAt("Task_ReadDecision").isNotWaitingAt("Task_GiveStatement");
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
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey("customer-follow-up")
                        .tenantIdIn(department.id())
                        .count())
                .isZero();
    }

    @Test
    void whoDoesNotSpeakInTimeIsNotWaitedFor() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        clock.forward(Duration.ofHours(12));
        assertThat(timer(process, "Event_StatementTimeout")).isEqualTo(Date.from(clock.instant()));

        fire(process, "Event_StatementTimeout");

        assertThat(process)
                .hasPassed("EndEvent_NoStatement")
                .isWaitingAt("Task_DecideOwnership")
                .isNotWaitingAt("Task_GiveStatement");
    }

    @Test
    void aLateDecisionIsRemindedOfAndTheDeputyCanMakeIt() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        assertThat(timer(process, "Event_DecisionReminder")).isEqualTo(later(Duration.ofHours(24)));
        assertThat(timer(process, "Event_DecisionOverdue")).isEqualTo(later(Duration.ofHours(48)));

        fire(process, "Event_DecisionReminder");
        fire(process, "Event_DecisionOverdue");

        assertThat(process)
                .hasPassed("Task_RemindManager", "EndEvent_ManagerReminded", "Task_TellDeputy", "EndEvent_DeputyTold")
                .isWaitingAt("Task_DecideOwnership");
        assertThat(candidates(task(process, "Task_DecideOwnership")))
                .containsExactlyInAnyOrder(department.manager(), department.deputy());
        decideAs(department.deputy(), process, "owner");
        assertThat(disputes.get(dispute.id()).decidedBy()).isEqualTo(department.deputy());
    }

    @Test
    void aClaimFromTasklistIsEnteredAndWhatWasWrittenLeavesTheProcess() {
        ProcessInstance process = fromTasklist(claimant, phone.substring(3));

        assertThat(process)
                .hasPassed("StartEvent_CustomerClaimed", "Task_RecordClaim")
                .isWaitingAt("Task_GiveStatement", "Task_DecideOwnership");
        assertThat(process.getTenantId()).isEqualTo(department.id());
        assertThat(engine.getRuntimeService().getVariables(process.getId()))
                .doesNotContainKeys("reason", "customerNumber")
                .containsEntry("claimant", claimant)
                .containsEntry("owner", owner);
        assertThat(disputes.of(customer.id()))
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.reason()).isEqualTo(REASON));
    }

    @Test
    void nothingThatPeopleWroteIsInTheEnginesHistory() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        send(task(process, "Task_GiveStatement"), "statement", STATEMENT);
        decide(process, "claimant");
        readers(process).forEach(reader -> send(reading(process, reader)));

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process.getId())
                        .list())
                .isNotEmpty()
                .noneSatisfy(variable ->
                        assertThat(String.valueOf(variable.getValue())).containsAnyOf(REASON, STATEMENT, WHY, "欧阳问"));
    }

    @Test
    void aSecondClaimIsRefusedWhileTheFirstIsOpen() {
        claimed();
        String third = department.visitTeam().get(0);

        ClaimResult second = disputes.claim(department.id(), third, phone, REASON);

        assertThat(second.refusal()).isEqualTo(Refusal.OPEN);
        assertThat(second.details()).containsExactly(claimant);
        assertThatThrownBy(() -> fromTasklist(third, phone))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("招商员2");
    }

    @Test
    void onlyACustomerWhoIsAnothersCanBeClaimed() {
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
        assertThat(several.details()).containsExactlyInAnyOrder("" + customer.id(), "" + colleague.id());
        assertThat(disputes.claim(department.id(), claimant, "" + customer.id(), REASON)
                        .isRefused())
                .as("by the customer's own number")
                .isFalse();
        clock.set(customer.validUntil());
        assertThat(disputes.claim(department.id(), claimant, "" + colleague.id(), REASON)
                        .refusal())
                .isEqualTo(Refusal.NOBODYS);
    }

    @Test
    void theEvidenceTellsWhatWasKnownWhenEachContactBegan() {
        // The customer calls, their agent is out, and a colleague answers for them.
        CallKey key = new CallKey(department.id(), "evidence-" + numbers.incrementAndGet());
        clock.forward(Duration.ofHours(2));
        presence.away(owner, "");
        calls.receive(key, phone, null);
        send(open(key.callId(), "Task_PickUpCall"));
        send(open(key.callId(), "Task_AskCaller"), "enquiry", "leasing", "contactedBefore", "yes");
        send(open(key.callId(), "Task_CoverCall"), "answer", "想看二楼", "sensitive", "no");
        clock.forward(Duration.ofHours(1));

        Task manager = task(process(claimed()), "Task_DecideOwnership");

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
        send(open(key.visitId(), "Task_GreetVisitor"), "purpose", Visit.VIEWING, "contactedBefore", "no");
        send(open(key.visitId(), "Task_SeeOffVisitor"), "seenOff", true);
        send(
                open(key.visitId(), "Task_RegisterVisit"),
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
        send(
                open("" + followUps.of(customer.id()).get(0).id(), "Task_FollowUp"),
                "outcome",
                "notReached",
                "remarks",
                "占线");

        Task manager = task(process(claimed()), "Task_DecideOwnership");

        assertThat(shown(manager, "ownerLines"))
                .contains("2026-03-03 09:00 来访", "上次联系 2026-03-02 09:00", "在有效期内", "嫌柱子太多")
                .contains("开始回访", "还在进行", "占线");
        assertThat(shown(manager, "claimantLines")).contains("没有来电").doesNotContain("嫌柱子太多", "占线");
        assertThat(shown(manager, "othersLines")).contains("没有来电").doesNotContain("嫌柱子太多", "占线");
    }

    @Test
    void theEvidenceHoldsWhatOthersHadToDoWithTheCustomer() {
        // The owner is out; the next on duty is neither of the two, and covers.
        presence.away(owner, "");
        presence.away(claimant, "");
        CallKey call = new CallKey(department.id(), "evidence-" + numbers.incrementAndGet());
        clock.forward(Duration.ofHours(2));
        calls.receive(call, phone, null);
        send(open(call.callId(), "Task_PickUpCall"));
        send(open(call.callId(), "Task_AskCaller"), "enquiry", "leasing", "contactedBefore", "yes");
        send(open(call.callId(), "Task_CoverCall"), "answer", "问停车位", "sensitive", "no");
        // A call that nobody takes.
        clock.forward(Duration.ofHours(1));
        presence.away(department.callTeam().get(2), "");
        calls.receive(new CallKey(department.id(), "evidence-" + numbers.incrementAndGet()), phone, null);

        Task manager = task(process(claimed()), "Task_DecideOwnership");

        assertThat(shown(manager, "othersLines"))
                .contains("招商员3：2026-03-02 11:00 来电", "当时是招商员1的客户", "问停车位")
                .contains("没有人经办：2026-03-02 12:00 来电");
        assertThat(shown(manager, "claimantLines")).contains("没有来电");
        assertThat(shown(manager, "ownerLines")).contains("没有来电");
    }

    private Task open(String businessKey, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(key)
                .singleResult();
    }

    @Test
    void aCustomerWhoLapsesMeanwhileIsNobodysAndBothAreTold() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        clock.set(customer.validUntil().plus(Duration.ofHours(8)));

        followUps.startDue(department.id());

        assertThat(process).hasPassed("Event_DisputeOvertaken").isWaitingAt("Task_ReadDecision");
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

        assertThat(process).hasPassed("Event_DisputeOvertaken").isWaitingAt("Task_ReadDecision");
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
        assertThat(process(dispute)).isWaitingAt("Task_ReadDecision");
        assertThat(disputes.of(own.id())).extracting(Dispute::id).containsExactly(dispute.id());
    }

    @Test
    void whoGetsTheCustomerMeanwhileSpeaksForThem() {
        Dispute dispute = claimed();
        ProcessInstance process = process(dispute);
        String third = department.visitTeam().get(0);

        customers.handOver(department.id(), customer.id(), third, ClaimReason.HANDED_OVER);

        Task statement = task(process, "Task_GiveStatement");
        assertThat(statement.getAssignee()).isEqualTo(third);
        assertThat(statement.getDueDate()).as("nothing is reset").isEqualTo(later(Duration.ofHours(12)));
        assertThat(disputes.get(dispute.id()).owner()).isEqualTo(third);
        decide(process, "owner");
        assertThat(readers(process)).containsExactlyInAnyOrder(third, claimant);
        assertThat(now().agent()).isEqualTo(third);
    }

    @Test
    void anErasedCustomerLeavesNoWordsAndNoTasks() {
        Dispute open = claimed();
        ProcessInstance process = process(open);
        send(task(process, "Task_GiveStatement"), "statement", STATEMENT);

        customers.erase(department.id(), customer.id());

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
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
            assertThat(engine.getTaskService()
                            .getVariables(reading(process, reader).getId())
                            .values())
                    .noneSatisfy(value -> assertThat(String.valueOf(value)).containsAnyOf("欧阳问", WHY));
        }
    }

    @Test
    void aManagerDoesNotDecideInTheirOwnCase() {
        Customer own = customers.add(
                department.id(),
                "欧阳再",
                "+861370000" + numbers.incrementAndGet(),
                department.manager(),
                ContactKind.VISIT,
                clock.instant());

        Dispute dispute =
                disputes.claim(department.id(), claimant, "" + own.id(), REASON).dispute();

        assertThat(candidates(task(process(dispute), "Task_DecideOwnership"))).containsExactly(department.deputy());
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
                heard += result.get(30, TimeUnit.SECONDS).isRefused() ? 0 : 1;
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

    private Dispute claimed() {
        return disputes.claim(department.id(), claimant, phone, REASON).dispute();
    }

    private ProcessInstance fromTasklist(String login, String number) {
        engine.getIdentityService().setAuthentication(login, List.of("agents"), List.of(department.id()));
        try {
            return engine.getFormService()
                    .submitStartForm(
                            engine.getRepositoryService()
                                    .createProcessDefinitionQuery()
                                    .processDefinitionKey("ownership-dispute")
                                    .latestVersion()
                                    .singleResult()
                                    .getId(),
                            Map.of("customerNumber", number, "reason", REASON));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private ProcessInstance process(Dispute dispute) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("ownership-dispute")
                .processInstanceBusinessKey("" + dispute.id())
                .singleResult();
    }

    private Task task(ProcessInstance process, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    private List<String> readers(ProcessInstance process) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey("Task_ReadDecision")
                .list()
                .stream()
                .map(Task::getAssignee)
                .toList();
    }

    private Task reading(ProcessInstance process, String reader) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(process.getId())
                .taskAssignee(reader)
                .singleResult();
    }

    private void decide(ProcessInstance process, String decision) {
        decideAs(department.manager(), process, decision);
    }

    private void decideAs(String login, ProcessInstance process, String decision) {
        Task task = task(process, "Task_DecideOwnership");
        engine.getTaskService().claim(task.getId(), login);
        send(task, "decision", decision, "decisionReason", WHY);
    }

    private void send(Task task, Object... fields) {
        Map<String, Object> values = new HashMap<>();
        IntStream.range(0, fields.length / 2).forEach(i -> values.put((String) fields[2 * i], fields[2 * i + 1]));
        engine.getFormService().submitTaskForm(task.getId(), values);
    }

    private String shown(Task task, String variable) {
        return (String) engine.getTaskService().getVariable(task.getId(), variable);
    }

    private List<String> candidates(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> "candidate".equals(link.getType()))
                .map(IdentityLink::getUserId)
                .toList();
    }

    private Date timer(ProcessInstance process, String event) {
        return job(process, event).getDuedate();
    }

    private org.camunda.bpm.engine.runtime.Job job(ProcessInstance process, String event) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(event)
                .singleResult();
    }

    private void fire(ProcessInstance process, String event) {
        engine.getManagementService().executeJob(job(process, event).getId());
    }

    private Customer now() {
        return customers.find(customer.id()).orElseThrow();
    }

    private Date later(Duration time) {
        return Date.from(TestClock.MONDAY_NINE.plus(time));
    }
}

package io.rotadesk.leasing.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.Timers;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.Escalation.RelayOutcome;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Section;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A question goes to the manager and its answer comes back. */
@RotaDeskTest
@Tag("L3.7")
class ManagerEscalationTest {

    private static final String QUESTION = "可以外摆吗?";
    private static final String ANSWER = "东侧广场可以,每户不超过六平方米。";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Escalations escalations;

    @Autowired
    EscalationForms forms;

    @Autowired
    IncomingCalls calls;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    Handbook handbook;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final String unit = "esc-" + UUID.randomUUID();
    private final Contact call = Contact.call(unit + ":77");

    @BeforeEach
    void aUnit() {
        init(engine);
        clock.set(TestClock.MONDAY_NINE);
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of("manager1"), List.of("deputy1", "deputy2"), null));
        new TestPeople(accounts).named("agent1", unit, Role.AGENT);
    }

    @Test
    void anAnswerReachesTheCustomer() {
        ProcessInstance process = raised();
        assertThat(process).isWaitingAt(ManagerEscalation.Task.ANSWER_QUESTION);
        assertThat(task(process)).hasCandidateUser("manager1").isNotAssigned();
        assertThat(task(process).getDueDate()).isEqualTo(at(Duration.ofMinutes(10)));
        assertThat(engine.getTaskService().getVariablesLocal(task(process).getId()))
                .isEmpty();
        assertThat(engine.getTaskService().getVariable(task(process).getId(), "question"))
                .isEqualTo(QUESTION);
        assertThat(engine.getTaskService().getVariable(task(process).getId(), "context"))
                .asString()
                .contains("2026-03-02 09:00", unit + ":77");

        clock.forward(Duration.ofMinutes(4));
        answer(process, ANSWER, false);

        assertThat(process)
                .isWaitingAt(ManagerEscalation.Task.RELAY_ANSWER)
                .hasNotPassed(ManagerEscalation.Task.ADD_TO_HANDBOOK);
        assertThat(task(process)).isAssignedTo("agent1");
        assertThat(task(process).getDueDate()).isEqualTo(at(Duration.ofMinutes(4 + 30)));
        assertThat(engine.getTaskService().getVariable(task(process).getId(), "answer"))
                .isEqualTo(ANSWER);
        assertThat(escalations.openOf(unit)).singleElement().satisfies(open -> {
            assertThat(open.isAnswered()).isTrue();
            assertThat(open.answeredBy()).isEqualTo("manager1");
        });

        complete(task(process), withVariables("outcome", "relayed"));

        assertThat(process).isEnded().hasPassed(ManagerEscalation.EndEvent.ANSWER_RELAYED);
        assertThat(escalations.openOf(unit)).isEmpty();
        assertThat(escalations.of(call))
                .singleElement()
                .satisfies(told -> assertThat(told.relayOutcome()).isEqualTo(RelayOutcome.RELAYED));
    }

    @Test
    void theManagerAndTheAgentSeeWhoseQuestionItIs() {
        LeasingDepartment department = departments.found();
        CallKey key = new CallKey(department.id(), "88");
        calls.receive(key, "13812345678", null);

        String id = escalations.raise(department.id(), department.callTeam().get(0), key.contact(), QUESTION);

        assertThat(forms.context(id)).contains("来电", "138 1234 5678");
        assertThat(forms.askedByName(id)).isEqualTo("招商员1");
    }

    @Test
    void namingAColleaguesCallTellsNoMoreThanNamingAnUnknownOne() {
        LeasingDepartment department = departments.found();
        CallKey key = new CallKey(department.id(), "89");
        calls.receive(key, "13812345678", null);
        String colleague = department.callTeam().get(1);

        String hidden = forms.context(escalations.raise(department.id(), colleague, key.contact(), QUESTION));
        Contact missing = new CallKey(department.id(), "90").contact();
        String unknown = forms.context(escalations.raise(department.id(), colleague, missing, QUESTION));

        assertThat(hidden).isEqualTo(unknown.replace(missing.id(), key.contact().id()));
        assertThat(forms.context(escalations.raise(department.id(), department.manager(), key.contact(), "还有别的优惠吗？")))
                .contains("138 1234 5678");
    }

    @Test
    void neitherQuestionNorAnswerStaysInTheProcess() {
        ProcessInstance process = raised();
        answer(process, ANSWER, false);

        assertThat(engine.getRuntimeService().getVariables(process.getId()))
                .doesNotContainValue(QUESTION)
                .doesNotContainValue(ANSWER);
    }

    @Test
    void anAgentAsksFromTasklist() {
        ProcessInstance process = ask("asker1", unit, Map.of("question", QUESTION, "callId", "77"));

        assertThat(process)
                .hasPassed(ManagerEscalation.StartEvent.QUESTION_ASKED, ManagerEscalation.Task.RECORD_QUESTION);
        assertThat(process)
                .isWaitingAt(ManagerEscalation.Task.ANSWER_QUESTION)
                .variables()
                .doesNotContainKeys("question", "callId");
        Escalation asked = escalations.of(call).get(0);
        assertThat(asked.askedBy()).isEqualTo("asker1");
        assertThat(asked.unitId()).isEqualTo(unit);
        assertThat(asked.question()).isEqualTo(QUESTION);
        assertThat(businessKey(process)).isEqualTo(asked.id());
    }

    @Test
    void theSameQuestionIsNotAskedTwiceFromTasklist() {
        Map<String, Object> form = Map.of("question", QUESTION, "callId", unit + ":77");
        ask("asker1", unit, form);

        assertThatThrownBy(() -> ask("asker1", unit, form)).hasMessageContaining("已经提交");
        assertThat(escalations.of(call)).hasSize(1);
    }

    @Test
    void aPersonWithoutAUnitCannotAsk() {
        assertThatThrownBy(() -> ask("stranger1", null, Map.of("question", QUESTION)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("stranger1");
    }

    @Test
    @Tag("L2.5")
    void theManagerAddsTheAnswerToTheHandbook() {
        int before = handbook.currentVersion(unit);
        ProcessInstance process = raised();

        answer(process, ANSWER, true);

        assertThat(process)
                .hasPassed(ManagerEscalation.Task.ADD_TO_HANDBOOK)
                .isWaitingAt(ManagerEscalation.Task.RELAY_ANSWER);
        assertThat(handbook.currentVersion(unit)).isEqualTo(before + 1);
        assertThat(handbook.history(unit).get(0).author()).isEqualTo("manager1");
        assertThat(handbook.entries(unit))
                .filteredOn(entry -> entry.title().equals(QUESTION))
                .extracting(Section::markdown)
                .containsExactly(ANSWER);
        assertThat(escalations.of(call).get(0).handbookVersion()).isEqualTo(before + 1);
    }

    @Test
    void theManagerIsRemindedWhenHalfOfTheTimeIsOver() {
        ProcessInstance process = raised();
        assertThat(timer(process, ManagerEscalation.Timer.ANSWER_QUESTION_REMIND)
                        .getDuedate())
                .isEqualTo(at(Duration.ofMinutes(5)));

        clock.forward(Duration.ofMinutes(5));
        execute(timer(process, ManagerEscalation.Timer.ANSWER_QUESTION_REMIND));

        assertThat(process).isWaitingAt(ManagerEscalation.Task.ANSWER_QUESTION);
        assertThat(task(process).getPriority()).isEqualTo(75);
        assertThat(escalations.of(call).get(0).remindedAt()).isEqualTo(clock.instant());
        assertThat(reminders(process)).containsExactly("REMINDED Task_AnswerQuestion");
    }

    @Test
    void theDeputiesAreAskedWhenTheManagerDoesNotAnswer() {
        ProcessInstance process = raised();
        assertThat(timer(process, ManagerEscalation.Timer.ANSWER_QUESTION_TELL_DEPUTY)
                        .getDuedate())
                .isEqualTo(at(Duration.ofMinutes(20)));
        execute(timer(process, ManagerEscalation.Timer.ANSWER_QUESTION_REMIND));

        clock.forward(Duration.ofMinutes(20));
        execute(timer(process, ManagerEscalation.Timer.ANSWER_QUESTION_TELL_DEPUTY));

        assertThat(task(process).getPriority()).isEqualTo(100);
        assertThat(candidates(task(process))).containsExactlyInAnyOrder("manager1", "deputy1", "deputy2");
        assertThat(escalations.of(call).get(0).deputyToldAt()).isEqualTo(clock.instant());
        assertThat(reminders(process))
                .containsExactly("REMINDED Task_AnswerQuestion", "DEPUTY_TOLD Task_AnswerQuestion");

        claim(task(process), "deputy1");
        complete(task(process), withVariables("answer", ANSWER, "addToHandbook", false));
        assertThat(escalations.of(call).get(0).answeredBy()).isEqualTo("deputy1");
    }

    @Test
    void aCustomerWhoCannotBeReachedIsTriedThreeTimes() {
        ProcessInstance process = raised();
        answer(process, ANSWER, false);

        complete(task(process), withVariables("outcome", "notReached"));
        assertThat(process).isWaitingAt(ManagerEscalation.Task.RELAY_ANSWER);
        complete(task(process), withVariables("outcome", "notReached"));
        assertThat(process).isWaitingAt(ManagerEscalation.Task.RELAY_ANSWER);
        assertThat(escalations.openOf(unit)).hasSize(1);
        complete(task(process), withVariables("outcome", "notReached"));

        assertThat(process).isEnded().hasPassed(ManagerEscalation.EndEvent.ANSWER_NOT_RELAYED);
        assertThat(escalations.openOf(unit)).isEmpty();
        assertThat(escalations.of(call).get(0).relayTries()).isEqualTo(3);
    }

    @Test
    void aFormSentManyTimesAtOnceAsksOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> raise =
                    () -> transaction.execute(status -> escalations.raise(unit, "agent1", call, QUESTION));
            Set<String> ids = new java.util.HashSet<>();
            for (var result : threads.invokeAll(java.util.Collections.nCopies(16, raise))) {
                ids.add(result.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(ids.iterator().next())
                            .count())
                    .isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aQuestionOfATransactionThatFailsWasNeverAsked() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    escalations.raise(unit, "agent1", call, QUESTION);
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");

        assertThat(escalations.of(call)).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .variableValueEquals("unitId", unit)
                        .count())
                .isZero();
    }

    @Test
    void twoQuestionsOfOneCallAreTwo() {
        assertThat(escalations.raise(unit, "agent1", call, QUESTION))
                .isNotEqualTo(escalations.raise(unit, "agent1", call, "可以养宠物吗?"));
        assertThat(escalations.openOf(unit)).hasSize(2);
    }

    private ProcessInstance raised() {
        String id = escalations.raise(unit, "agent1", call, QUESTION);
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult();
    }

    private void answer(ProcessInstance process, String answer, boolean addToHandbook) {
        claim(task(process), "manager1");
        complete(task(process), withVariables("answer", answer, "addToHandbook", addToHandbook));
    }

    private ProcessInstance ask(String login, String unitOfLogin, Map<String, Object> form) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(ManagerEscalation.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        mayStartProcesses(login);
        engine.getIdentityService()
                .setAuthentication(login, List.of(), unitOfLogin == null ? List.of() : List.of(unitOfLogin));
        try {
            return engine.getFormService().submitStartForm(definition, form);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void mayStartProcesses(String login) {
        var authorizations = engine.getAuthorizationService();
        if (authorizations.createAuthorizationQuery().userIdIn(login).count() == 0) {
            var processes = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            processes.setUserId(login);
            processes.setResource(Resources.PROCESS_DEFINITION);
            processes.setResourceId(ManagerEscalation.PROCESS);
            processes.addPermission(Permissions.CREATE_INSTANCE);
            authorizations.saveAuthorization(processes);
            var instances = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            instances.setUserId(login);
            instances.setResource(Resources.PROCESS_INSTANCE);
            instances.setResourceId(Authorization.ANY);
            instances.addPermission(Permissions.CREATE);
            authorizations.saveAuthorization(instances);
        }
    }

    private String businessKey(ProcessInstance process) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getBusinessKey();
    }

    private org.camunda.bpm.engine.runtime.Job timer(ProcessInstance process, String event) {
        return Timers.only(engine.getManagementService().createJobQuery().processInstanceId(process.getId()), event);
    }

    private List<String> candidates(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getUserId)
                .toList();
    }

    private List<String> reminders(ProcessInstance process) {
        return db.sql("select kind || ' ' || task from task_reminder where business_key = :key order by id")
                .param("key", businessKey(process))
                .query(String.class)
                .list();
    }

    private static Date at(Duration afterNine) {
        return Date.from(TestClock.MONDAY_NINE.plus(afterNine));
    }
}

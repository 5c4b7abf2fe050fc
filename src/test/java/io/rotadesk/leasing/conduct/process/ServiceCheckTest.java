package io.rotadesk.leasing.conduct.process;

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
import io.rotadesk.engine.models.ServiceCheck;
import io.rotadesk.leasing.conduct.AgentMarks;
import io.rotadesk.leasing.conduct.ConductPoint;
import io.rotadesk.leasing.conduct.ServiceChecks;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.UnitSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The manager checks a reception, and the agent sees the result. */
@RotaDeskTest
@Tag("L3.6")
class ServiceCheckTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ServiceChecks checks;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    CheckForms forms;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    Presence presence;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    LeasingDepartment department;
    String agent;

    @BeforeEach
    void aDepartment() {
        init(engine);
        clock.set(TestClock.MONDAY_NINE);
        department = departments.found();
        agent = department.visitTeam().get(0);
    }

    @Test
    void theManagerMarksPointByPointAndTheAgentAnswers() {
        ProcessInstance process = started(visit());
        assertThat(process).isWaitingAt(ServiceCheck.Task.CHECK_SERVICE);
        assertThat(task(process)).hasCandidateUser(department.manager()).isNotAssigned();
        assertThat(task(process).getDueDate()).isEqualTo(at(Duration.ofHours(48)));
        assertThat(shown(process, "receptionLine")).contains("招商员4", "2026-03-02 09:00");

        clock.forward(Duration.ofMinutes(30));
        check(process, "4", "介绍得很细");

        assertThat(process).isWaitingAt(ServiceCheck.Task.READ_SERVICE_CHECK);
        assertThat(task(process)).isAssignedTo(agent);
        assertThat(task(process).getDueDate())
                .as("four hours after the manager's check")
                .isEqualTo(at(Duration.ofMinutes(30).plusHours(4)));
        assertThat(shown(process, "marks")).contains("面露微笑  **4** 好", "没有翘腿  **5** 很好");
        assertThat(shown(process, "remarks")).isEqualTo("介绍得很细");
        assertThat(shown(process, "checkedByName")).isEqualTo("经理");

        complete(task(process), withVariables("answer", "谢谢"));

        assertThat(process).isEnded().hasPassed(ServiceCheck.EndEvent.CHECK_READ);
        var made = checks.get(checkId(process));
        assertThat(made.checkedBy()).isEqualTo(department.manager());
        assertThat(made.checkedAt()).isEqualTo(clock.instant());
        assertThat(made.marks())
                .hasSize(7)
                .containsEntry(ConductPoint.SMILE, 4)
                .containsEntry(ConductPoint.SPINNING_PEN, 5);
        assertThat(made.answer()).isEqualTo("谢谢");
        assertThat(made.readAt()).isEqualTo(clock.instant());
    }

    @Test
    void anAgentOnLeaveReadsTheCheckWhenTheyAreBack() {
        presence.leave(agent, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 5), "");
        ProcessInstance process = started(visit());

        check(process, "4", "介绍得很细");

        assertThat(task(process).getDueDate()).isEqualTo(Instant.parse("2026-03-06T12:00:00+08:00"));
    }

    @Test
    void aPointThatWasNotSeenHasNoMark() {
        ProcessInstance process = started(visit());

        check(process, "notSeen", null);

        assertThat(checks.get(checkId(process)).marks())
                .doesNotContainKey(ConductPoint.SMILE)
                .hasSize(6);
        assertThat(shown(process, "marks")).contains("面露微笑  没有看到");
        assertThat(shown(process, "remarks")).isEqualTo("—");
    }

    @Test
    void everyPointNeedsAnAnswerAndOnlyMarksOfTheFormCount() {
        ProcessInstance process = started(visit());
        claim(task(process), department.manager());
        Map<String, Object> incomplete = answers("4");
        incomplete.remove("respect");

        assertThatThrownBy(() -> complete(task(process), incomplete)).hasMessageContaining("让客人倍受尊重");
        assertThatThrownBy(() -> complete(task(process), answers("9"))).hasMessageContaining("面露微笑");
        assertThat(checks.get(checkId(process)).isChecked()).isFalse();
    }

    @Test
    void theManagerIsRemindedWhenTheCheckIsDue() {
        ProcessInstance process = started(visit());

        clock.forward(Duration.ofHours(48));
        execute(timer(process, ServiceCheck.Timer.CHECK_SERVICE_REMIND));

        assertThat(process).isWaitingAt(ServiceCheck.Task.CHECK_SERVICE);
        assertThat(task(process).getPriority()).isEqualTo(75);
    }

    @Test
    void theDeputyIsToldWhenTwiceTheTimeIsOver() {
        ProcessInstance process = started(visit());
        assertThat(timer(process, ServiceCheck.Timer.CHECK_SERVICE_TELL_DEPUTY).getDuedate())
                .isEqualTo(at(Duration.ofHours(96)));

        clock.forward(Duration.ofHours(96));
        execute(timer(process, ServiceCheck.Timer.CHECK_SERVICE_TELL_DEPUTY));

        assertThat(process).isWaitingAt(ServiceCheck.Task.CHECK_SERVICE);
        assertThat(task(process)).hasCandidateUser(department.deputy());
    }

    @Test
    void aReceptionIsCheckedOnce() {
        Contact visit = visit();
        started(visit);

        checks.start(department.id(), visit, agent);

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ServiceCheck.PROCESS)
                        .variableValueEquals("unitId", department.id())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theUnitsShareSaysWhetherAReceptionIsChecked() {
        LeasingDepartment never = departments.found(UnitSettings.of(Map.of("checkPercent", 0)));
        LeasingDepartment always = departments.found(UnitSettings.of(Map.of("checkPercent", 100)));

        assertThat(checks.sample(never.id(), visit(), agent)).isFalse();
        Contact drawn = visit();
        assertThat(checks.sample(always.id(), drawn, agent)).isTrue();
        assertThat(checks.sample(always.id(), drawn, agent)).isTrue();

        assertThat(db.sql("select unit_id from service_check where unit_id in (:units)")
                        .param("units", List.of(never.id(), always.id()))
                        .query(String.class)
                        .list())
                .containsExactly(always.id());
    }

    @Test
    void nobodyMarksThemselves() {
        checks.start(department.id(), visit(), department.manager());

        assertThat(task(instance())).hasCandidateUser(department.deputy());
        assertThat(engine.getTaskService()
                        .getIdentityLinksForTask(task(instance()).getId()))
                .noneMatch(link -> department.manager().equals(link.getUserId()));
    }

    @Test
    void neitherMarksNorTextsStayInTheProcess() {
        ProcessInstance process = started(visit());
        check(process, "2", "对客人不耐烦");

        assertThat(engine.getRuntimeService().getVariables(process.getId()))
                .containsOnlyKeys("checkId", "unitId", "agent");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process.getId())
                        .list())
                .isEmpty();
    }

    @Test
    void textsAboutAnErasedCustomerAreDeletedAndTheMarksStay() {
        Contact visit = visit();
        ProcessInstance process = started(visit);
        check(process, "3", "韩先生很满意");
        assertThat(shown(process, "receptionLine")).isNotBlank();
        assertThat(shown(process, "remarks")).isEqualTo("韩先生很满意");

        events.publishEvent(new ContactErased(visit));

        assertThat(checks.get(checkId(process)).remarks()).isNull();
        assertThat(checks.get(checkId(process)).marks()).hasSize(7);
        // The form shows what there is now.
        assertThat(shown(process, "remarks")).isEqualTo("—");
        assertThat(shown(process, "receptionLine")).doesNotContain("韩先生");
        complete(task(process), withVariables("answer", ""));
        assertThat(process).isEnded();
    }

    @Test
    void theResultsAreAveragedByAgentAndPointOverAPeriod() {
        String other = department.visitTeam().get(1);
        check(started(visit()), "5", null);
        check(started(visit()), "2", null);
        check(started(visit()), "notSeen", null);
        checks.start(department.id(), visit(), other);
        check(instanceOf(other), "1", null);
        clock.forward(Duration.ofDays(1));
        check(started(visit()), "1", null);

        List<AgentMarks> report = checks.report(
                department.id(), null, TestClock.MONDAY_NINE, TestClock.MONDAY_NINE.plus(Duration.ofDays(1)));

        assertThat(report).extracting(AgentMarks::agent).containsExactly(agent, other);
        assertThat(report.get(0).checks()).isEqualTo(3);
        assertThat(report.get(0).averages())
                .containsEntry(ConductPoint.SMILE, 3.5)
                .containsEntry(ConductPoint.RESPECT, 5.0);
        assertThat(report.get(0).overall()).isEqualTo((7 + 18 * 5) / 20.0);
        assertThat(report.get(1).averages()).containsEntry(ConductPoint.SMILE, 1.0);
        assertThat(checks.report(
                        department.id(),
                        other,
                        TestClock.MONDAY_NINE,
                        clock.instant().plusSeconds(1)))
                .extracting(AgentMarks::agent)
                .containsExactly(other);
        assertThat(checks.made(
                        department.id(),
                        agent,
                        TestClock.MONDAY_NINE,
                        clock.instant().plusSeconds(1),
                        2))
                .hasSize(2)
                .first()
                .satisfies(newest -> assertThat(newest.checkedAt()).isEqualTo(clock.instant()));
    }

    private Contact visit() {
        return Contact.visit(department.id() + ":" + UUID.randomUUID());
    }

    private ProcessInstance started(Contact visit) {
        checks.start(department.id(), visit, agent);
        return instanceOf(agent);
    }

    private ProcessInstance instance() {
        return instanceOf(department.manager());
    }

    /** The check that nobody has made yet. */
    private ProcessInstance instanceOf(String whose) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(ServiceCheck.PROCESS)
                .variableValueEquals("unitId", department.id())
                .variableValueEquals("agent", whose)
                .activityIdIn(ServiceCheck.Task.CHECK_SERVICE)
                .singleResult();
    }

    private void check(ProcessInstance process, String smile, String remarks) {
        claim(task(process), department.manager());
        Map<String, Object> form = answers(smile);
        form.put("remarks", remarks);
        complete(task(process), form);
    }

    private static Map<String, Object> answers(String smile) {
        Map<String, Object> form = new HashMap<>();
        for (ConductPoint point : ConductPoint.values()) {
            form.put(point.field(), "5");
        }
        form.put("smile", smile);
        return form;
    }

    private String shown(ProcessInstance process, String name) {
        return (String) engine.getTaskService().getVariable(task(process).getId(), name);
    }

    private String checkId(ProcessInstance process) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getBusinessKey();
    }

    private Job timer(ProcessInstance process, String event) {
        return Timers.only(engine.getManagementService().createJobQuery().processInstanceId(process.getId()), event);
    }

    private static Date at(Duration after) {
        return Date.from(TestClock.MONDAY_NINE.plus(after));
    }
}

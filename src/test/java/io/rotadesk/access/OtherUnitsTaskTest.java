package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task for another unit's people, in a process that began elsewhere, is theirs and theirs only (P1). */
@Tag("P1")
class OtherUnitsTaskTest extends AccessTest {

    private static final String TASKS = "/engine-rest/task/";

    @Autowired
    OtherUnit other;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    JdbcClient db;

    private String deployment;
    private String first;
    private String firstLeader;
    private String firstPerson;
    private String second;
    private String secondLeader;
    private String secondPerson;
    private String process;
    private String waiting;
    private Task task;

    @BeforeEach
    void aTaskForTheSecondUnit() {
        deployment = repository
                .createDeployment()
                .addClasspathResource("engine/other-unit.bpmn")
                .addClasspathResource("engine/other-unit.form")
                .deploy()
                .getId();
        first = founder.found(null, 1).id();
        second = founder.found(first, 1).id();
        firstLeader = person(first, Role.PETITION_LEADER);
        firstPerson = person(first, Role.PETITION_STAFF);
        secondLeader = person(second, Role.PETITION_LEADER);
        secondPerson = person(second, Role.PETITION_STAFF);
        other.unit = second;
        other.person = secondPerson;
        other.firstPerson = firstPerson;
        waiting = runtime.startProcessInstanceByKey("other-unit-waits", first, Map.of(UnitTenants.UNIT, first))
                .getId();
        process = start("other-unit", first).getId();
        task = tasks.createTaskQuery().processInstanceId(process).singleResult();
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void thePeopleOfThatUnitSeeItOpenItsFormAndDoIt() {
        assertThat(get(secondPerson, "/engine-rest/task").getBody()).contains(task.getId());
        assertThat(status(secondPerson, "")).isEqualTo(HttpStatus.OK);
        assertThat(get(secondPerson, TASKS + task.getId() + "/deployed-form").getBody())
                .contains("您好");
        assertThat(status(secondPerson, "/form-variables")).isEqualTo(HttpStatus.OK);
        assertThat(get(secondLeader, "/engine-rest/task").getBody()).contains(task.getId());

        post(secondPerson, TASKS + task.getId() + "/claim", Map.of("userId", secondPerson));
        assertThat(submit(secondPerson).is2xxSuccessful()).isTrue();

        Task next = tasks.createTaskQuery().processInstanceId(process).singleResult();
        assertThat(next.getTaskDefinitionKey()).isEqualTo("Task_Back");
        assertThat(next.getTenantId()).isEqualTo(first);
        assertThat(get(secondPerson, TASKS + next.getId()).getStatusCode())
                .isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
        assertThat(get(firstPerson, "/engine-rest/task").getBody()).contains(next.getId());
        assertThat(post(firstPerson, TASKS + next.getId() + "/submit-form", noVariables())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process)
                        .count())
                .isZero();
    }

    @Test
    void thePeopleOfTheFirstUnitNoLongerHaveIt() {
        for (String login : List.of(firstPerson, firstLeader)) {
            assertThat(get(login, "/engine-rest/task").getBody()).doesNotContain(task.getId());
            assertThat(status(login, "")).isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
            for (String part : List.of("/form", "/deployed-form", "/form-variables", "/identity-links")) {
                var answer = get(login, TASKS + task.getId() + part);
                assertThat(answer.getStatusCode().is2xxSuccessful()).as(part).isFalse();
                assertThat(answer.getBody()).as(part).doesNotContain("您好");
            }
            assertThat(submit(login).is2xxSuccessful()).isFalse();
            assertThat(post(login, TASKS + task.getId() + "/claim", Map.of("userId", login))
                            .getStatusCode()
                            .is2xxSuccessful())
                    .isFalse();
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void itsHistoryBelongsToThatUnitToo() {
        tasks.complete(task.getId());
        tasks.complete(tasks.createTaskQuery()
                .processInstanceId(process)
                .singleResult()
                .getId());
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(process)
                        .orderByHistoricActivityInstanceStartTime()
                        .asc()
                        .list())
                .extracting(ended -> ended.getTaskDefinitionKey() + " " + ended.getTenantId())
                .containsExactlyInAnyOrder("Task_Other " + second, "Task_Back " + first);
    }

    @Test
    void theNextStepsReachTheFirstUnitWhoeverCompletesTheTask() {
        assertThat(submit(secondPerson).is2xxSuccessful()).isTrue();
        assertThat(runtime.getVariable(process, "found")).isEqualTo(1L);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(waiting)
                        .count())
                .isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(other.nested)
                        .singleResult()
                        .getTenantId())
                .isEqualTo(first);
    }

    @Test
    void aLatePersonIsReportedToTheirOwnLeader() {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(process)
                .activityId("Event_Late")
                .singleResult()
                .getId());
        assertThat(db.sql("select unit_id from task_reminder where process = 'other-unit' and unit_id in (:units)")
                        .param("units", List.of(first, second))
                        .query(String.class)
                        .list())
                .containsExactly(second);
    }

    private HttpStatus status(String login, String part) {
        return HttpStatus.valueOf(
                get(login, TASKS + task.getId() + part).getStatusCode().value());
    }

    private HttpStatus submit(String login) {
        return HttpStatus.valueOf(post(login, TASKS + task.getId() + "/submit-form", noVariables())
                .getStatusCode()
                .value());
    }
}

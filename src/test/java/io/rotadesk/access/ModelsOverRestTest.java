package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.RequestLog;
import io.rotadesk.Timers;
import io.rotadesk.engine.TestModel;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.DailyDuty;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** A refused request of a process owner or an administrator over REST is always a 400 with a reason, never a 500. */
@ExtendWith(RequestLog.class)
class ModelsOverRestTest extends AccessTest {

    private static final Map<String, Object> SUSPEND = Map.of("suspended", true);

    @Autowired
    ManagementService management;

    @Autowired
    LeasingDepartment.Founder departments;

    private String unit;
    private String owner;
    private String administrator;

    @BeforeEach
    void people() {
        unit = unique("unit");
        owner = person(unit, Role.PROCESS_OWNER);
        administrator = person(unit, Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:serviceTask id='A' camunda:type='Shell' />",
                "<bpmn:serviceTask id='A' camunda:type='SHELL' />",
                "<bpmn:sendTask id='A' activiti:type='sHELL' />",
                "<bpmn:businessRuleTask id='A' camunda:type='Mail' />",
                "<bpmn:serviceTask id='A' camunda:type='Shell'><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>",
                "<bpmn:serviceTask id='A' camunda:expression='${recordPickUp.execute(execution)}' />",
                "<bpmn:serviceTask id='A' camunda:expression='${saveCallRegister.notify(null)}' />",
                "<bpmn:manualTask id='A'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='execution'>1</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:manualTask>",
                "<bpmn:exclusiveGateway id='A' /><bpmn:sequenceFlow id='F3' sourceRef='A' targetRef='A' />",
                "<bpmn:callActivity id='A' calledElement='${now()}' />",
                "<bpmn:userTask id='B' />",
                "<bpmn:nonsense id='A' />",
            })
    void aModelThatIsNotInOrder(String element) {
        ResponseEntity<String> answer = deploy(owner, TestModel.process(TestModel.unique("p"), element), Map.of());

        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("没有部署，请改正以下各处后重新部署");
    }

    @Test
    void aTimerThatRunsACommandAtTheStartOfAProcess() {
        ResponseEntity<String> answer = deploy(owner, TestModel.file("", """
                <bpmn:process id="probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <bpmn:startEvent id="s"><bpmn:timerEventDefinition id="td"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>
                  <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t" />
                  <bpmn:serviceTask id="t" camunda:type="Shell"><bpmn:extensionElements><camunda:field name="command"><camunda:string>sh</camunda:string></camunda:field></bpmn:extensionElements></bpmn:serviceTask>
                </bpmn:process>"""), Map.of());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(management.createJobQuery().processDefinitionKey("probe").count())
                .isZero();
    }

    @Test
    void aTenantOrALaterActivationOfADeployment() {
        String model = TestModel.process(TestModel.unique("p"), "<bpmn:task id='A' />");

        assertThat(deploy(owner, model, Map.of("tenant-id", unit)).getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(deploy(owner, model, Map.of()).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void theOwnerSuspendsNothing() {
        assertThat(send(HttpMethod.PUT, owner, definition(CallHandling.PROCESS) + "/suspended", SUSPEND)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(send(HttpMethod.PUT, owner, "/engine-rest/process-definition/suspended", byKey())
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(send(HttpMethod.PUT, owner, "/engine-rest/process-instance/x/suspended", SUSPEND)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void notEvenAnAdministratorSuspendsWhatTheTelephonesNeed() {
        String definition = definition(CallHandling.PROCESS);
        String id = definition.substring(definition.lastIndexOf('/') + 1);
        String job = management
                .createJobDefinitionQuery()
                .processDefinitionKey(DailyDuty.PROCESS)
                .list()
                .get(0)
                .getId();
        Map<String, Map<String, Object>> asked = Map.ofEntries(
                Map.entry(definition + "/suspended", Map.of("suspended", true, "includeProcessInstances", true)),
                Map.entry("/engine-rest/process-definition/suspended", byKey()),
                Map.entry("/engine-rest/process-definition/key/call-handling/suspended", SUSPEND),
                Map.entry("/camunda/api/engine/engine/default/process-definition/suspended", byKey()),
                Map.entry("/engine-rest/engine/default/process-definition/suspended", byKey()),
                Map.entry("/engine-rest/process-instance/suspended", byKey()),
                Map.entry(
                        "/engine-rest/process-instance/suspended#id",
                        Map.of("suspended", true, "processDefinitionId", id)),
                Map.entry(
                        "/engine-rest/process-instance/suspended#ids",
                        Map.of("suspended", true, "processInstanceIds", List.of("x"))),
                Map.entry(
                        "/engine-rest/process-instance/suspended-async",
                        Map.of("suspended", true, "processInstanceIds", List.of("x"))),
                Map.entry("/engine-rest/job-definition/suspended", byKey()),
                Map.entry(
                        "/engine-rest/job-definition/" + job + "/suspended",
                        Map.of("suspended", true, "includeJobs", true)),
                Map.entry("/engine-rest/job/suspended", byKey()),
                Map.entry(
                        "/engine-rest/process-definition/key/call-handling/suspended#later",
                        Map.of("suspended", true, "executionDate", "2030-01-01T00:00:00.000+0000")));
        asked.forEach((path, body) -> {
            ResponseEntity<String> answer = send(HttpMethod.PUT, administrator, path.replaceFirst("#.*", ""), body);
            if (path.startsWith("/engine-rest")) {
                if (path.contains("async")) {
                    answer = post(administrator, path, body);
                }
                assertThat(answer.getStatusCode()).as(path + answer.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
                assertThat(answer.getBody()).as(path).contains("挂起");
            } else {
                assertThat(answer.getStatusCode().is2xxSuccessful()).as(path).isFalse();
            }
        });
        assertThat(repository.createProcessDefinitionQuery().suspended().count())
                .isZero();
    }

    @Test
    void anInstanceOfWhatTheTelephonesNeedIsNotSuspended() {
        String instance = runtime.createProcessInstanceByKey(CallHandling.PROCESS)
                .businessKey(unique("call"))
                .setVariable("agent", owner)
                .startBeforeActivity(CallHandling.Task.ASK_CALLER)
                .execute(true, true)
                .getId();
        try {
            var answer = send(
                    HttpMethod.PUT, administrator, "/engine-rest/process-instance/" + instance + "/suspended", SUSPEND);
            assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
            aStepEndsWithItsFormOnly(instance);
        } finally {
            runtime.deleteProcessInstance(instance, "test");
        }
    }

    private void aStepEndsWithItsFormOnly(String instance) {
        Task step = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        String task = "/engine-rest/task/" + step.getId();
        String execution = "/engine-rest/execution/" + step.getExecutionId();
        String only = "只能由提交表单";

        refused(post(administrator, execution + "/signal", Map.of()), only);
        refused(post(administrator, task + "/bpmnError", Map.of("errorCode", "x")), only);
        refused(post(administrator, task + "/bpmnEscalation", Map.of("escalationCode", "x")), only);
        refused(send(HttpMethod.DELETE, administrator, task, null), "请求无法接受");
        refused(send(HttpMethod.PUT, administrator, task, Map.of("name", "x", "tenantId", "y")), "请求无法接受");
    }

    /** No content of a file starts a new line in the log. */
    @Test
    void aRefusedModelIsOneLineInTheLog(RequestLog output) {
        String model = TestModel.process(
                TestModel.unique("p"), "<bpmn:serviceTask id='A' camunda:class='a&#10;2026-01-01 ERROR forged' />");

        assertThat(deploy(owner, model, Map.of()).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(output.getAll()).contains("ERROR forged").doesNotContain("\n2026-01-01 ERROR forged");
    }

    @Test
    void aTimerOfWhatTheTelephonesNeedIsNotStoppedDeletedOrPutOff() {
        Job day = Timers.only(
                management.createJobQuery().tenantIdIn(departments.found().id()), "Event_DutyBegins");
        String job = "/engine-rest/job/" + day.getId();
        String later = "2090-01-01T00:00:00.000+0000";
        Map<String, Object> none = Map.of("retries", 0);
        for (String person : List.of(owner, administrator)) {
            refused(send(HttpMethod.PUT, person, job + "/retries", none), "离不开它的定时");
            refused(send(HttpMethod.PUT, person, job + "/retries", Map.of("retries", 3, "dueDate", later)), "离不开");
            String definition = "/engine-rest/job-definition/" + day.getJobDefinitionId() + "/retries";
            refused(send(HttpMethod.PUT, person, definition, none), "离不开它的定时");
        }
        refused(send(HttpMethod.DELETE, administrator, job, null), "离不开它的定时");
        refused(send(HttpMethod.PUT, administrator, job + "/duedate", Map.of("duedate", later)), "离不开它的定时");
        Map<String, Object> many = Map.of("retries", 0, "jobIds", List.of(day.getId()));
        refused(post(administrator, "/engine-rest/job/retries", many), "不能成批");

        assertThat(management.createJobQuery().jobId(day.getId()).singleResult())
                .returns(day.getRetries(), Job::getRetries)
                .returns(day.getDuedate(), Job::getDuedate);
        // Trying again does no harm. An administrator does it, since the day is another unit's than the process
        // owner's.
        assertThat(send(HttpMethod.PUT, administrator, job + "/retries", Map.of("retries", day.getRetries()))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void aProcessThatNobodyTalksToCanBeSuspendedAndActivated() {
        String definition = definition(processWithOneTask(owner));

        assertThat(send(HttpMethod.PUT, administrator, definition + "/suspended", SUSPEND)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(send(HttpMethod.PUT, administrator, definition + "/suspended", Map.of("suspended", false))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void nothingIsDeletedUnderRunningInstances() {
        String key = processWithOneTask(owner);
        String instance = start(key, unit).getId();
        String definition = definition(key);
        String deployment = "/engine-rest/deployment/"
                + repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .singleResult()
                        .getDeploymentId();
        for (String person : List.of(owner, administrator)) {
            for (String cascade : List.of("?cascade=true", "?cascade=true&skipCustomListeners=true", "")) {
                refused(send(HttpMethod.DELETE, person, deployment + cascade, null), "还有 1 个流程实例在进行");
            }
        }
        refused(send(HttpMethod.DELETE, administrator, definition + "?cascade=true", null), "还有 1 个流程实例在进行");
        refused(
                send(
                        HttpMethod.DELETE,
                        administrator,
                        "/engine-rest/process-definition/key/" + key + "?cascade=true",
                        null),
                "还有 1 个流程实例在进行");

        runtime.deleteProcessInstance(instance, "done");
        assertThat(send(HttpMethod.DELETE, owner, deployment + "?cascade=true", null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void theOnlyVersionOfWhatIsNeededIsNotDeleted() {
        String deployed = repository
                .createDeployment()
                .addClasspathResource("engine/lean-history.bpmn")
                .addClasspathResource("engine/lean-history-start.form")
                .addClasspathResource("engine/lean-history-register.form")
                .deploy()
                .getId();
        try {
            refused(send(HttpMethod.DELETE, administrator, definition("lean-history"), null), "只有这一个版本");
            refused(
                    send(HttpMethod.DELETE, administrator, "/engine-rest/process-definition/key/lean-history", null),
                    "只有这一个版本");
        } finally {
            repository.deleteDeployment(deployed, true);
        }
    }

    @Test
    void historyIsNotSwitchedOffByRest() {
        String path = definition(CallHandling.PROCESS) + "/history-time-to-live";

        refused(send(HttpMethod.PUT, administrator, path, Map.of("historyTimeToLive", 0)), "1 到 36500 天");
        refused(send(HttpMethod.PUT, administrator, path, Map.of()), "1 到 36500 天");
    }

    private static void refused(ResponseEntity<String> answer, String reason) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains(reason);
    }

    private static Map<String, Object> byKey() {
        return Map.of("suspended", true, "processDefinitionKey", CallHandling.PROCESS);
    }

    private String definition(String key) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
        return "/engine-rest/process-definition/" + latest.getId();
    }

    private ResponseEntity<String> deploy(String person, String model, Map<String, String> more) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", "test");
        more.forEach(parts::add);
        parts.add("data", new ByteArrayResource(TestModel.bytes(model)) {
            @Override
            public String getFilename() {
                return "test.bpmn";
            }
        });
        return post(person, "/engine-rest/deployment/create", parts);
    }
}

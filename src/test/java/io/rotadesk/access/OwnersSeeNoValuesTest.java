package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * People who look after processes or accounts cannot read a customer's name or number in the engine, over any
 * interface.
 */
class OwnersSeeNoValuesTest extends AccessTest {

    private static final String NAME = "欧阳问答";
    private static final String PHONE = "13800004321";

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    IncomingCalls calls;

    @Autowired
    Customers customers;

    @Autowired
    TestClock clock;

    LeasingDepartment department;
    String owner;
    String administrator;
    Task task;
    VariableInstance line;

    @BeforeEach
    void aKnownCustomerCalls() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        String unit = department.id();
        customers.add(unit, NAME, "+86" + PHONE, department.callTeam().get(0), ContactKind.CALL, clock.instant());
        calls.receive(new CallKey(unit, unit + "-values"), PHONE, null);
        task = tasks.createTaskQuery().tenantIdIn(unit).singleResult();
        // As an instance of an earlier version has it.
        runtime.setVariableLocal(task.getExecutionId(), "callerLine", tasks.getVariable(task.getId(), "callerLine"));
        line = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(task.getProcessInstanceId())
                .variableName("callerLine")
                .singleResult();
        assertThat(String.valueOf(line.getValue())).contains(NAME);
        owner = person(unit, Role.PROCESS_OWNER);
        administrator = person(null, Role.ADMINISTRATOR);
    }

    @Test
    void noAddressTellsACustomersNameOrNumber() {
        for (String by : List.of(owner, administrator)) {
            for (String path : addresses()) {
                var answer = get(by, "/engine-rest" + path);
                assertThat(answer.getStatusCode().value()).as(by + " " + path).isLessThan(500);
                assertTellsNothing(by + " " + path, answer.getBody());
            }
            for (String query : List.of("/variable-instance", "/history/variable-instance", "/history/detail")) {
                for (Map<String, ?> body : List.<Map<String, ?>>of(
                        Map.of(),
                        Map.of("processInstanceIdIn", List.of(task.getProcessInstanceId())),
                        Map.of("variableName", "callerLine"))) {
                    var answer = post(by, "/engine-rest" + query + "?deserializeValues=false", body);
                    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
                    assertTellsNothing(by + " " + query, answer.getBody());
                }
            }
        }
    }

    @Test
    void theyAreTheSameWhereCockpitAsks() {
        for (String by : List.of(owner, administrator)) {
            Browser browser = browser();
            browser.login(by, PASSWORD);
            browser.get("/camunda/app/cockpit/default/");
            for (String path : addresses()) {
                var answer = browser.get("/camunda/api/engine/engine/default" + path);
                assertThat(answer.statusCode()).as(path).isLessThan(500);
                assertTellsNothing(path, answer.body());
            }
            String variables = "{\"processDefinitionId\":\"" + task.getProcessDefinitionId()
                    + "\",\"variables\":[{\"name\":\"%s\",\"operator\":\"like\",\"value\":\"%%%s%%\"}]}";
            for (String query : List.of("process-instance", "process-instance/count")) {
                String address = "/camunda/api/cockpit/plugin/base/default/" + query;
                var answer = browser.camundaPost(address, variables.formatted("callerLine", NAME));
                assertThat(answer.statusCode()).as(query).isEqualTo(400);
                assertThat(browser.camundaPost(address, "{}").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aQueryForAValueFindsNothingOut() {
        String like = "callerLine_like_%" + NAME + "%";
        List<String> queries = List.of(
                "/process-instance?variables=" + like,
                "/process-instance/count?variables=" + like,
                "/execution?variables=" + like,
                "/execution?processVariables=" + like,
                "/variable-instance?variableValues=" + like,
                "/task?processVariables=" + like,
                "/task?taskVariables=" + like,
                "/task/count?processVariables=" + like,
                "/history/process-instance?variables=" + like,
                "/history/task?processVariables=" + like,
                "/history/variable-instance?variableName=callerLine&variableValue=" + NAME);
        Map<String, Object> condition = Map.of("name", "callerLine", "operator", "like", "value", "%" + NAME + "%");
        Map<String, Object> sorting = Map.of(
                "sortBy", "processVariable",
                "sortOrder", "asc",
                "parameters", Map.of("variable", "callerLine", "type", "String"));
        for (String by : List.of(owner, administrator)) {
            for (String query : queries) {
                assertThat(get(by, "/engine-rest" + query).getStatusCode())
                        .as(query)
                        .isEqualTo(HttpStatus.BAD_REQUEST);
            }
            List<Map<String, ?>> bodies = List.of(
                    Map.of("processVariables", List.of(condition)),
                    Map.of("taskVariables", List.of(condition)),
                    Map.of("orQueries", List.of(Map.of("processVariables", List.of(condition)))),
                    Map.of("sorting", List.of(sorting)));
            for (Map<String, ?> body : bodies) {
                assertThat(post(by, "/engine-rest/task", body).getStatusCode())
                        .as(body.toString())
                        .isEqualTo(HttpStatus.BAD_REQUEST);
            }
            assertThat(post(
                                    by,
                                    "/engine-rest/process-instance",
                                    Map.of("orQueries", List.of(Map.of("variables", List.of(condition)))))
                            .getStatusCode())
                    .isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(get(by, "/engine-rest/process-instance?variables=unitId_eq_" + department.id())
                            .getBody())
                    .contains(task.getProcessInstanceId());
        }
    }

    @Test
    void valuesThatAreNotPersonalAreShownToFindFaults() {
        String variables = "/engine-rest/variable-instance?processInstanceIdIn=" + task.getProcessInstanceId();
        for (String by : List.of(owner, administrator)) {
            assertThat(get(by, variables).getBody())
                    .contains("\"name\":\"callerLine\"", "不显示", "\"value\":\"" + department.id() + "\"");
            assertThat(get(by, "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/variables")
                            .getBody())
                    .contains(department.id());
        }
    }

    @Test
    void theAssigneeAndTheUnitsLeadersReadTheForm() {
        String form = "/engine-rest/task/" + task.getId() + "/form-variables";
        String agent = task.getAssignee();
        accounts.createWithPassword(new Account(agent, "测试" + agent, Set.of(Role.AGENT), department.id()), PASSWORD);
        assertThat(get(agent, form).getBody()).contains(NAME);
        assertThat(get(person(department.id(), Role.MANAGER, Role.PROCESS_OWNER), form)
                        .getBody())
                .contains(NAME);
        tasks.setAssignee(task.getId(), owner);
        assertThat(get(owner, form).getBody()).as("a process owner's own task").contains(NAME);
    }

    @Test
    void valuesThatAFormLooksUpAreNotToldEither() {
        runtime.removeVariableLocal(task.getExecutionId(), "callerLine");
        assertThat(String.valueOf(tasks.getVariable(task.getId(), "callerLine")))
                .contains(NAME);
        for (String by : List.of(owner, administrator)) {
            for (String path : List.of("/form-variables", "/variables", "/variables/callerLine", "/rendered-form")) {
                assertTellsNothing(
                        by + " " + path,
                        get(by, "/engine-rest/task/" + task.getId() + path).getBody());
            }
        }
    }

    @Test
    void changingAValueDoesNotShowItAndLooksDoNotChangeAny() {
        String path = "/engine-rest/process-instance/" + task.getProcessInstanceId() + "/variables";
        get(administrator, path);
        get(administrator, "/engine-rest/variable-instance/" + line.getId());
        assertThat(runtime.createVariableInstanceQuery()
                        .variableId(line.getId())
                        .singleResult()
                        .getValue())
                .isEqualTo(line.getValue());
        assertThat(send(HttpMethod.PUT, owner, path + "/callerLine", Map.of("value", "x"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private List<String> addresses() {
        String taskPath = "/task/" + task.getId();
        String execution = "/execution/" + line.getExecutionId();
        String process = "/process-instance/" + task.getProcessInstanceId();
        List<String> addresses = new ArrayList<>(List.of(
                "/variable-instance?maxResults=5000",
                "/variable-instance?variableName=callerLine&deserializeValues=false",
                "/variable-instance?variableNameLike=%25Line&sortBy=variableName&sortOrder=asc",
                "/variable-instance/" + line.getId(),
                "/variable-instance/" + line.getId() + "?deserializeValue=false",
                "/variable-instance/" + line.getId() + "/data",
                taskPath + "/form-variables",
                taskPath + "/form-variables?variableNames=callerLine",
                taskPath + "/rendered-form",
                taskPath + "/form",
                "/history/variable-instance?maxResults=5000",
                "/history/detail?variableUpdates=true&maxResults=5000",
                "/history/task?taskId=" + task.getId(),
                "/task?maxResults=1000"));
        for (String owner : List.of(taskPath, execution, process)) {
            for (String scope : List.of("/variables", "/localVariables")) {
                addresses.add(owner + scope);
                addresses.add(owner + scope + "?deserializeValues=false");
                addresses.add(owner + scope + "/callerLine");
                addresses.add(owner + scope + "/callerLine?deserializeValue=false");
                addresses.add(owner + scope + "/callerLine/data");
            }
        }
        return addresses;
    }

    private static void assertTellsNothing(String what, String body) {
        if (body != null) {
            assertThat(body).as(what).doesNotContain(NAME, PHONE, "138 0000 4321", "0000 4321", "欧阳");
        }
    }
}

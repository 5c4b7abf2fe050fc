package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.ManagerEscalation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** The engine's REST API: the login, the requests that each role may make, and the data that the engine shows them. */
class EngineRestTest extends AccessTest {

    private String unit;
    private String agent;
    private String manager;

    @BeforeEach
    void people() {
        unit = unique("unit");
        agent = person(unit, Role.AGENT);
        manager = person(unit, Role.MANAGER);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /engine-rest/task",
        "GET, /engine-rest/engine",
        "GET, /engine-rest/engine/default/task",
        "GET, /engine-rest/version",
        "POST, /engine-rest/deployment/create",
        "GET, /engine-rest/",
    })
    void nobodyGetsInWithoutALogin(HttpMethod method, String path) {
        var answer = http.exchange(RequestEntity.method(method, path).build(), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
    }

    @Test
    void wrongPasswordIsRefusedAndNoSessionIsMade() {
        var answer = http.withBasicAuth(agent, "something-else").getForEntity("/engine-rest/task", String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().get(HttpHeaders.SET_COOKIE)).isNull();
        assertThat(get(agent, "/engine-rest/task").getHeaders().get(HttpHeaders.SET_COOKIE))
                .isNull();
    }

    @Test
    void agentSeesOwnTasksAndNobodyElses() {
        Task own = taskFor(unit, agent);
        Task colleagues = taskFor(unit, person(unit, Role.AGENT));
        assertThat(get(agent, "/engine-rest/task").getBody())
                .contains(own.getId())
                .doesNotContain(colleagues.getId());
        assertThat(get(agent, "/engine-rest/task/" + own.getId()).getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(get(agent, "/engine-rest/task/" + colleagues.getId()).getStatusCode())
                .isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
        assertThat(submit(agent, colleagues).getStatusCode().is2xxSuccessful()).isFalse();
        assertThat(submit(agent, own).getStatusCode().is2xxSuccessful()).isTrue();
    }

    @Test
    void agentWhoLostATaskDoesNotSeeItAnyMore() {
        Task task = taskFor(unit, agent);
        String other = person(unit, Role.AGENT);
        assertThat(post(manager, "/engine-rest/task/" + task.getId() + "/assignee", Map.of("userId", other))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(get(agent, "/engine-rest/task").getBody()).doesNotContain(task.getId());
        assertThat(submit(agent, task).getStatusCode().is2xxSuccessful()).isFalse();
        assertThat(submit(other, task).getStatusCode().is2xxSuccessful()).isTrue();
    }

    @Test
    void candidateWhoIsTakenOffTheListDoesNotSeeTheTaskAnyMore() {
        Task task = taskFor(unit, manager);
        String link = "/engine-rest/task/" + task.getId() + "/identity-links";
        Map<String, String> candidate = Map.of("userId", agent, "type", "candidate");
        post(manager, link, candidate);
        assertThat(get(agent, "/engine-rest/task").getBody()).contains(task.getId());
        post(manager, link + "/delete", candidate);
        assertThat(get(agent, "/engine-rest/task").getBody()).doesNotContain(task.getId());
    }

    @Test
    void managerWhoGivesATaskBackIsStillACandidate() {
        Task task = taskFor(unit, agent);
        String path = "/engine-rest/task/" + task.getId();
        post(manager, path + "/identity-links", Map.of("userId", manager, "type", "candidate"));
        tasks.setAssignee(task.getId(), null);
        assertThat(post(manager, path + "/claim", Map.of("userId", manager)).getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(manager, path + "/unclaim", Map.of()).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(tasks.createTaskQuery().taskCandidateUser(manager).list())
                .extracting(Task::getId)
                .contains(task.getId());
        assertThat(get(manager, path).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void agentDoesNotGiveATaskBackThatNobodyElseCouldTake() {
        Task task = taskFor(unit, agent);
        assertThat(post(agent, "/engine-rest/task/" + task.getId() + "/unclaim", Map.of())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo(agent);
    }

    @Test
    void colleagueDoesNotTakeATaskOverThatIsNotOffered() {
        Task task = taskFor(unit, manager);
        assertThat(post(agent, "/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", agent))
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
    }

    @Test
    void noJavaObjectIsMadeOfWhatSomebodySends() {
        Task task = taskFor(unit, agent);
        var object = Map.of(
                "type", "Object",
                "value", "\"https://example.org\"",
                "valueInfo", Map.of("objectTypeName", "java.net.URL", "serializationDataFormat", "application/json"));
        post(agent, "/engine-rest/task/" + task.getId() + "/submit-form", Map.of("variables", Map.of("x", object)));
        post(agent, "/engine-rest/task/" + task.getId() + "/complete", Map.of("variables", Map.of("x", object)));
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(task.getProcessInstanceId())
                        .variableName("x")
                        .count())
                .isZero();
    }

    @Test
    void managerSeesTheUnitsTasksAndNoOtherUnits() {
        Task own = taskFor(unit, agent);
        Task elsewhere = taskFor(unique("unit"), agent);
        assertThat(get(manager, "/engine-rest/task?maxResults=1000").getBody())
                .contains(own.getId())
                .doesNotContain(elsewhere.getId());
        assertThat(post(manager, "/engine-rest/task/" + elsewhere.getId() + "/assignee", Map.of("userId", manager))
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
    }

    @Test
    void agentSeesNoTaskOfAnotherUnitEvenWhenItIsTheirs() {
        Task elsewhere = taskFor(unique("unit"), agent);
        assertThat(get(agent, "/engine-rest/task").getBody()).doesNotContain(elsewhere.getId());
    }

    @Test
    void agentSeesNeitherColleaguesNorHistoryNorRunningInstances() {
        Task task = taskFor(unit, person(unit, Role.AGENT));
        assertThat(get(agent, "/engine-rest/user").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get(agent, "/engine-rest/user/" + manager + "/profile").getStatusCode())
                .isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
        tasks.complete(task.getId());
        assertThat(get(person(unit, Role.PROCESS_OWNER), "/engine-rest/history/task?taskId=" + task.getId())
                        .getBody())
                .contains(task.getId());
        assertThat(get(agent, "/engine-rest/history/task").getBody()).doesNotContain(task.getId());
        assertThat(get(agent, "/engine-rest/process-instance").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get(agent, "/engine-rest/history/process-instance").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void agentMayStartACallAndAQuestionAndNothingElse() {
        for (String process : List.of(CallHandling.PROCESS, ManagerEscalation.PROCESS)) {
            assertThat(get(agent, "/engine-rest/process-definition/key/" + process + "/deployed-start-form")
                            .getStatusCode())
                    .as(process)
                    .isEqualTo(HttpStatus.OK);
        }
        String other = processWithOneTask(agent);
        assertThat(post(agent, "/engine-rest/process-definition/key/" + other + "/submit-form", noVariables())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
        assertThat(get(agent, "/engine-rest/process-definition?startableInTasklist=true&latest=true")
                        .getBody())
                .contains(CallHandling.PROCESS)
                .doesNotContain(other);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /process-definition/key/call-handling/start",
        "POST, /message",
        "POST, /signal",
        "PUT, /task/x/variables/owner",
        "PUT, /task/x/localVariables/owner",
        "POST, /task/x/variables",
        "PUT, /execution/x/localVariables/owner",
        "PUT, /process-instance/x/variables/owner",
        "POST, /process-instance/x/modification",
        "DELETE, /process-instance/x",
        "POST, /deployment/create",
        "DELETE, /deployment/x",
        "POST, /migration/execute",
        "POST, /modification/execute",
        "POST, /user/create",
        "PUT, /user/x/credentials",
        "DELETE, /user/x",
        "PUT, /group/camunda-admin/members/x",
        "PUT, /tenant/x/user-members/x",
        "POST, /authorization/create",
        "POST, /task/x/bpmnError",
        "POST, /task/x/bpmnEscalation",
        "POST, /task/x/delegate",
        "POST, /task/x/resolve",
        "POST, /task/create",
        "DELETE, /task/x",
        "PUT, /task/x",
        "POST, /filter/create",
        "PUT, /filter/x",
        "POST, /decision-definition/key/customer-status/evaluate",
        "POST, /external-task/fetchAndLock",
        "POST, /condition",
        "POST, /history/cleanup",
        "GET, /history/process-instance",
        "GET, /process-instance",
        "GET, /job",
        "GET, /metrics",
    })
    void requestsThatAgentsAndManagersDoNotNeedAreRefused(HttpMethod method, String path) {
        for (String person : List.of(agent, manager)) {
            for (String api : List.of("/engine-rest", "/engine-rest/engine/default")) {
                assertThat(send(method, person, api + path, Map.of()).getStatusCode())
                        .as(method + " " + api + path)
                        .isEqualTo(HttpStatus.FORBIDDEN);
            }
        }
    }

    @Test
    void agentReassignsNothing() {
        Task task = taskFor(unit, agent);
        assertThat(post(agent, "/engine-rest/task/" + task.getId() + "/assignee", Map.of("userId", manager))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void sameWallStandsWhereTasklistFindsTheApi() {
        Browser browser = browser();
        browser.login(agent, PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        String api = "/camunda/api/engine/engine/default";
        assertThat(browser.get(api + "/task").statusCode()).isEqualTo(200);
        assertThat(browser.get(api + "/process-instance").statusCode()).isEqualTo(403);
        assertThat(browser.camundaPost(api + "/message", "{\"messageName\":\"CallReceived\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void processOwnerDeploysAndLooksButTouchesNoTask() {
        String owner = person(unit, Role.PROCESS_OWNER);
        Task task = taskFor(unit, agent);
        assertThat(get(owner, "/engine-rest/process-instance/" + task.getProcessInstanceId())
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(get(owner, "/engine-rest/deployment").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(submit(owner, task).getStatusCode().is2xxSuccessful()).isFalse();
        assertThat(send(HttpMethod.DELETE, owner, "/engine-rest/user/" + agent, null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(post(owner, "/engine-rest/message", Map.of("messageName", CallHandling.Message.CALL_RECEIVED))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void processOwnerDeploysAModelAndAgentsAndManagersDoNot() {
        for (String person : List.of(agent, manager)) {
            assertThat(deploy(person).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(deploy(person(unit, Role.PROCESS_OWNER)).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void managerSeesTheNamesOfColleagues() {
        assertThat(get(manager, "/engine-rest/user/" + agent + "/profile").getBody())
                .contains("测试" + agent);
    }

    @Test
    void guessingOverHttpBasicIsSlowedDownToo() {
        http.withBasicAuth(agent, "geraten-eins-zwei").getForEntity("/engine-rest/task", String.class);
        assertThat(get(agent, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void administratorMayEverythingButSetPasswordsHere() {
        String administrator = person(null, Role.ADMINISTRATOR);
        assertThat(get(administrator, "/engine-rest/user/" + agent + "/profile").getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(send(
                                HttpMethod.PUT,
                                administrator,
                                "/engine-rest/user/" + agent + "/credentials",
                                Map.of("password", "another-password", "authenticatedUserPassword", PASSWORD))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get(agent, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void anotherSitesFormDoesNotRideOnAKeptPassword() {
        var headers = new HttpHeaders();
        headers.set("Sec-Fetch-Site", "cross-site");
        var answer = http.withBasicAuth(agent, PASSWORD)
                .exchange(
                        "/engine-rest/task",
                        HttpMethod.GET,
                        new org.springframework.http.HttpEntity<>(headers),
                        String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void engineForgetsThePersonAfterTheRequest() {
        get(agent, "/engine-rest/task");
        assertThat(identity.getCurrentAuthentication()).isNull();
        Task task = taskFor(unit, manager);
        // With 200 server threads and a few requests a leftover login would soon meet somebody else's request.
        for (int i = 0; i < 30; i++) {
            assertThat(get(agent, "/engine-rest/task").getBody()).doesNotContain(task.getId());
            assertThat(get(manager, "/engine-rest/task").getBody()).contains(task.getId());
        }
    }

    private ResponseEntity<String> deploy(String person) {
        String form = """
            {"type": "default", "id": "%s", "schemaVersion": 16, "components": []}\
            """;
        String id = unique("form-");
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("deployment-name", id);
        parts.add("data", new ByteArrayResource(form.formatted(id).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return id + ".form";
            }
        });
        return post(person, "/engine-rest/deployment/create", parts);
    }

    private ResponseEntity<String> submit(String person, Task task) {
        return post(person, "/engine-rest/task/" + task.getId() + "/submit-form", noVariables());
    }
}

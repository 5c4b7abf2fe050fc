package io.rotadesk.access;

import io.rotadesk.RotaDeskTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Shared by the tests of this package: accounts in a unit of their own, a process with one task, and REST calls. */
@RotaDeskTest
abstract class AccessTest {

    static final String PASSWORD = "korrekt-pferd-batterie";
    /** Long: a page with a random token in it contains "p7" by chance. */
    private static final AtomicInteger number = new AtomicInteger(100_000);

    @Autowired
    TestRestTemplate http;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStates states;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    Browser browser() {
        return new Browser(port);
    }

    /** A name that no other test uses, and that nothing contains by chance. */
    static String unique(String prefix) {
        return prefix + number.incrementAndGet();
    }

    /** @return the login of a new account whose password is {@link #PASSWORD} and need not be changed */
    String person(String unit, Role... roles) {
        String login = unique("p");
        accounts.createWithPassword(new Account(login, "测试" + login, Set.of(roles), unit), PASSWORD);
        return login;
    }

    /** @return the key of a deployed process whose only task is for the given person */
    String processWithOneTask(String assignee) {
        String key = unique("one-task-");
        var model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("Task_Work")
                .camundaAssignee(assignee)
                .camundaFormRef(key)
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done();
        String form = """
                {"type": "default", "id": "%s", "schemaVersion": 16, "components": []}""".formatted(key);
        repository
                .createDeployment()
                .addModelInstance(key + ".bpmn", model)
                .addString(key + ".form", form)
                .deploy();
        return key;
    }

    ProcessInstance start(String process, String unit) {
        return runtime.startProcessInstanceByKey(process, Map.of(UnitTenants.UNIT, unit));
    }

    Task taskFor(String unit, String assignee) {
        ProcessInstance instance = start(processWithOneTask(assignee), unit);
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    ResponseEntity<String> get(String login, String path) {
        return http.withBasicAuth(login, PASSWORD).getForEntity(path, String.class);
    }

    ResponseEntity<String> post(String login, String path, Object body) {
        return http.withBasicAuth(login, PASSWORD).postForEntity(path, body, String.class);
    }

    ResponseEntity<String> send(HttpMethod method, String login, String path, Object body) {
        return http.withBasicAuth(login, PASSWORD)
                .exchange(path, method, new org.springframework.http.HttpEntity<>(body), String.class);
    }

    static Map<String, Object> noVariables() {
        return Map.of("variables", Map.of());
    }

    static Map<String, Object> orQuery(String field, String expression) {
        return Map.of("orQueries", List.of(Map.of(field, expression)));
    }
}

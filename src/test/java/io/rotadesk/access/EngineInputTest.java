package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RequestLog;
import io.rotadesk.access.EngineAddresses.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Bad input of any kind at the engine's addresses is the caller's mistake: 4xx, one line in the log, no text of the
 * engine.
 */
@ExtendWith(RequestLog.class)
class EngineInputTest extends AccessTest {

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    private static final List<String> ODD_BODIES = List.of(
            "null", "[]", "\"x\"", "1", "{", "{\"noSuchField\":1}", "{\"a\\u0000\":\"\\u0000\"}", "[null]", "[1]");

    private static final List<String> ODD_QUERIES = List.of(
            "?firstResult=-5&maxResults=-1",
            "?firstResult=99999999999&maxResults=x",
            "?maxResults=2147483647&firstResult=2147483647",
            "?sortBy=Evil&sortOrder=asc",
            "?sortBy=id",
            "?createdAfter=x&startedAfter=9999&dueDate=%2B999999999-12-31T00:00:00.000%2B0000",
            "?processVariables=a&variables=a_evil_b&taskVariables=__");

    /** Addresses that the walk leaves out, since they would change data that all tests share. */
    private static final Set<String> SHARED = Set.of("/history/cleanup", "/telemetry/configuration");

    private static final List<String> QUERIES = List.of(
            "{\"orQueries\":[{\"assigneeExpression\":\"${now()}\"}]}",
            "{\"orQueries\":[null]}",
            "{\"orQueries\":[[]]}",
            "{\"orQueries\":\"x\"}",
            "{\"sorting\":[{\"sortBy\":\"Evil\",\"sortOrder\":\"asc\"}]}",
            "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"a\",\"type\":\"Evil\"}}]}",
            "{\"sorting\":[null]}",
            "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":{\"a\":1}}]}",
            "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"evil\",\"value\":1}]}",
            "{\"processVariables\":[{\"name\":null,\"operator\":\"eq\",\"value\":null}]}",
            "{\"processVariables\":[null]}",
            "{\"name\":\"a\\u0000\"}",
            "{\"nameLike\":\"\\ud800\"}",
            "{\"createdAfter\":\"+999999999-12-31T00:00:00.000+0000\"}",
            "{\"priority\":\"99999999999\"}",
            "{\"assignee\":{}}",
            "{\"a\":1,\"a\":2}");

    private String unit;
    private String agent;
    private String administrator;
    private Task task;

    @BeforeEach
    void people() {
        unit = unique("unit");
        agent = person(unit, Role.AGENT);
        administrator = person(null, Role.ADMINISTRATOR);
        task = taskFor(unit, agent);
    }

    @Test
    void noAddressAnswersOddInputWithAServerError() {
        Browser browser = browser();
        browser.login(administrator, PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        List<String> failed = new ArrayList<>();
        var addresses = EngineAddresses.all();
        assertThat(addresses).hasSizeGreaterThan(300);
        for (Address address : addresses) {
            if (SHARED.stream().anyMatch(address.path()::startsWith)) {
                continue;
            }
            String path = WEBAPPS + address.path().replaceAll("\\{[^}]+}", "no-such-thing");
            boolean reads = address.method().equals("GET");
            for (String query : reads ? ODD_QUERIES : List.of("")) {
                for (String body : reads ? List.of("") : ODD_BODIES) {
                    var answer = browser.camunda(address.method(), path + query, body);
                    if (answer.statusCode() >= 500
                            || answer.body().matches("(?s).*(ENGINE-\\d|SQL|Exception:|Caused by).*")) {
                        failed.add(address.method() + " " + address.path() + query + " " + body + ": "
                                + answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("QUERIES")
    void oddQueriesAreRefused(String query, RequestLog output) {
        for (String path :
                List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/engine/default/task")) {
            var answer = json(agent, path, query);
            assertThat(answer.getStatusCode().value()).as(path).isEqualTo(400);
            assertThat(answer.getBody()).as(path).doesNotContain("ENGINE-", "SQL", "Exception:");
        }
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "1",
                "{",
                "{\"variables\":1}",
                "{\"variables\":{\"\\u0000\":{\"value\":1}}}"
            })
    void oddBodiesOfWorkOnATaskAreRefused(String body, RequestLog output) {
        for (String way : List.of("complete", "submit-form", "claim")) {
            if (way.equals("claim") && body.contains("variables")) {
                continue;
            }
            var answer = json(agent, "/engine-rest/task/" + task.getId() + "/" + way, body);
            assertThat(answer.getStatusCode().value()).as(way).isEqualTo(400);
        }
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void theFieldIsNamedInTheProductsLanguage() throws IOException {
        assertThat(message(json(agent, "/engine-rest/task", "{\"assignee\":{}}")))
                .contains("“assignee”", "无法接受");
        assertThat(message(json(agent, "/engine-rest/task", "{\"name\":\"\\u0000\"}")))
                .contains("“name”");
        assertThat(message(get(agent, "/engine-rest/task?maxResults=x"))).contains("“maxResults”");
    }

    /** A person outside the unit does not even learn that the task exists. */
    @Test
    void anotherUnitsTaskIsAnsweredLikeOneThatNeverWas() throws IOException {
        String stranger = person(unique("unit"), Role.AGENT);
        String unknown = java.util.UUID.randomUUID().toString();
        for (String part : List.of(
                "", "/form", "/deployed-form", "/rendered-form", "/form-variables", "/identity-links", "/comment")) {
            assertSame(
                    get(stranger, "/engine-rest/task/" + task.getId() + part),
                    get(stranger, "/engine-rest/task/" + unknown + part),
                    part);
        }
        Map<String, Object> claim = Map.of("userId", stranger);
        for (String part : List.of("/claim", "/unclaim", "/complete", "/submit-form")) {
            Object body = part.endsWith("claim") ? claim : noVariables();
            assertSame(
                    post(stranger, "/engine-rest/task/" + task.getId() + part, body),
                    post(stranger, "/engine-rest/task/" + unknown + part, body),
                    part);
        }
    }

    private void assertSame(ResponseEntity<String> others, ResponseEntity<String> unknown, String part) {
        assertThat(others.getStatusCode().value()).as(part).isEqualTo(404);
        assertThat(others.getStatusCode()).as(part).isEqualTo(unknown.getStatusCode());
        assertThat(others.getBody()).as(part).isEqualTo(unknown.getBody());
    }

    @Test
    void aColleaguesTaskIsForbidden() {
        String colleague = person(unit, Role.AGENT);
        for (String part : List.of("/claim", "/complete", "/submit-form")) {
            assertThat(post(
                                    colleague,
                                    "/engine-rest/task/" + task.getId() + part,
                                    part.equals("/claim") ? Map.of("userId", colleague) : noVariables())
                            .getStatusCode()
                            .value())
                    .as(part)
                    .isEqualTo(403);
        }
    }

    @Test
    void aLateOrConflictingRequestIsNoServerError(RequestLog output) throws IOException {
        String manager = person(unit, Role.MANAGER);
        var claimed = post(manager, "/engine-rest/task/" + task.getId() + "/claim", Map.of("userId", manager));
        assertThat(claimed.getStatusCode().is4xxClientError()).isTrue();

        runtime.suspendProcessInstanceById(task.getProcessInstanceId());
        var suspended = post(agent, "/engine-rest/task/" + task.getId() + "/submit-form", noVariables());
        assertThat(suspended.getStatusCode().is4xxClientError()).isTrue();
        assertThat(message(suspended)).contains("暂停");

        String owner = person(unit, Role.PROCESS_OWNER);
        String deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(task.getProcessDefinitionId())
                .singleResult()
                .getDeploymentId();
        assertThat(send(HttpMethod.DELETE, owner, "/engine-rest/deployment/" + deployment, null)
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void aDeploymentWithoutPartsOrWithoutAModelIsRefused(RequestLog output) {
        String owner = person(unit, Role.PROCESS_OWNER);
        for (String name : List.of("deployment-name", "a.txt", "b.bpmn", "c.dmn", "d.form")) {
            var parts = new LinkedMultiValueMap<String, Object>();
            parts.add(
                    name,
                    name.endsWith("name")
                            ? "x"
                            : new ByteArrayResource("\u0000x".getBytes(StandardCharsets.UTF_8)) {
                                @Override
                                public String getFilename() {
                                    return name;
                                }
                            });
            var answer = http.withBasicAuth(owner, PASSWORD)
                    .postForEntity("/engine-rest/deployment/create", parts, String.class);
            if (!name.equals("a.txt")) {
                assertThat(answer.getStatusCode().is4xxClientError()).as(name).isTrue();
            }
            assertThat(answer.getStatusCode().is5xxServerError()).as(name).isFalse();
        }
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void anOrdinaryMistakeInAFormCostsOneLine(RequestLog output) {
        json(agent, "/engine-rest/task?maxResults=1", "{}");
        int before = lines(output);
        var answer = post(
                agent,
                "/engine-rest/task/" + task.getId() + "/submit-form",
                Map.of("variables", Map.of("owner", Map.of("value", "somebody", "type", "String"))));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(lines(output) - before).isEqualTo(1);

        before = lines(output);
        answer = post(agent, "/engine-rest/process-definition/key/manager-escalation/submit-form", noVariables());
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(lines(output) - before).isEqualTo(1);

        before = lines(output);
        String stranger = person(unique("unit"), Role.AGENT);
        post(stranger, "/engine-rest/task/" + task.getId() + "/complete", noVariables());
        assertThat(lines(output) - before).isLessThanOrEqualTo(1);
    }

    private static int lines(RequestLog output) {
        return (int) output.getAll().lines().count();
    }

    private ResponseEntity<String> json(String login, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(login, PASSWORD)
                .postForEntity(path, new HttpEntity<>(body.getBytes(StandardCharsets.UTF_8), headers), String.class);
    }

    private static String message(ResponseEntity<String> answer) throws IOException {
        JsonNode body = new ObjectMapper().readTree(answer.getBody());
        return body.path("message").asText();
    }
}

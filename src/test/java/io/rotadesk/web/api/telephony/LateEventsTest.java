package io.rotadesk.web.api.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.ProcessScenario;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.VisitReception;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The answers to a phone system and a kiosk when the process of their call or visit is gone, suspended, or cannot be
 * started.
 */
class LateEventsTest extends ProcessScenario {

    @Autowired
    TestRestTemplate http;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    MendingSweep sweep;

    @Autowired
    JdbcClient db;

    private BrokenModels models;
    private String token;

    @BeforeEach
    void phoneSystem() {
        models = new BrokenModels(engine);
        token = tokens.create(department.id(), "电话系统").clear();
    }

    @AfterEach
    void putRight() {
        models.putRight();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "noAnswer", "hungUp"})
    void eventOfACallThatAnAdministratorCancelledIsAnswered(String event) {
        String call = rings();
        assertThat(cancelOverRest(call)).isEqualTo(204);
        assertThat(duty().findValues("login")).isNotEmpty();
        assertThat(isFree(department.callTeam().get(0))).isTrue();
        assertThat(report("/calls/" + call, Map.of("type", event))
                        .getStatusCode()
                        .value())
                .isIn(200, 409);
        assertThat(report("/calls/" + call, Map.of("type", "hungUp"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(isFree(department.callTeam().get(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "noAnswer", "hungUp"})
    void eventOfACallWhoseRowsAreGoneIsAnswered(String event) {
        String call = rings();
        BrokenModels.deleteRows(db, instance(call).getId());
        assertThat(report("/calls/" + call, Map.of("type", event))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void eventThatAnAbandonedCallIsPastIsAConflictWithASentence() {
        String call = rings();
        report("/calls/" + call, Map.of("type", "answered"));
        cancelOverRest(call);
        var late = report("/calls/" + call, Map.of("type", "noAnswer"));
        assertThat(late.getStatusCode().value()).isEqualTo(409);
        assertThat(late.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(late.getBody().get("detail").asText()).contains(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "noAnswer", "hungUp"})
    void eventOfASuspendedCallIsToBeSentAgain(String event) {
        String call = rings();
        runtime.suspendProcessInstanceById(instance(call).getId());
        var answer = report("/calls/" + call, Map.of("type", event, "eventId", "e1"));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().get("type").asText()).isEqualTo("urn:rotadesk:problem:suspended");
        assertThat(answer.getBody().get("detail").asText()).contains("挂起");
        runtime.activateProcessInstanceById(instance(call).getId());
        assertThat(report("/calls/" + call, Map.of("type", event, "eventId", "e1"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void callIsCreatedAndRepeatedWithTheSameAnswerWhenNoProcessCanBeStarted() {
        models.suspend(CallHandling.PROCESS);
        String call = UUID.randomUUID().toString();
        var first = post("/calls", Map.of("callId", call, "from", "13800000001"));
        var again = post("/calls", Map.of("callId", call, "from", "13800000001"));
        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getBody().get("offer").get("agent").asText())
                .isEqualTo(department.callTeam().get(0));
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        var next = report("/calls/" + call, Map.of("type", "noAnswer"));
        assertThat(next.getBody().get("offer").get("agent").asText())
                .isEqualTo(department.callTeam().get(1));
        assertThat(report("/calls/" + call, Map.of("type", "answered"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void visitorIsCreatedWhenNoProcessCanBeStarted() {
        models.suspend(VisitReception.PROCESS);
        String visit = UUID.randomUUID().toString();
        var answer = post("/visits", Map.of("visitId", visit, "visitorPhone", "13800000001"));
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(post("/visits", Map.of("visitId", visit)).getStatusCode().value())
                .isEqualTo(200);
        assertThat(report("/visits/" + visit, Map.of("type", "left"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void eventOfAVisitThatAnAdministratorCancelledIsAnswered() {
        String visit = UUID.randomUUID().toString();
        post("/visits", Map.of("visitId", visit, "visitorPhone", "13800000001"));
        assertThat(cancelOverRest(visit)).isEqualTo(204);
        for (String event : List.of("arrived", "left")) {
            assertThat(report("/visits/" + visit, Map.of("type", event))
                            .getStatusCode()
                            .value())
                    .isIn(200, 409);
        }
    }

    @Test
    void eventOfASuspendedVisitIsToBeSentAgain() {
        String visit = UUID.randomUUID().toString();
        post("/visits", Map.of("visitId", visit, "appointmentAt", "2026-03-02T15:00:00"));
        runtime.suspendProcessInstanceById(instance(visit).getId());
        var answer = send(HttpMethod.DELETE, "/visits/" + visit + "/appointment", null);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
    }

    private String rings() {
        String call = UUID.randomUUID().toString();
        post("/calls", Map.of("callId", call, "from", "13800000001"));
        return call;
    }

    private ProcessInstance instance(String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult();
    }

    private int cancelOverRest(String businessKey) {
        String admin = new TestPeople(accounts)
                .with(department.id(), Role.ADMINISTRATOR)
                .login();
        return http.withBasicAuth(admin, TestPeople.PASSWORD)
                .exchange(
                        "/engine-rest/process-instance/" + instance(businessKey).getId(),
                        HttpMethod.DELETE,
                        HttpEntity.EMPTY,
                        String.class)
                .getStatusCode()
                .value();
    }

    private JsonNode duty() {
        return send(HttpMethod.GET, "/duty", null).getBody();
    }

    private boolean isFree(String login) {
        for (JsonNode seat : duty().get("queues").get("CALL").get("order")) {
            if (seat.get("agent").get("login").asText().equals(login)) {
                return seat.get("free").asBoolean();
            }
        }
        throw new AssertionError(login + " is not in the queue");
    }

    private ResponseEntity<JsonNode> report(String path, Object event) {
        return post(path + "/events", event);
    }

    private ResponseEntity<JsonNode> post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth(token);
        return http.exchange(
                "/api/units/" + department.id() + path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }
}

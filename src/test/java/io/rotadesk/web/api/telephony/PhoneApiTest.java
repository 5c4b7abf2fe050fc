package io.rotadesk.web.api.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The API as a phone system uses it. */
@RotaDeskTest
class PhoneApiTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Customers customers;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestClock clock;

    private LeasingDepartment department;
    private String token;

    @BeforeEach
    void newDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        token = tokens.create(department.id(), "电话系统").clear();
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (token != null) {
            headers.setBearerAuth(token);
        }
        return http.exchange(
                "/api/units/" + department.id() + path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    private static String newCallId() {
        return UUID.randomUUID().toString();
    }

    @Test
    @Tag("L2.1")
    void callIsOfferedAndTheAnswerSaysWhereItRings() {
        String callId = newCallId();
        var answer = post("/calls", Map.of("callId", callId, "from", "13800000001"));
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        JsonNode offer = answer.getBody().get("offer");
        assertThat(offer.get("agent").asText()).isEqualTo(department.callTeam().get(0));
        assertThat(offer.get("name").asText()).isEqualTo("招商员1");
        assertThat(offer.get("extension").asText()).isEqualTo("802");
        assertThat(offer.get("answerBy").asText()).isEqualTo("2026-03-02T01:00:15Z");
    }

    @Test
    void knownCustomerIsNamedInTheAnswer() {
        String agent = department.visitTeam().get(0);
        customers.add(department.id(), "李先生", "+8613800000001", agent, ContactKind.CALL, clock.instant());
        var answer = post("/calls", Map.of("callId", newCallId(), "from", "+86 138 0000 0001"));
        assertThat(answer.getBody().get("customer").get("agent").asText()).isEqualTo(agent);
    }

    @Test
    void fiftyPostsOfOneCallAtTheSameInstantAreOneCall() throws Exception {
        String callId = newCallId();
        Callable<ResponseEntity<JsonNode>> once = () -> post("/calls", Map.of("callId", callId, "from", "13800000001"));
        var threads = Executors.newFixedThreadPool(25);
        List<ResponseEntity<JsonNode>> answers;
        try {
            answers = threads.invokeAll(java.util.Collections.nCopies(50, once)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        } finally {
            threads.shutdown();
        }
        assertThat(answers).extracting(answer -> answer.getStatusCode().value()).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatusCode().value() == 200)
                .hasSize(49);
        assertThat(answers)
                .extracting(ResponseEntity::getBody)
                .containsOnly(answers.get(0).getBody());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(callId)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void twoUnitsMayUseTheSameCallId() {
        String callId = newCallId();
        post("/calls", Map.of("callId", callId, "from", "13800000001"));
        department = founder.found();
        token = tokens.create(department.id(), "另一套电话系统").clear();
        var answer = post("/calls", Map.of("callId", callId, "from", "13800000002"));
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody().get("offer").get("agent").asText())
                .isEqualTo(department.callTeam().get(0));
        assertThat(post("/calls/" + callId + "/events", Map.of("type", "noAnswer"))
                        .getBody()
                        .get("offer")
                        .get("agent")
                        .asText())
                .isEqualTo(department.callTeam().get(1));
    }

    @Test
    @Tag("L2.1")
    void noAnswerIsAnsweredWithTheNextOfferAndAnsweredWithNone() {
        String callId = newCallId();
        post("/calls", Map.of("callId", callId, "from", "13800000001"));
        var next = post("/calls/" + callId + "/events", Map.of("type", "noAnswer", "extension", "802"));
        assertThat(next.getBody().get("offer").get("agent").asText())
                .isEqualTo(department.callTeam().get(1));
        var answered = post("/calls/" + callId + "/events", Map.of("type", "answered"));
        assertThat(answered.getStatusCode().value()).isEqualTo(200);
        assertThat(answered.getBody().has("offer")).isFalse();
    }

    @Test
    void eventThatTheCallIsPastIsAConflictAndChangesNothing() {
        String callId = newCallId();
        post("/calls", Map.of("callId", callId, "from", "13800000001"));
        post("/calls/" + callId + "/events", Map.of("type", "hungUp"));
        var late = post("/calls/" + callId + "/events", Map.of("type", "answered"));
        assertThat(late.getStatusCode().value()).isEqualTo(409);
        assertThat(late.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(late.getBody().get("detail").asText()).contains(callId, "answered");
    }

    @Test
    void unknownCallIsNotFound() {
        var answer = post("/calls/no-such-call/events", Map.of("type", "answered"));
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody().get("detail").asText()).contains("no-such-call");
    }

    @Test
    void badFieldsAreNamed() {
        var answer = post("/calls", Map.of("callId", "", "from", "13800000001"));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("fields").findValuesAsText("field")).contains("callId");
        assertThat(post("/calls", "no json").getStatusCode().value()).isEqualTo(400);
    }

    @Test
    void withheldNumberIsACallLikeAnyOther() {
        var answer = post("/calls", Map.of("callId", newCallId(), "from", "anonymous"));
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody().has("customer")).isFalse();
    }

    @Test
    @Tag("L1.2")
    void dutyTellsTeamsOrderWhoIsNextAndWhoIsFree() {
        post("/calls", Map.of("callId", newCallId(), "from", "13800000001"));
        JsonNode call =
                send(HttpMethod.GET, "/duty", null).getBody().get("queues").get("CALL");
        assertThat(call.get("next").asText()).isEqualTo(department.callTeam().get(1));
        assertThat(call.get("order")).hasSize(3);
        assertThat(call.get("order").get(0).get("free").asBoolean()).isFalse();
        assertThat(call.get("order").get(1).get("free").asBoolean()).isTrue();
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        token = null;
        assertThat(post("/calls", Map.of("callId", newCallId())).getStatusCode().value())
                .isEqualTo(401);
        token = "rd_wrong";
        assertThat(post("/calls", Map.of("callId", newCallId())).getStatusCode().value())
                .isEqualTo(401);
    }

    @Test
    void theTokenOfAnotherUnitOpensNothing() {
        LeasingDepartment other = founder.found();
        token = tokens.create(other.id(), "别处的电话系统").clear();
        assertThat(post("/calls", Map.of("callId", newCallId())).getStatusCode().value())
                .isEqualTo(403);
        assertThat(send(HttpMethod.GET, "/duty", null).getStatusCode().value()).isEqualTo(403);
    }
}

package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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

/** The API as a kiosk or a booking page uses it. */
class VisitApiTest extends VisitScenario {

    @Autowired
    TestRestTemplate http;

    @Autowired
    ApiTokens tokens;

    private String token;
    private String language = "zh-CN";

    @BeforeEach
    void newToken() {
        token = tokens.create(department.id(), "自助机").clear();
    }

    private ResponseEntity<JsonNode> send(HttpMethod method, String path, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        if (token != null) {
            headers.setBearerAuth(token);
        }
        return http.exchange(
                "/api/units/" + department.id() + path, method, new HttpEntity<>(body, headers), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String path, Object body) {
        return send(HttpMethod.POST, path, body);
    }

    private static int status(ResponseEntity<JsonNode> answer) {
        return answer.getStatusCode().value();
    }

    @Test
    @Tag("L3.1")
    void visitorIsOfferedAndTheAnswerSaysWhoComes() {
        String id = newVisit().visitId();
        var answer = post(
                "/visits",
                Map.of(
                        "visitId",
                        id,
                        "visitorName",
                        "李先生",
                        "visitorPhone",
                        "138 0000 0001",
                        "partySize",
                        4,
                        "company",
                        "某公司",
                        "purpose",
                        "viewing"));

        assertThat(status(answer)).isEqualTo(201);
        assertThat(answer.getBody().get("state").asText()).isEqualTo("OFFERED");
        assertThat(answer.getBody().get("agent").get("login").asText()).isEqualTo(first());
        assertThat(answer.getBody().get("agent").get("comeBy").asText()).isEqualTo("2026-03-02T01:03:00Z");
        Visit visit = visit(new VisitKey(department.id(), id));
        assertThat(visit.announced().partySize()).isEqualTo(4);
        assertThat(visit.announced().phone()).isEqualTo(VISITOR_E164);
        assertThat(status(send(HttpMethod.GET, "/visits/" + id, null))).isEqualTo(200);
    }

    @Test
    @Tag("L3.1")
    void fiftyPostsOfOneVisitAtTheSameInstantAreOneVisit() throws Exception {
        String id = newVisit().visitId();
        Callable<ResponseEntity<JsonNode>> once = () -> post("/visits", Map.of("visitId", id, "visitorPhone", VISITOR));
        var threads = Executors.newFixedThreadPool(25);
        try {
            var answers = threads.invokeAll(Collections.nCopies(50, once));
            int created = 0;
            for (var answer : answers) {
                assertThat(status(answer.get())).isIn(200, 201);
                assertThat(answer.get().getBody())
                        .isEqualTo(answers.get(0).get().getBody());
                created += status(answer.get()) == 201 ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isEqualTo(1);
    }

    @Test
    @Tag("L3.2a")
    void appointmentIsMadeMovedAndCancelled() {
        String id = newVisit().visitId();
        var made = post("/visits", Map.of("visitId", id, "appointmentAt", "2026-03-02T14:00:00+08:00"));
        assertThat(made.getBody().get("state").asText()).isEqualTo("EXPECTED");
        assertThat(made.getBody().get("meetingPoint").asText()).isEqualTo("南一楼西门门口");

        var moved = send(
                HttpMethod.PUT,
                "/visits/" + id + "/appointment",
                Map.of("appointmentAt", "2026-03-03T10:00:00+08:00", "meetingPoint", "北门"));
        assertThat(status(moved)).isEqualTo(200);
        assertThat(moved.getBody().get("appointmentAt").asText()).isEqualTo("2026-03-03T02:00:00Z");
        assertThat(moved.getBody().get("meetingPoint").asText()).isEqualTo("北门");

        assertThat(status(send(HttpMethod.DELETE, "/visits/" + id + "/appointment", null)))
                .isEqualTo(200);
        var late = send(
                HttpMethod.PUT, "/visits/" + id + "/appointment", Map.of("appointmentAt", "2026-03-03T11:00:00+08:00"));
        assertThat(status(late)).isEqualTo(409);
        assertThat(late.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    @Tag("L3.2a")
    void appointmentWithoutOffsetIsAtTheTimeOfTheUnit() {
        String id = newVisit().visitId();
        var made = post("/visits", Map.of("visitId", id, "appointmentAt", "2026-03-02T14:00"));
        assertThat(status(made)).isEqualTo(201);
        assertThat(made.getBody().get("appointmentAt").asText()).isEqualTo("2026-03-02T06:00:00Z");

        var moved =
                send(HttpMethod.PUT, "/visits/" + id + "/appointment", Map.of("appointmentAt", "2026-03-02T15:30:00"));
        assertThat(moved.getBody().get("appointmentAt").asText()).isEqualTo("2026-03-02T07:30:00Z");
    }

    @Test
    @Tag("L3.2a")
    void visitorArrivesEarlyAndAnEventThatIsSentAgainHasNoSecondEffect() {
        String id = newVisit().visitId();
        post("/visits", Map.of("visitId", id, "appointmentAt", "2026-03-02T14:00:00+08:00"));
        var arrived = post("/visits/" + id + "/events", Map.of("type", "arrived", "eventId", "e1"));
        assertThat(arrived.getBody().get("agent").get("login").asText()).isEqualTo(first());
        assertThat(arrived.getBody().get("arrivedAt").asText()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(status(post("/visits/" + id + "/events", Map.of("type", "arrived", "eventId", "e1"))))
                .isEqualTo(200);
    }

    @Test
    @Tag("L3.1")
    void theWaitingLineCanBeReadAndAVisitorWhoGivesUpLeavesIt() {
        everybodyIsBusy();
        String id = newVisit().visitId();
        var waits = post("/visits", Map.of("visitId", id));
        assertThat(waits.getBody().get("state").asText()).isEqualTo("WAITING");
        assertThat(waits.getBody().get("waitingSince").asText()).isEqualTo("2026-03-02T01:00:00Z");
        clock.forward(Duration.ofMinutes(1));
        var line = send(HttpMethod.GET, "/waiting-line", null).getBody();
        assertThat(line.get(0).get("visitId").asText()).isEqualTo(id);
        assertThat(line.get(0).get("queue").asText()).isEqualTo("VISIT");

        var left = post("/visits/" + id + "/events", Map.of("type", "left"));
        assertThat(left.getBody().get("state").asText()).isEqualTo("LEFT");
        assertThat(send(HttpMethod.GET, "/waiting-line", null).getBody()).isEmpty();
        assertThat(status(post("/visits/" + id + "/events", Map.of("type", "left"))))
                .isEqualTo(200);
    }

    @Test
    @Tag("L3.1")
    void aReportThatOthersHaveOvertakenIsNoMistakeIfItsTimeCanBeBelieved() {
        // Nobody who is expected later can leave the line.
        String id = newVisit().visitId();
        post("/visits", Map.of("visitId", id, "appointmentAt", "2026-03-02T14:00:00+08:00"));
        clock.forward(Duration.ofMinutes(10));
        String events = "/visits/" + id + "/events";
        for (Object overtaken : List.of("2026-03-02T01:01:00Z", "2026-03-02 09:01:00", 1772413260000L, 1772413260)) {
            assertThat(status(post(events, Map.of("type", "left", "occurredAt", overtaken))))
                    .as("%s", overtaken)
                    .isEqualTo(200);
        }
        for (Object odd : List.of("1990-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "yesterday", 1, Map.of())) {
            assertThat(status(post(events, Map.of("type", "left", "occurredAt", odd))))
                    .as("%s", odd)
                    .isEqualTo(409);
        }
    }

    @Test
    void aLandlineWithAnExtensionAndATimeFarAwayCostNoVisitor() {
        String id = newVisit().visitId();
        var announced = post("/visits", Map.of("visitId", id, "visitorPhone", "021-61234567-801"));
        assertThat(status(announced)).isEqualTo(201);
        assertThat(field(post(
                        "/visits", Map.of("visitId", newVisit().visitId(), "appointmentAt", "+300000-01-01T00:00"))))
                .isEqualTo("appointmentAt");
    }

    @Test
    void badFieldsAreNamedInTheCallersLanguage() {
        assertThat(field(post("/visits", Map.of("visitId", "a b")))).isEqualTo("visitId");
        assertThat(field(post("/visits", body("partySize", 0)))).isEqualTo("partySize");
        assertThat(field(post("/visits", body("partySize", "many")))).isEqualTo("partySize");
        assertThat(field(post("/visits", body("appointmentAt", "tomorrow")))).isEqualTo("appointmentAt");
        assertThat(field(post("/visits", body("appointmentAt", "2026-03-01T14:00:00+08:00"))))
                .isEqualTo("appointmentAt");
        assertThat(field(post("/visits", body("purpose", "shopping")))).isEqualTo("purpose");
        assertThat(field(post("/visits", Map.of("visitorName", "李先生")))).isEqualTo("visitId");
        assertThat(status(post("/visits", "no json"))).isEqualTo(400);

        var chinese = post("/visits", body("partySize", 0)).getBody();
        assertThat(chinese.get("title").asText()).isEqualTo("有字段无法接受");
        assertThat(chinese.get("fields").get(0).get("message").asText()).contains("1");
        var aDigitShort = post("/visits", body("visitorPhone", "1384444000"));
        assertThat(field(aDigitShort)).isEqualTo("visitorPhone");
        assertThat(aDigitShort.getBody().get("fields").get(0).get("message").asText())
                .contains("电话号码", "11 位", "区号", "留空");
        language = "en";
        var english = post("/visits", body("partySize", 0)).getBody();
        assertThat(post("/visits", body("visitorPhone", "1384444000"))
                        .getBody()
                        .get("fields")
                        .get(0)
                        .get("message")
                        .asText())
                .contains("Phone number", "11 digits");
        assertThat(english.get("title").asText()).isEqualTo("Some fields cannot be accepted");
        assertThat(english.get("detail").asText()).contains("'fields'");
        assertThat(register.latest(department.id(), 10))
                .as("nothing was entered")
                .isEmpty();
    }

    private Map<String, Object> body(String field, Object value) {
        Map<String, Object> body = new HashMap<>();
        body.put("visitId", newVisit().visitId());
        body.put(field, value);
        return body;
    }

    private static String field(ResponseEntity<JsonNode> answer) {
        assertThat(status(answer)).isEqualTo(400);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getBody().get("fields")).hasSize(1);
        return answer.getBody().get("fields").get(0).get("field").asText();
    }

    @Test
    void unknownVisitIsNotFoundAndNobodyElseGetsIn() {
        assertThat(status(send(HttpMethod.GET, "/visits/no-such-visit", null))).isEqualTo(404);
        assertThat(status(post("/visits/no-such-visit/events", Map.of("type", "left"))))
                .isEqualTo(404);

        String own = token;
        token = null;
        assertThat(status(post("/visits", Map.of("visitId", newVisit().visitId()))))
                .isEqualTo(401);
        department = founder.found();
        token = own;
        for (String path : List.of("/visits/x", "/waiting-line")) {
            assertThat(status(send(HttpMethod.GET, path, null))).isEqualTo(403);
        }
        assertThat(status(post("/visits", Map.of("visitId", newVisit().visitId()))))
                .isEqualTo(403);
    }
}

package io.rotadesk.web.api.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.staff.roster.Roster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
    Roster roster;

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
    void aTimeThatIsFinerThanADatabaseKeepsIsTheSameTime() {
        Map<String, String> call = Map.of(
                "callId", newCallId(), "from", "13800000001", "receivedAt", "2026-03-02T08:59:59.123456789+08:00");
        assertThat(post("/calls", call).getStatusCode().value()).isEqualTo(201);
        post("/calls/" + call.get("callId") + "/events", Map.of("type", "hungUp"));
        assertThat(post("/calls", call).getStatusCode().value()).isEqualTo(200);
    }

    private static List<List<String>> orders(List<String> reports) {
        if (reports.isEmpty()) {
            return List.of(List.of());
        }
        return IntStream.range(0, reports.size())
                .boxed()
                .flatMap(first -> {
                    List<String> rest = new ArrayList<>(reports);
                    String one = rest.remove((int) first);
                    return orders(rest).stream()
                            .map(order -> Stream.concat(Stream.of(one), order.stream())
                                    .toList());
                })
                .toList();
    }

    static Stream<Arguments> anyOrder() {
        List<String> reports = List.of("call", "answered 802", "transferred 803", "hungUp");
        return orders(reports).stream().flatMap(order -> Stream.of(1, 2).map(times -> Arguments.of(order, times)));
    }

    @ParameterizedTest
    @MethodSource("anyOrder")
    void reportsInAnyOrderAndTwiceAreAnsweredAndTheEndIsTheEnd(List<String> reports, int times) {
        String callId = newCallId();
        boolean known = false;
        for (String report : reports) {
            for (int i = 0; i < times; i++) {
                int status = report(callId, report);
                known = known || report.equals("call");
                assertThat(status).as(report).isIn(known ? List.of(200, 201, 409) : List.of(404));
            }
        }
        assertThat(report(callId, "hungUp")).isEqualTo(200);
        JsonNode end = send(HttpMethod.GET, "/calls/" + callId, null).getBody();
        assertThat(end.get("state").asText()).isEqualTo(somebodyTalked(reports) ? "ANSWERED" : "MISSED");
        assertThat(end.hasNonNull("endedAt")).isTrue();
        assertThat(end.hasNonNull("talking")).isFalse();
        assertThat(end.hasNonNull("offer")).isFalse();
    }

    /** What comes before the call is about none. */
    private static boolean somebodyTalked(List<String> reports) {
        List<String> behind = reports.subList(reports.indexOf("call") + 1, reports.size());
        return !behind.isEmpty() && !behind.get(0).equals("hungUp");
    }

    private int report(String callId, String report) {
        String[] words = report.split(" ");
        if (report.equals("call")) {
            return post("/calls", Map.of("callId", callId, "from", "13800000001"))
                    .getStatusCode()
                    .value();
        }
        Map<String, String> event =
                words.length > 1 ? Map.of("type", words[0], "extension", words[1]) : Map.of("type", words[0]);
        return post("/calls/" + callId + "/events", event).getStatusCode().value();
    }

    @Test
    void aSystemThatWaitsForTheNextStateIsToldOfTheEnd() throws Exception {
        String callId = newCallId();
        post("/calls", Map.of("callId", callId, "from", "13800000001"));
        post("/calls/" + callId + "/events", Map.of("type", "answered"));
        String known = send(HttpMethod.GET, "/calls/" + callId, null)
                .getBody()
                .get("version")
                .asText();
        var threads = Executors.newSingleThreadExecutor();
        try {
            var next = threads.submit(() -> send(HttpMethod.GET, "/calls/" + callId + "?wait=30&after=" + known, null)
                    .getBody());
            Thread.sleep(300);
            assertThat(next).isNotDone();
            post("/calls/" + callId + "/events", Map.of("type", "hungUp"));
            JsonNode end = next.get(10, TimeUnit.SECONDS);
            assertThat(end.hasNonNull("endedAt")).isTrue();
            assertThat(end.get("version").asText()).isNotEqualTo(known);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSystemThatWaitsIsToldOfTheNextPhone() throws Exception {
        String callId = newCallId();
        post("/calls", Map.of("callId", callId, "from", "13800000001"));
        JsonNode first = send(HttpMethod.GET, "/calls/" + callId, null).getBody();
        assertThat(first.get("offer").get("agent").asText())
                .isEqualTo(department.callTeam().get(0));
        var threads = Executors.newSingleThreadExecutor();
        try {
            var next = threads.submit(() -> send(
                            HttpMethod.GET,
                            "/calls/" + callId + "?wait=30&after="
                                    + first.get("version").asText(),
                            null)
                    .getBody());
            post("/calls/" + callId + "/events", Map.of("type", "noAnswer"));
            JsonNode offer = next.get(10, TimeUnit.SECONDS).get("offer");
            assertThat(offer.get("agent").asText())
                    .isEqualTo(department.callTeam().get(1));
            assertThat(offer.get("number").asInt()).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSystemThatWaitsForNothingIsToldTheSameAgain() {
        String callId = newCallId();
        post("/calls", Map.of("callId", callId, "from", "13800000001"));
        JsonNode first = send(HttpMethod.GET, "/calls/" + callId, null).getBody();
        String known = first.get("version").asText();
        assertThat(send(HttpMethod.GET, "/calls/" + callId + "?wait=1&after=" + known, null)
                        .getBody())
                .isEqualTo(first);
    }

    @Test
    void anOfferToSomebodyWithoutAPhoneSaysSo() {
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        for (int i = 0; i < 3; i++) {
            String extension = i == 0 ? "" : "90" + i;
            csv.append("%s,甲%d,1390000001%d,%s,A,%d%n"
                    .formatted(department.callTeam().get(i), i, i, extension, i + 1));
            csv.append("%s,乙%d,1390000002%d,91%d,B,%d%n"
                    .formatted(department.visitTeam().get(i), i, i, i, i + 1));
        }
        csv.append(department.manager()).append(",经理,13900000098,800,-,\n");
        csv.append(department.deputy()).append(",副经理,13900000099,801,-,\n");
        assertThat(roster.load(department.id(), csv.toString()).errors()).isEmpty();
        String callId = newCallId();
        JsonNode offer = post("/calls", Map.of("callId", callId, "from", "13800000001"))
                .getBody()
                .get("offer");
        assertThat(offer.get("problem").asText()).isEqualTo("noExtension");
        assertThat(offer.has("extension")).isFalse();
        JsonNode next = post("/calls/" + callId + "/events", Map.of("type", "noAnswer"))
                .getBody()
                .get("offer");
        assertThat(next.get("extension").asText()).isEqualTo("901");
        assertThat(next.has("problem")).isFalse();
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
        String callId = newCallId();
        post("/calls", Map.of("callId", callId, "from", "13800000001"));
        LeasingDepartment other = founder.found();
        token = tokens.create(other.id(), "别处的电话系统").clear();
        assertThat(post("/calls", Map.of("callId", newCallId())).getStatusCode().value())
                .isEqualTo(403);
        assertThat(send(HttpMethod.GET, "/duty", null).getStatusCode().value()).isEqualTo(403);
        assertThat(send(HttpMethod.GET, "/calls/" + callId, null)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }
}

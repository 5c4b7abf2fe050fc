package io.rotadesk.web.api.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.IncomingCalls;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A call with odd data rings; a request that is no call at all is refused with the field. */
@RotaDeskTest
class OddCallsTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Calls register;

    @Autowired
    IncomingCalls calls;

    @Autowired
    TestClock clock;

    private LeasingDepartment department;
    private String token;
    private String callId;

    @BeforeEach
    void newDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        token = tokens.create(department.id(), "电话系统").clear();
        callId = UUID.randomUUID().toString();
    }

    private ResponseEntity<JsonNode> post(String path, String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setBearerAuth(token);
        headers.set("Accept-Language", "zh-CN");
        return http.postForEntity(
                "/api/units/" + department.id() + path,
                new HttpEntity<>(json.getBytes(StandardCharsets.UTF_8), headers),
                JsonNode.class);
    }

    private Call rings(String fields) {
        var answer = post("/calls", "{\"callId\":\"" + callId + "\"," + fields + "}");
        assertThat(answer.getStatusCode().value()).as(fields).isEqualTo(201);
        assertThat(answer.getBody().path("offer").path("agent").asText())
                .isEqualTo(department.callTeam().get(0));
        return register.get(new CallKey(department.id(), callId));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1990-01-01T00:00:00Z\"",
                "\"9999-12-31T23:59:59Z\"",
                "\"-0001-01-01T00:00:00Z\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "\"12026-03-02T09:00:00+08:00\"",
                "\"2026-03-04T09:00:00+08:00\"",
                "\"2026-02-28T09:00:00+08:00\"",
                "\"yesterday\"",
                "\"\\u0000\"",
                "1e300",
                "1772413200",
                "true",
                "null",
                "{}",
                "[[1]]",
            })
    void aTimeThatNobodyCanMeanIsNow(String receivedAt) {
        assertThat(rings("\"receivedAt\":" + receivedAt).receivedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aTimeWithinADayIsKept() {
        assertThat(rings("\"receivedAt\":\"2026-03-02T08:59:58+08:00\"").receivedAt())
                .isEqualTo("2026-03-02T00:59:58Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u00001380000\\u00000001\\u0007\"",
                "\"\\ud80013800000001\"",
                "\"\\u202e13800000001\"",
                "13800000001",
            })
    void oddCharactersAreRemovedFromANumber(String from) {
        assertThat(rings("\"from\":" + from).caller().phone()).isEqualTo("+8613800000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "{}", "[1,[2]]", "true", "1.5", "1e300", "null", "\"\\udfff\""})
    void anInvalidNumberCountsAsWithheld(String from) {
        assertThat(rings("\"from\":" + from).caller().phone()).isNull();
    }

    @Test
    void aNumberTooLongIsCutAndWhatWeDoNotKnowIsLeft() {
        rings("\"from\":\"" + "1".repeat(5_000) + "\",\"trunk\":{\"name\":\"\\u0000\"},\"cause\":[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"callId\":null}",
                "{\"callId\":\"\"}",
                "{\"callId\":\" \"}",
                "{\"callId\":\"a\\ud800\"}",
                "{\"callId\":\"a\\u0000\"}",
                "{\"callId\":\"a\\n\"}",
                "{\"callId\":true}",
                "{\"callId\":1.5}",
                "{\"callId\":1e300}",
                "{\"callId\":[\"a\"]}",
                "{\"callId\":{\"a\":1}}",
            })
    void aRequestWithoutAnIdIsNoCall(String json) {
        var answer = post("/calls", json);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("fields").findValuesAsText("field")).containsOnly("callId");
        assertThat(answer.getBody().path("title").asText()).isEqualTo("有字段无法接受");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"x\"", "1", "{", "{\"callId\":\"a\"}x", "{'callId':'a'}"})
    void aBodyThatIsNoJsonObjectIsRefused(String json) {
        assertThat(post("/calls", json).getStatusCode().value()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "1", "2", "\"1\"", "\"ANSWERED\"", "\"hangup\"", "null", "true", "[]", "\"\"", "\"\\u0000\""
            })
    void anEventIsAWordAndNothingElse(String type) {
        rings("\"from\":\"13800000001\"");
        var answer = post("/calls/" + callId + "/events", "{\"type\":" + type + "}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("fields").findValuesAsText("field")).containsOnly("type");
        assertThat(register.get(new CallKey(department.id(), callId)).ringing().agent())
                .isEqualTo(department.callTeam().get(0));
    }

    @Test
    void aFieldThatIsThereTwiceCountsAsItCameLast() {
        Call call = rings("\"from\":\"13800000009\",\"queue\":1,\"from\":\"13800000001\",\"more\":1,\"more\":2");
        assertThat(call.caller().phone()).isEqualTo("+8613800000001");
        var answer = post("/calls/" + callId + "/events", "{\"type\":\"noAnswer\",\"type\":\"answered\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(register.get(call.key()).talk().answeredAt()).isNotNull();
    }

    @Test
    void aFieldThatWeDoNotReadCanBeAsOddAsItLikes() {
        String deep = "[".repeat(3_000) + "]".repeat(3_000);
        rings("\"from\":\"13800000001\",\"more\":" + deep + ",\"big\":" + "9".repeat(5_000));
        var answer = post(
                "/calls/" + callId + "/events",
                "{\"type\":\"answered\",\"more\":" + deep + ",\"big\":" + "9".repeat(5_000) + "}");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void whateverCannotBeUsedIsKeptAsItCame() {
        Call call = rings("\"from\":{\"number\":1},\"receivedAt\":[1],\"direction\":\"sideways\",\"queue\":true");
        assertThat(call.sent().unusable().split("；"))
                .containsExactly("from: {\"number\":1}", "receivedAt: [1]", "direction: sideways", "queue: true");
        for (String type : List.of("noAnswer", "answered")) {
            post(
                    "/calls/" + callId + "/events",
                    "{\"type\":\"" + type
                            + "\",\"extension\":[8],\"cause\":{},\"occurredAt\":\"2099-01-01T00:00:00Z\"}");
        }
        assertThat(register.get(call.key()).sent().unusable().split("；"))
                .as("what both events had is said once")
                .hasSize(7)
                .contains("extension: [8]", "cause: {}", "occurredAt: 2099-01-01T00:00:00Z");
    }

    @Test
    void aDeepValueOfAFieldThatWeReadIsCut() {
        String deep = "[".repeat(3_000) + "]".repeat(3_000);
        Call call = rings("\"from\":" + deep + ",\"queue\":" + deep);
        assertThat(call.sent().unusable()).isEqualTo("from: […；queue: […");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-02T09:00:00\"",
                "\"2026-03-02 09:00:00\"",
                "1772413200000",
                "1772413200",
                "\"2099-01-01T00:00:00Z\"",
                "\"yesterday\"",
                "{}"
            })
    void theTimeOfAnEventIsReadInTheSameWays(String occurredAt) {
        Call call = rings("\"from\":\"13800000001\"");
        var answer = post("/calls/" + callId + "/events", "{\"type\":\"answered\",\"occurredAt\":" + occurredAt + "}");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(register.get(call.key()).talk().answeredAt()).isEqualTo(clock.instant());
    }

    @Test
    void aPhoneThatDidNotRingMovesTheCallOnHoweverOddItsExtension() {
        for (String odd : List.of("{}", "true", "\"\"", "null")) {
            newDepartment();
            rings("\"from\":\"13800000001\"");
            var answer = post("/calls/" + callId + "/events", "{\"type\":\"noAnswer\",\"extension\":" + odd + "}");
            assertThat(answer.getBody().path("offer").path("agent").asText())
                    .as(odd)
                    .isEqualTo(department.callTeam().get(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "{}", "true", "1.5", "\"\"", "\" \"", "null"})
    void anEventCountsHoweverOddItsExtensionAndId(String odd) {
        rings("\"from\":\"13800000001\"");
        var answer = post(
                "/calls/" + callId + "/events",
                "{\"type\":\"answered\",\"extension\":" + odd + ",\"eventId\":" + odd + ",\"more\":" + odd + "}");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(register.get(new CallKey(department.id(), callId)).talk().answeredAt())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"no such\"", "8021", "\"SIP/8021-0000a1\"", "\"trunk\""})
    void anExtensionThatNobodyHasIsSaidAndCreditsNobody(String extension) {
        rings("\"from\":\"13800000001\"");
        for (String type : new String[] {"answered", "noAnswer", "transferred"}) {
            var answer = post(
                    "/calls/" + callId + "/events",
                    "{\"type\":\"" + type + "\",\"eventId\":\"" + type + "\",\"extension\":" + extension + "}");
            assertThat(answer.getStatusCode().value()).as(type).isEqualTo(409);
            assertThat(answer.getBody().path("fields").findValuesAsText("field"))
                    .containsOnly("extension");
        }
        Call call = register.get(new CallKey(department.id(), callId));
        assertThat(call.ringing().agent()).isEqualTo(department.callTeam().get(0));
        assertThat(call.talk().agent()).isNull();
        // The refused event has taken no effect, so its id is free.
        assertThat(post("/calls/" + callId + "/events", "{\"type\":\"answered\",\"eventId\":\"answered\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(register.get(new CallKey(department.id(), callId)).talk().agent())
                .isEqualTo(department.callTeam().get(0));
    }

    @Test
    void aRepeatedReportHasItsEffectOnce() {
        rings("\"from\":\"13800000001\"");
        for (String same : new String[] {"\"13800000001\"", "\"+86 138 0000 0001\"", "\"\"", "null"}) {
            assertThat(post("/calls", "{\"callId\":\"" + callId + "\",\"from\":" + same + "}")
                            .getStatusCode()
                            .value())
                    .as(same)
                    .isEqualTo(200);
        }
    }

    @Test
    void theIdOfACallFromAnotherNumberIsANewCall() {
        rings("\"from\":\"13800000001\"");
        String other = "{\"callId\":\"" + callId + "\",\"from\":\"13800000002\"}";
        var first = post("/calls", other);
        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(first.getBody().path("callId").asText()).isEqualTo(callId);
        assertThat(first.getBody().path("offer").path("agent").asText())
                .isEqualTo(department.callTeam().get(1));
        var again = post("/calls", other);
        assertThat(again.getStatusCode().value()).isEqualTo(200);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        // Events with this id are of the later call from now on.
        post("/calls/" + callId + "/events", "{\"type\":\"answered\"}");
        assertThat(calls.find(department.id(), callId).caller().phone()).isEqualTo("+8613800000002");
        assertThat(calls.find(department.id(), callId).talk().agent())
                .isEqualTo(department.callTeam().get(1));
        assertThat(register.get(new CallKey(department.id(), callId)).caller().phone())
                .isEqualTo("+8613800000001");
    }

    @Test
    void theIdOfACallThatIsOverIsANewCallUnlessItIsTheSameReport() {
        String report =
                "{\"callId\":\"" + callId + "\",\"from\":\"13800000001\",\"receivedAt\":\"2026-03-02T09:00:00\"}";
        assertThat(post("/calls", report).getStatusCode().value()).isEqualTo(201);
        post("/calls/" + callId + "/events", "{\"type\":\"hungUp\"}");
        assertThat(post("/calls", report).getStatusCode().value()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(10));
        var later = post("/calls", "{\"callId\":\"" + callId + "\",\"from\":\"13800000001\"}");
        assertThat(later.getStatusCode().value()).isEqualTo(201);
        assertThat(later.getBody().has("offer")).isTrue();
        assertThat(register.get(new CallKey(department.id(), callId)).state()).isEqualTo(CallState.MISSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "通话 17", "<id@10.0.0.1>;tag=1", "100%", "\\\\"})
    void anyTextThatCanBePrintedIsAnId(String odd) {
        callId = odd + UUID.randomUUID();
        String json = callId.replace("\\\\", "\\");
        var answer = post("/calls", "{\"callId\":\"" + callId + "\",\"from\":\"13800000001\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody().path("callId").asText()).isEqualTo(json);
        var event = post("/calls/events", "{\"callId\":\"" + callId + "\",\"type\":\"answered\"}");
        assertThat(event.getStatusCode().value()).isEqualTo(200);
        assertThat(calls.find(department.id(), json).state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void theLengthOfAnIdDoesNotMatter() {
        String long1 = "x".repeat(3_000) + UUID.randomUUID();
        assertThat(post("/calls", "{\"callId\":\"" + long1 + "\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        assertThat(post("/calls", "{\"callId\":\"" + long1 + "\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(post("/calls", "{\"callId\":\"" + long1 + "y\"}")
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void anEventWithoutAnIdAtTheCommonAddressIsRefused() {
        var answer = post("/calls/events", "{\"type\":\"answered\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("fields").findValuesAsText("field")).containsOnly("callId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-02T08:59:58\"",
                "\"2026-03-02 08:59:58\"",
                "\"2026-03-02T08:59:58+08:00\"",
                "\"2026/03/02 08:59:58\"",
                "\"20260302085958\"",
                "1772413198",
                "1772413198000",
                "\"1772413198000\"",
                "1772413198.0",
            })
    void aTimeIsReadInTheWaysOfPhoneSystems(String receivedAt) {
        Call call = rings("\"receivedAt\":" + receivedAt);
        assertThat(call.receivedAt()).isEqualTo("2026-03-02T00:59:58Z");
        assertThat(call.sent().unusable()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1796000000000", "\"0000-00-00 00:00:00\"", "\"1970-01-01T00:00:00Z\"", "\"2099-01-01\""})
    void aTimeThatCannotBeUsedIsKeptAsItCame(String receivedAt) {
        Call call = rings("\"receivedAt\":" + receivedAt);
        assertThat(call.receivedAt()).isEqualTo(clock.instant());
        assertThat(call.sent().unusable()).isEqualTo("receivedAt: " + receivedAt.replace("\"", ""));
    }

    @Test
    void queueCauseAndExtensionAreKept() {
        Call call = rings("\"from\":\"021-61234567转801\",\"queue\":\"招商热线\",\"direction\":\"inbound\"");
        assertThat(call.sent().queue()).isEqualTo("招商热线");
        assertThat(call.caller().extension()).isEqualTo("801");
        assertThat(call.caller().number()).isEqualTo("+862161234567-801");
        post("/calls/" + callId + "/events", "{\"type\":\"hungUp\",\"cause\":\"cancel\"}");
        assertThat(register.get(call.key()).sent().cause()).isEqualTo("cancel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbound", "OUT", "outgoing", "internal"})
    void aCallThatDoesNotComeInRingsNowhere(String direction) {
        String body = "{\"callId\":\"" + callId + "\",\"from\":\"13800000001\",\"direction\":\"" + direction + "\"}";
        var answer = post("/calls", body);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getBody().has("offer")).isFalse();
        assertThat(post("/calls", body).getStatusCode().value()).isEqualTo(200);
        for (String type : new String[] {"answered", "noAnswer", "hungUp"}) {
            assertThat(post("/calls/" + callId + "/events", "{\"type\":\"" + type + "\"}")
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        }
        assertThat(register.find(new CallKey(department.id(), callId))).isEmpty();
    }
}

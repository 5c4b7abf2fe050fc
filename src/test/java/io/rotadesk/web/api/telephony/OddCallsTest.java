package io.rotadesk.web.api.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import java.nio.charset.StandardCharsets;
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
                "{\"callId\":\".\"}",
                "{\"callId\":\"..\"}",
                "{\"callId\":\"...\"}",
                "{\"callId\":\"a/b\"}",
                "{\"callId\":\"a\\u0000\"}",
                "{\"callId\":\"a\\n\"}",
                "{\"callId\":true}",
                "{\"callId\":1.5}",
                "{\"callId\":1e300}",
                "{\"callId\":[\"a\"]}",
                "{\"callId\":{\"a\":1}}",
                "{\"callId\":\"a\",\"callId\":\"b\"}",
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
    void aFieldThatIsThereTwiceIsRefused() {
        rings("\"from\":\"13800000001\"");
        var answer = post("/calls/" + callId + "/events", "{\"type\":\"answered\",\"type\":\"hungUp\"}");
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().path("fields").findValuesAsText("field")).containsOnly("type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "{}", "true", "1.5", "\"no such\"", "8021"})
    void anEventCountsHoweverOddItsExtensionAndId(String odd) {
        rings("\"from\":\"13800000001\"");
        var answer = post(
                "/calls/" + callId + "/events",
                "{\"type\":\"answered\",\"extension\":" + odd + ",\"eventId\":" + odd + ",\"more\":" + odd + "}");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(register.get(new CallKey(department.id(), callId)).talk().answeredAt())
                .isNotNull();
    }

    @Test
    void theIdOfACallFromAnotherNumberIsAConflict() {
        rings("\"from\":\"13800000001\"");
        for (String same : new String[] {"\"13800000001\"", "\"+86 138 0000 0001\"", "\"\"", "null"}) {
            assertThat(post("/calls", "{\"callId\":\"" + callId + "\",\"from\":" + same + "}")
                            .getStatusCode()
                            .value())
                    .as(same)
                    .isEqualTo(200);
        }
        var other = post("/calls", "{\"callId\":\"" + callId + "\",\"from\":\"13800000002\"}");
        assertThat(other.getStatusCode().value()).isEqualTo(409);
        assertThat(other.getBody().path("detail").asText()).contains(callId);
        assertThat(register.get(new CallKey(department.id(), callId)).caller().phone())
                .isEqualTo("+8613800000001");
    }
}

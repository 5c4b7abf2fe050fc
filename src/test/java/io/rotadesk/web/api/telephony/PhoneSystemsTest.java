package io.rotadesk.web.api.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.RequestLog;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.phonesystem.PhoneSystems;
import io.rotadesk.leasing.phonesystem.TakenMessage;
import io.rotadesk.leasing.phonesystem.TakenMessage.Outcome;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.web.api.setup.UnitSetup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

/** Phone systems that do not speak our API push what they have. The samples are ours, after their makers' descriptions. */
@RotaDeskTest
@Tag("L2.1")
class PhoneSystemsTest {

    private static final String CALLER = "13800000001";

    @Autowired
    TestRestTemplate http;

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Calls calls;

    @Autowired
    Agents agents;

    @Autowired
    PhoneSystems systems;

    @Autowired
    UnitSetup setup;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private LeasingDepartment department;
    private String token;

    @BeforeEach
    void aDepartmentWithAToken() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        token = tokens.create(department.id(), "电话系统").clear();
    }

    @Test
    void yeastarReportsACallFromTheFirstRingToTheEnd() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT"), extension("802", "RING")));
        assertThat(call().state()).isEqualTo(CallState.RINGING);
        assertThat(call().caller().phone()).isEqualTo("+86" + CALLER);

        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(0), "ANSWER")));
        assertThat(call().state()).isEqualTo(CallState.ANSWERED);
        assertThat(call().talk().agent()).isEqualTo(department.callTeam().get(0));

        sends("yeastar", yeastar(member("inbound", CALLER, "BYE"), extension(extensionOf(0), "ANSWER")));
        sends("yeastar", ended("ANSWERED"));
        assertThat(call().talk().endedAt()).isNotNull();
        assertThat(calls.latest(department.id(), 10)).as("it is one call").hasSize(1);
    }

    /** An agent hands the caller on by the phone system: they hang up, a colleague is rung and answers. */
    @Test
    void aCallThatYeastarPutsThroughStaysOneConversation() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT")));
        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(0), "ANSWER")));
        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(0), "BYE")));
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT"), extension(extensionOf(1), "RING")));
        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(1), "ANSWER")));

        assertThat(calls.latest(department.id(), 10)).singleElement().satisfies(call -> {
            assertThat(call.talk().agent()).isEqualTo(department.callTeam().get(1));
            assertThat(call.talk().handedOverBy())
                    .isEqualTo(department.callTeam().get(0));
        });
    }

    /** A phone of the queue stops ringing while another begins: the caller is still there. */
    @Test
    void aPhoneThatStopsRingingAtYeastarEndsNoCall() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT"), extension(extensionOf(0), "RING")));
        sends(
                "yeastar",
                yeastar(
                        member("inbound", CALLER, "ALERT"),
                        extension(extensionOf(0), "BYE"),
                        extension(extensionOf(1), "RING")));
        assertThat(call().state()).isEqualTo(CallState.RINGING);

        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(1), "ANSWER")));
        assertThat(call().state()).isEqualTo(CallState.ANSWERED);
        assertThat(call().talk().agent()).isEqualTo(department.callTeam().get(1));
        assertThat(call().talk().endedAt()).isNull();
    }

    /** The agent asks a colleague in between, and both talk. */
    @Test
    void aColleagueWhoJoinsAtYeastarHasTheCallerNext() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT")));
        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(0), "ANSWER")));
        sends(
                "yeastar",
                yeastar(
                        member("inbound", CALLER, "ANSWERED"),
                        extension(extensionOf(0), "HOLD"),
                        extension(extensionOf(1), "ANSWER")));

        assertThat(call().talk().agent()).isEqualTo(department.callTeam().get(1));
        assertThat(call().talk().handedOverBy()).isEqualTo(department.callTeam().get(0));
    }

    @Test
    void yeastarSaysThatAnAgentDidNotPickUp() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT")));
        String first = call().ringing().agent();

        sends("yeastar", """
                {"type": 30026, "msg": {"queue_number": "6400", "agent_number": "%s", "caller_number": "%s", "call_id": "y-1"}}
                """.formatted(agents.get(first).extension(), CALLER));

        assertThat(call().ringing().agent()).isNotEqualTo(first);
    }

    @Test
    void aCallOfWhichOnlyTheEndIsHeardIsAMissedCall() {
        sends("yeastar", ended("NO ANSWER"));

        assertThat(call().state()).isEqualTo(CallState.MISSED);
        assertThat(call().receivedAt()).isEqualTo(Instant.parse("2026-03-02T00:58:00Z"));
    }

    @Test
    void aCallThatStaysInsideOrGoesOutDoesNotRing() {
        sends("yeastar", yeastar(extension("801", "ALERT"), extension("802", "RING")));
        sends("yeastar", yeastar(extension("801", "ALERT"), member("outbound", CALLER, "RING")));
        sends(
                "yeastar",
                "{\"type\": 30008, \"msg\": \"{\\\"extension\\\":\\\"802\\\",\\\"status\\\":\\\"Ringing\\\"}\"}");

        assertThat(calls.latest(department.id(), 10)).isEmpty();
        assertThat(outcomes()).containsOnly(Outcome.NOTHING);
    }

    @Test
    void tencentsRecordOfAnAnsweredCallGivesTheEntryToWhoTalked() {
        var answer = sends("tccc", tccc(true), "X-TCCC-PUSH-UUID", "push-1");
        assertThat(answer.getBody().get("ErrCode").asInt()).isZero();

        Call call = calls.latest(department.id(), 1).get(0);
        assertThat(call.talk().agent()).isEqualTo(department.callTeam().get(1));
        assertThat(call.talk().answeredAt()).isEqualTo(Instant.parse("2026-03-02T00:55:08Z"));
        assertThat(call.receivedAt()).isEqualTo(Instant.parse("2026-03-02T00:55:00Z"));

        sends("tccc", tccc(true), "X-TCCC-PUSH-UUID", "push-1");
        assertThat(calls.latest(department.id(), 10))
                .as("a push that is repeated")
                .hasSize(1);
        assertThat(calls.latest(department.id(), 1).get(0)).isEqualTo(call);
    }

    /** In two transactions somebody would be asked to return the call in between. */
    @Test
    void tencentsRecordOfAnAnsweredCallIsEnteredInOneTransaction() {
        sends("tccc", tccc(true), "X-TCCC-PUSH-UUID", "push-3");

        assertThat(db.sql("select xmin::text from call_event where unit_id = :unit and event_id like 'push-3-%'")
                        .param("unit", department.id())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .satisfies(transactions -> assertThat(Set.copyOf(transactions)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999", "", "SIP/x"})
    void tencentsRecordOfAnAnswerAtNoPhoneOfOursCreditsNobody(String phone) {
        String record = tccc(true).replace(extensionOf(0), phone).replace(extensionOf(1), phone);

        assertThat(sends("tccc", record, "X-TCCC-PUSH-UUID", "push-4")
                        .getStatusCode()
                        .value())
                .isEqualTo(200);

        assertThat(outcomes()).containsExactly(Outcome.UNKNOWN_EXTENSION);
        assertThat(calls.latest(department.id(), 10)).singleElement().satisfies(call -> {
            assertThat(call.state()).isEqualTo(CallState.MISSED);
            assertThat(call.talk().answeredAt()).isNull();
        });
    }

    /** The number talks, and the system reports that another call of it came and ended: the conversation goes on. */
    @Test
    void aCallOfANumberThatTalksAndIsOverAlreadyEndsNoConversation() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT")));
        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(0), "ANSWER")));

        sends("generic", "{\"event\": \"hangup\", \"callId\": \"other\", \"from\": \"%s\"}".formatted(CALLER));

        assertThat(calls.latest(department.id(), 10)).hasSize(1);
        assertThat(call().talk().endedAt()).isNull();
        sends("yeastar", yeastar(member("inbound", CALLER, "BYE")));
        assertThat(call().talk().endedAt()).isNotNull();
    }

    @Test
    void tencentsRecordOfACallThatNobodyTookIsAMissedCall() {
        sends("tccc", tccc(false), "X-TCCC-PUSH-UUID", "push-2");

        assertThat(calls.latest(department.id(), 10))
                .singleElement()
                .satisfies(call -> assertThat(call.state()).isEqualTo(CallState.MISSED));
    }

    @Test
    void anySystemCanSayWhatItCallsItsFields() {
        setup.save(
                department.id(),
                Map.of(
                        "settings",
                        Map.of(
                                "phoneFields",
                                List.of(
                                        "callId=data.uniqueid",
                                        "from=data.caller",
                                        "event=type",
                                        "comesIn=INCOMING",
                                        "answered=CONNECT",
                                        "extension=data.agent"))),
                Locale.ENGLISH);

        sends(
                "generic",
                "{\"type\": \"INCOMING\", \"data\": {\"uniqueid\": \"g-1\", \"caller\": \"%s\"}}".formatted(CALLER));
        sends(
                "generic",
                "{\"type\": \"CONNECT\", \"data\": {\"uniqueid\": \"g-1\", \"agent\": [\"SIP/%s-00a1\"]}}"
                        .formatted(extensionOf(2)));

        assertThat(calls.latest(department.id(), 1).get(0).talk().agent())
                .isEqualTo(department.callTeam().get(2));
    }

    @Test
    void aFormIsUnderstoodToo() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
        String form = "event=newCall&from=%2B8613800000001&direction=in&callId=z-1&user%5B%5D=Alice";

        var answer = http.exchange(
                "/api/phone/" + token + "/generic", HttpMethod.POST, new HttpEntity<>(form, headers), JsonNode.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(calls.latest(department.id(), 1).get(0).caller().phone()).isEqualTo("+86" + CALLER);
    }

    @Test
    void anExtensionThatNobodyHasIsShownAndCreditsNobody() {
        sends("generic", "{\"event\": \"newCall\", \"callId\": \"g-2\", \"from\": \"%s\"}".formatted(CALLER));
        sends("generic", "{\"event\": \"answer\", \"callId\": \"g-2\", \"user\": \"9999\"}");

        assertThat(outcomes()).containsExactly(Outcome.UNKNOWN_EXTENSION, Outcome.TAKEN);
        assertThat(calls.latest(department.id(), 1).get(0).state()).isEqualTo(CallState.RINGING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "not json",
                "{",
                "{}",
                "{\"type\": {}}",
                "{\"SessionId\": []}",
                "{\"event\": null}",
                "a=b",
                "=&=",
                "%%%=%",
                "\u0000"
            })
    void aMessageOfNoSystemIsRefusedWithAReasonAndNeverAFault(String body) {
        for (String system : List.of("yeastar", "tccc", "generic")) {
            var answer = sends(system, body);
            assertThat(answer.getStatusCode().value()).as(system).isEqualTo(400);
            assertThat(answer.getBody().get("detail").asText()).isNotBlank();
        }
        assertThat(outcomes()).containsOnly(Outcome.UNREADABLE);
        assertThat(calls.latest(department.id(), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": 30011, \"msg\": {\"call_id\": \"y-9\", \"members\": {\"inbound\": 5}}}",
                "{\"type\": 30011, \"msg\": {\"call_id\": \"y-9\", \"members\": [{\"inbound\": []}, 7, null, \"x\"]}}",
                "{\"type\": \"30011\", \"msg\": \"no json\"}",
                "{\"type\": 30012, \"msg\": {\"call_id\": 9.5, \"time_start\": {}, \"type\": [1]}}",
                "{\"type\": 30026, \"msg\": {\"call_id\": \"a\\u0000b/%25\", \"agent_number\": {\"x\": 1}}}",
            })
    void oddPartsOfAMessageNeverCauseAFault(String body) {
        assertThat(sends("yeastar", body).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void onlyATokenOpensTheAddress() {
        String body = yeastar(member("inbound", CALLER, "ALERT"));
        String good = token;
        for (String wrong : List.of("wrong", good + "x", good.substring(1), "rd_")) {
            token = wrong;
            assertThat(sends("yeastar", body).getStatusCode().value()).isEqualTo(401);
        }
        assertThat(http.getForEntity("/api/phone/" + good + "/yeastar", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        token = good;
        assertThat(sends("no-such-system", body).getStatusCode().value()).isIn(401, 404);
        assertThat(sends("unknown", body).getStatusCode().value()).isEqualTo(404);
        assertThat(calls.latest(department.id(), 10)).isEmpty();
    }

    /** A system that can send headers keeps its token out of the address. */
    @Test
    void aTokenInAHeaderOpensTheUnitsOwnAddressAlone() {
        String body = yeastar(member("inbound", CALLER, "ALERT"));
        String others = tokens.create(founder.found().id(), "别家的").clear();

        assertThat(sendsWithHeader(null, body)).isEqualTo(401);
        assertThat(sendsWithHeader(others, body)).isEqualTo(403);
        assertThat(calls.latest(department.id(), 10)).isEmpty();

        assertThat(sendsWithHeader(token, body)).isEqualTo(200);
        assertThat(call().state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void aReportThatComesAgainOrTooLateIsShownAsSuch() {
        sends("generic", "{\"event\": \"newCall\", \"callId\": \"g-3\", \"from\": \"%s\"}".formatted(CALLER));
        sends("generic", "{\"event\": \"newCall\", \"callId\": \"g-3\", \"from\": \"%s\"}".formatted(CALLER));
        assertThat(outcomes()).containsExactly(Outcome.KNOWN, Outcome.TAKEN);

        sends("generic", "{\"event\": \"hangup\", \"callId\": \"g-3\"}");
        clock.forward(Duration.ofMinutes(5));
        sends("generic", "{\"event\": \"noAnswer\", \"callId\": \"g-3\", \"user\": \"%s\"}".formatted(extensionOf(0)));
        assertThat(outcomes().get(0)).isEqualTo(Outcome.PAST);
    }

    /** A number that talks already brings no second caller. */
    @Test
    void aTriedCallOfANumberThatTalksIsTheSameCall() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT")));
        sends("yeastar", yeastar(member("inbound", CALLER, "ANSWERED"), extension(extensionOf(0), "ANSWER")));

        assertThat(systems.tryOut(department.id(), CALLER).isLeg()).isTrue();
        assertThat(outcomes().get(0)).isEqualTo(Outcome.KNOWN);
        assertThat(calls.latest(department.id(), 10)).hasSize(1);
    }

    /** A reader of the log could ring all phones with it. */
    @Test
    @ExtendWith(RequestLog.class)
    void theTokenOfAnAddressIsInNoLog(RequestLog log) {
        sends("yeastar", "not json");
        sends("unknown", "{}");
        sends("yeastar/more", "{}");
        for (String rest : List.of("/yeastar?a=%00", "", "/%00", "/Yeastar", "/yeastar/")) {
            http.postForEntity(URI.create(http.getRootUri() + "/api/phone/" + token + rest), "{}", String.class);
        }

        assertThat(log.getAll()).contains("/api/phone/…/yeastar").doesNotContain(token);
    }

    /** The token in an address is good for messages of phone systems alone. */
    @Test
    void aTokenInTheAddressOpensNothingElse() {
        String calls = "/api/units/" + department.id() + "/calls";
        for (String address : List.of(
                "/api/phone/" + token + "/../../units/" + department.id() + "/calls",
                "/api/phone/" + token + "/yeastar/more",
                calls + "?token=" + token)) {
            assertThat(http.postForEntity(address, Map.of("callId", "x", "from", CALLER), String.class)
                            .getStatusCode()
                            .value())
                    .as(address)
                    .isIn(400, 401, 403, 404);
        }
        assertThat(this.calls.latest(department.id(), 10)).isEmpty();
    }

    @Test
    void aMessageIsKeptWithoutTheNumber() {
        sends("yeastar", yeastar(member("inbound", CALLER, "ALERT")));

        assertThat(systems.latest(department.id())).singleElement().satisfies(message -> {
            assertThat(message.lastDigits()).isEqualTo("0001");
            assertThat(message.toString()).doesNotContain(CALLER);
        });
    }

    @Test
    void aHundredMessagesAreKept() {
        for (int i = 0; i < 103; i++) {
            sends("yeastar", "{\"type\": 30008, \"msg\": {}}");
        }
        assertThat(systems.latest(department.id())).hasSize(100);
    }

    private ResponseEntity<JsonNode> sends(String system, String body, String... header) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (header.length == 2) {
            headers.set(header[0], header[1]);
        }
        return http.exchange(
                "/api/phone/" + token + "/" + system,
                HttpMethod.POST,
                new HttpEntity<>(body.getBytes(StandardCharsets.UTF_8), headers),
                JsonNode.class);
    }

    private int sendsWithHeader(String bearer, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (bearer != null) {
            headers.setBearerAuth(bearer);
        }
        return http.exchange(
                        "/api/units/" + department.id() + "/phone/yeastar",
                        HttpMethod.POST,
                        new HttpEntity<>(body, headers),
                        String.class)
                .getStatusCode()
                .value();
    }

    private Call call() {
        return calls.get(new CallKey(department.id(), "y-1"));
    }

    private List<Outcome> outcomes() {
        return systems.latest(department.id()).stream()
                .map(TakenMessage::outcome)
                .toList();
    }

    private String extensionOf(int place) {
        return agents.get(department.callTeam().get(place)).extension();
    }

    private static String yeastar(String... members) {
        return """
                {"type": 30011, "sn": "3631A2000000", "msg": {"call_id": "y-1", "members": [%s]}}
                """.formatted(String.join(", ", members));
    }

    private static String member(String kind, String from, String status) {
        return """
                {"%s": {"from": "%s", "to": "02161234567", "trunk_name": "trunk", "channel_id": "c", "member_status": "%s"}}
                """.formatted(kind, from, status);
    }

    private static String extension(String number, String status) {
        return """
                {"extension": {"number": "%s", "channel_id": "c", "member_status": "%s"}}
                """.formatted(number, status);
    }

    /** The message is a text with JSON in it, as some versions send it. */
    private static String ended(String status) {
        return """
                {"type": 30012, "msg": "{\\"call_id\\": \\"y-1\\", \\"time_start\\": \\"2026-03-02 08:58:00\\", \\"call_from\\": \\"%s\\",
                 \\"status\\": \\"%s\\", \\"type\\": \\"Inbound\\"}"}
                """.formatted(CALLER, status).replace("\n ", " ");
    }

    private String tccc(boolean answered) {
        long start = Instant.parse("2026-03-02T00:55:00Z").getEpochSecond();
        return """
                {"SdkAppId": 1400000000, "SessionId": "tccc-session-%s", "Caller": "0086%s", "Callee": "008602161234567", "Direction": 0,
                 "CallType": 2, "StartTimestamp": %d, "QueuedSkillGroupName": "招商", "AcceptTimestamp": %d, "EndedTimestamp": %d,
                 "EndStatusString": "%s", "ServeParticipants": [{"StaffNumber": "%s"}, {"StaffNumber": "%s"}]}
                """.formatted(
                        answered,
                        CALLER,
                        start,
                        answered ? start + 8 : 0,
                        start + 60,
                        answered ? "ok" : "userHangUp",
                        extensionOf(0),
                        extensionOf(1));
    }
}

package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.platform.door.RawHttp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Too large a request is refused with a sentence, whoever sends it and however; one within the limits arrives whole.
 */
class LargeRequestsTest extends AccessTest {

    private static final String JSON = "Content-Type: application/json";

    @Autowired
    ApiTokens tokens;

    private String unit;
    private String token;
    private RawHttp raw;

    @BeforeEach
    void phone() {
        unit = unique("unit");
        token = "Authorization: Bearer " + tokens.create(unit, "pbx").clear();
        raw = new RawHttp(port);
    }

    @Test
    void jsonOfTheApiMayHaveSixtyFourKilobytes() throws IOException {
        String calls = "/api/units/" + unit + "/calls";
        String events = calls + "/c1/events";
        String visits = "/api/units/" + unit + "/visits";
        for (String address : new String[] {calls, events, visits}) {
            String tooLarge = "{\"callId\":\"" + "x".repeat(70_000) + "\"}";
            assertTooLarge(raw.send(RawHttp.post(address, tooLarge, JSON, token)), address);
            assertTooLarge(raw.send(RawHttp.chunked(address, tooLarge, JSON, token)), address + " in chunks");
            assertTooLarge(
                    raw.send(RawHttp.post(address, tooLarge, JSON, token, "Expect: 100-continue")),
                    address + " after asking");
        }
        // It is read: the answer says that the call has no id.
        String large = "{\"from\":\"" + "x".repeat(60_000) + "\"}";
        assertThat(raw.send(RawHttp.post(calls, large, JSON, token))).startsWith("HTTP/1.1 400");
        assertThat(raw.send(RawHttp.chunked(calls, large, JSON, token))).startsWith("HTTP/1.1 400");
    }

    @Test
    void tenMegabytesAreRefusedWithoutBeingRead() throws IOException {
        String head = "POST /api/units/" + unit + "/calls HTTP/1.1\r\nHost: localhost\r\n" + JSON + "\r\n" + token
                + "\r\nContent-Length: 10000000\r\n\r\n";
        // Nothing of the body is sent.
        assertTooLarge(raw.send(head), "only announced");
        assertTooLarge(raw.send(head + " ".repeat(10_000_000)), "sent");
    }

    @Test
    void strangersMaySendLittle() throws IOException {
        String form = "Content-Type: application/x-www-form-urlencoded";
        String much = "username=" + "a".repeat(20_000);
        for (String address : new String[] {"/login", "/desk", "/account/invitation/x", "/no/such/place"}) {
            String answer = raw.send(RawHttp.post(address, much, form));
            assertThat(RawHttp.status(answer)).as(address).isEqualTo(413);
            assertThat(RawHttp.status(raw.send(RawHttp.chunked(address, much, form))))
                    .as(address + " in chunks")
                    .isEqualTo(413);
        }
        assertThat(raw.send(RawHttp.post("/login", much, form, "Accept-Language: en", "Accept: text/html")))
                .contains("What you sent is too large");
    }

    @Test
    void uploadsWithALoginHaveLimitsOfTheirOwn() throws IOException {
        String owner = basic(person(unit, Role.PROCESS_OWNER));
        String administrator = basic(person(null, Role.ADMINISTRATOR));
        String model = "Content-Type: multipart/form-data; boundary=x";
        assertTooLarge(
                raw.send(RawHttp.post("/engine-rest/deployment/create", "x".repeat(11_000_000), model, owner)),
                "a deployment");
        assertThat(RawHttp.status(
                        raw.send(RawHttp.post("/engine-rest/deployment/create", "x".repeat(2_000_000), model, owner))))
                .isNotIn(0, 413);
        assertTooLarge(raw.send(RawHttp.post("/engine-rest/task", "x".repeat(1_100_000), JSON, owner)), "a question");
        String roster = "/api/units/" + unit + "/roster";
        String csv = "Content-Type: text/csv";
        String much =
                RawHttp.post(roster, "x".repeat(1_100_000), csv, administrator).replaceFirst("POST", "PUT");
        assertTooLarge(raw.send(much), "a roster");
        String within = RawHttp.post(
                        roster, "login,name\n" + ("x," + "y".repeat(200) + "\n").repeat(4_000), csv, administrator)
                .replaceFirst("POST", "PUT");
        assertThat(RawHttp.status(raw.send(within))).isNotIn(0, 413);
    }

    @Test
    void pastedRosterAboveTheLimitIsTooLargeAndNotForged() {
        Browser browser = browser();
        browser.login(person(null, Role.ADMINISTRATOR), PASSWORD);
        String csrf = browser.csrfOf("/account/password");
        for (int size : new int[] {4_300_000, 8_000_000, 17_000_000}) {
            HttpResponse<String> answer =
                    browser.form("/desk/units/" + unit + "/roster", "text", "x".repeat(size), "_csrf", csrf);
            assertThat(answer.statusCode()).as(size + " characters").isEqualTo(413);
            assertThat(answer.body()).contains("太大");
        }
        // Below the limit the form is read to its end, where the token is.
        assertThat(browser.form("/desk/units/" + unit + "/roster", "text", "x".repeat(3_500_000), "_csrf", csrf)
                        .statusCode())
                .isNotIn(403, 413);
    }

    @Test
    void formWithTooManyFieldsIsTooLargeAndNotForged() {
        Browser browser = browser();
        browser.login(person(null, Role.ADMINISTRATOR), PASSWORD);
        String csrf = browser.csrfOf("/account/password");
        String[] fields = new String[24_002];
        for (int i = 0; i < 24_000; i += 2) {
            fields[i] = "f" + i;
            fields[i + 1] = "1";
        }
        fields[24_000] = "_csrf";
        fields[24_001] = csrf;
        assertThat(browser.form("/account/password", fields).statusCode()).isEqualTo(413);
    }

    @Test
    void bodiesArriveAsTheyWereSent() throws IOException {
        String call = "{\"callId\":\"whole-%s\",\"from\":\"13800000001\",\"from2\":\"" + "字".repeat(5_000) + "\"}";
        String calls = "/api/units/" + unit + "/calls";
        // The unit does not exist, which is only noticed when the body was read and parsed.
        assertThat(raw.send(RawHttp.post(calls, call.formatted(1), JSON, token)))
                .startsWith("HTTP/1.1 404");
        assertThat(raw.send(chunkedBytes(calls, call.formatted(2)))).startsWith("HTTP/1.1 404");
        String twice = RawHttp.post(calls, call.formatted(3), JSON, token).replace("Connection: close\r\n", "")
                + RawHttp.post(calls, call.formatted(4), JSON, token);
        assertThat(raw.send(twice.getBytes(StandardCharsets.UTF_8)).split("HTTP/1.1 404", -1))
                .as("answers on one connection")
                .hasSize(3);
    }

    private byte[] chunkedBytes(String address, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + JSON + "\r\n"
                + token + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        return (head + Integer.toHexString(bytes.length) + ";a=b\r\n" + body + "\r\n0\r\nX-Trailer: 1\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String basic(String login) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertTooLarge(String answer, String what) {
        String last = answer.replace("HTTP/1.1 100 \r\n\r\n", "");
        assertThat(RawHttp.status(last)).as(what).isEqualTo(413);
        assertThat(last).as(what).contains("application/problem+json").contains("太大");
    }
}

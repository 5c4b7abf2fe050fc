package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RequestLog;
import io.rotadesk.platform.door.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses that two parts of the application could read differently are refused, and nothing breaks. */
@ExtendWith(RequestLog.class)
class OddPathsTest extends AccessTest {

    @Autowired
    ApiTokens tokens;

    private static final List<String> ODD = List.of(
            "/api/..;/engine-rest/task",
            "//engine-rest/task",
            "///engine-rest//task",
            "/./engine-rest/task",
            "/engine-rest/./task",
            "/api/../engine-rest/task",
            "/api/%2e%2e/engine-rest/task",
            "/api/%2E%2e/engine-rest/task",
            "/api/%252e%252e/engine-rest/task",
            "/engine-rest/task;a=b",
            "/engine-rest;x/task",
            "/;/engine-rest/task",
            "/engine-rest/task%3bx",
            "/engine-rest%2ftask",
            "/engine-rest%2Ftask",
            "/engine-rest%5ctask",
            "/engine-rest\\task",
            "/engine-rest/task%00",
            "/engine-rest/%00/task",
            "/engine-rest/task%0a",
            "/engine-rest/task%0d%0aX: y",
            "/engine-rest/%zz",
            "/engine-rest/%",
            "/engine-rest/%e",
            "/engine-rest/%c0%ae%c0%ae/task",
            "/engine-rest/%ff",
            "/desk/%2e%2e/engine-rest/task",
            "/desk//duty",
            "/desk/..;/engine-rest/task",
            "/camunda//api/engine/engine/default/task",
            "/camunda/api/..;/..;/engine-rest/task",
            "/camunda/app/tasklist/..;/..;/..;/actuator/metrics",
            "/login;jsessionid=1",
            "/login%3bx",
            "/actuator/..;/api/units",
            "/webjars/..;/desk",
            "/webjars/%2e%2e/desk",
            "/%u0041",
            "/a\u0001b");

    @Test
    void theyAreRefusedToStrangers(RequestLog log) throws IOException {
        refused("", log);
    }

    @Test
    void theyAreRefusedWithALoginToo(RequestLog log) throws IOException {
        String login = person(null, Role.ADMINISTRATOR);
        refused(
                "Authorization: Basic "
                        + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)),
                log);
        Browser browser = browser();
        browser.login(login, PASSWORD);
        refused("Cookie: JSESSIONID=" + browser.cookie("JSESSIONID"), log);
    }

    private void refused(String header, RequestLog log) throws IOException {
        RawHttp raw = new RawHttp(port);
        String[] headers = header.isEmpty() ? new String[0] : new String[] {header};
        for (String path : ODD) {
            for (String request : new String[] {RawHttp.get(path, headers), RawHttp.post(path, "{}", headers)}) {
                int before = log.getAll().length();
                String answer = raw.send(request);
                assertThat(RawHttp.status(answer)).as(path).isIn(400, 401, 403, 404);
                assertThat(answer)
                        .as(path)
                        .doesNotContain("Exception")
                        .doesNotContain("Tomcat")
                        .doesNotContain("\tat ");
                String logged = log.getAll().substring(before);
                assertThat(logged.lines().filter(line -> line.startsWith("\tat ") || line.contains("ERROR")))
                        .as("log of " + path)
                        .isEmpty();
                assertThat(logged.lines().filter(line -> line.contains("Refused an address") || line.contains("WARN")))
                        .as("log of " + path)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    /** An invalid content type counts as none, and nothing breaks. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "*", "a/b;q=z", "/", ";", "application/json;charset=*"})
    void contentOfNoKind(String kind, RequestLog log) throws IOException {
        String unit = unique("unit");
        String login = person(unit, Role.ADMINISTRATOR);
        String basic = "Authorization: Basic "
                + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String phone = "Authorization: Bearer " + tokens.create(unit, "pbx").clear();
        String content = "Content-Type: " + kind;
        RawHttp raw = new RawHttp(port);

        assertThat(RawHttp.status(raw.send(RawHttp.get("/actuator/health", content))))
                .isEqualTo(200);
        assertThat(RawHttp.status(raw.send(RawHttp.get("/engine-rest/task/count", basic, content))))
                .isEqualTo(200);
        assertThat(RawHttp.status(raw.send(RawHttp.post("/engine-rest/task", "{}", basic, content))))
                .isBetween(200, 499);
        assertThat(RawHttp.status(raw.send(RawHttp.post("/login", "a=b", content))))
                .isBetween(200, 499);
        String call = "{\"callId\":\"" + unique("call") + "\"}";
        assertThat(RawHttp.status(raw.send(RawHttp.post("/api/units/" + unit + "/calls", call, phone, content))))
                .isEqualTo(415);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @Test
    void thePageForErrorsIsNoPageToAskFor(RequestLog log) throws IOException {
        RawHttp raw = new RawHttp(port);
        Browser browser = browser();
        browser.login(person(null, Role.ADMINISTRATOR), PASSWORD);
        for (String path : List.of("/error", "/error?status=200")) {
            assertThat(RawHttp.status(raw.send(RawHttp.get(path)))).isEqualTo(302);
            assertThat(RawHttp.status(
                            raw.send(RawHttp.get(path, "Cookie: JSESSIONID=" + browser.cookie("JSESSIONID")))))
                    .isEqualTo(403);
        }
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @Test
    void ordinaryAddressesWithOddLettersAreRead() throws IOException {
        RawHttp raw = new RawHttp(port);
        for (String path : List.of("/desk/handbook?q=%E6%88%BF", "/desk/customers/a%20b", "/login?a=;b=%2F")) {
            assertThat(RawHttp.status(raw.send(RawHttp.get(path)))).as(path).isIn(200, 302);
        }
    }
}

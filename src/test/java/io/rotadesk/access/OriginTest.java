package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.platform.door.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of another site cannot make a browser use the login that it remembers for our APIs. */
class OriginTest extends AccessTest {

    private RawHttp raw;
    private String administrator;
    private String login;

    @BeforeEach
    void administrator() {
        raw = new RawHttp(port);
        login = person(unique("unit"), Role.AGENT);
        administrator = "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (person(null, Role.ADMINISTRATOR) + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherSitesAreRefusedAtEveryApi() throws IOException {
        for (String elsewhere : List.of(
                "Origin: https://evil.example",
                "Origin: http://evil.example",
                "origin: https://localhost.evil.example",
                "Origin: https://localhost",
                "Origin: http://localhost:1",
                "Origin: http://localhost",
                "Origin: null",
                "Origin: ",
                "Origin: file://",
                "Origin: http://localhost:" + port + "@evil.example",
                "Origin: http://localhost:" + port + " http://evil.example",
                "Referer: https://evil.example/page",
                "Referer: https://evil.example/?http://localhost:" + port + "/",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: http://localhost:" + port + "\r\nOrigin: https://evil.example",
                "Origin: http://localhost:" + port + "\r\nSec-Fetch-Site: cross-site")) {
            for (String request : requests(elsewhere)) {
                assertThat(RawHttp.status(raw.send(request)))
                        .as(elsewhere + " for " + request.lines().findFirst().orElse(""))
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void ownPagesAndProgramsAreNot() throws IOException {
        for (String here : List.of(
                "X-None: 1",
                "Origin: http://localhost:" + port,
                "Origin: HTTP://LOCALHOST:" + port,
                "Referer: http://localhost:" + port + "/desk?x=https://evil.example",
                "Origin: http://localhost:" + port + "\r\nSec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none")) {
            for (String request : requests(here)) {
                assertThat(RawHttp.status(raw.send(request)))
                        .as(here + " for " + request.lines().findFirst().orElse(""))
                        .isIn(200, 201, 204);
            }
        }
    }

    @Test
    void loginIsNotEvenLookedAt() throws IOException {
        String wrong = "Authorization: Basic "
                + Base64.getEncoder().encodeToString((login + ":geraten").getBytes(StandardCharsets.UTF_8));
        assertThat(RawHttp.status(
                        raw.send(host(RawHttp.get("/engine-rest/task", wrong, "Origin: https://evil.example")))))
                .isEqualTo(403);
        // A wrong guess would make the person wait.
        assertThat(get(login, "/engine-rest/task").getStatusCode().value()).isEqualTo(200);
    }

    private List<String> requests(String header) {
        return List.of(
                host(RawHttp.post("/api/accounts/" + login + "/invitation", "", administrator, header)),
                host(RawHttp.get("/api/units", administrator, header)),
                host(RawHttp.get("/engine-rest/task", administrator, header)),
                host(RawHttp.post("/engine-rest/task", "{}", "Content-Type: application/json", administrator, header)),
                host(RawHttp.get("/actuator/metrics", administrator, header)));
    }

    private String host(String request) {
        return request.replace("Host: localhost\r\n", "Host: localhost:" + port + "\r\n");
    }
}

package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.platform.door.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and redirects never use the host that the sender of a request names. */
class LinksTest extends AccessTest {

    private static final List<String> LIES = List.of(
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Host: evil.example:444\r\nX-Forwarded-Proto: https",
            "Forwarded: host=evil.example;proto=https",
            "X-Forwarded-Server: evil.example",
            "X-Host: evil.example",
            "X-Original-URL: http://evil.example/",
            "X-Forwarded-Port: 444",
            "X-Forwarded-Prefix: //evil.example");

    @Test
    void invitationsLeadToTheConfiguredAddress() throws IOException {
        String login = person(unique("unit"), Role.AGENT);
        String administrator = "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (person(null, Role.ADMINISTRATOR) + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        for (String lie : LIES) {
            String answer = new RawHttp(port)
                    .send(RawHttp.post("/api/accounts/" + login + "/invitation", "", administrator, lie)
                            .replace("Host: localhost", "Host: evil.example"));
            assertThat(answer)
                    .as(lie)
                    .startsWith("HTTP/1.1 201")
                    .contains("\"link\":\"http://localhost:" + port + "/account/invitation/")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void redirectsNameNoHost() throws IOException {
        for (String lie : LIES) {
            for (String page :
                    List.of("/", "/desk/duty", "/camunda/app/tasklist/default/", "/camunda", "/desk?x=http://y")) {
                String answer = new RawHttp(port)
                        .send(RawHttp.get(page, lie, "Accept: text/html")
                                .replace("Host: localhost", "Host: evil.example"));
                assertThat(answer).as(page + " with " + lie).startsWith("HTTP/1.1 302");
                assertThat(answer.lines().filter(line -> line.startsWith("Location:")))
                        .as(page + " with " + lie)
                        .containsExactly("Location: /login");
            }
        }
    }

    @Test
    void afterTheLoginOneIsWhereOneWantedToBe() {
        Browser browser = browser();
        assertThat(browser.get("/desk/duty?day=2026-01-01").headers().firstValue("Location"))
                .contains("/login");
        assertThat(browser.login(person(unique("unit"), Role.AGENT), PASSWORD)).isEqualTo("/desk/duty?day=2026-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/a?b#c, /a?b#c",
        "HTTP://evil.example, /",
        "//evil.example/a, /a",
        "///evil.example/a, /a",
        "/\\evil.example/a, /a",
        "\\\\evil.example/a, /a",
        "' https://evil.example/a', /a",
        "https://evil.example//other.example/a, /a",
        "https:///a/b, /b",
        "/desk?to=https://evil.example, /desk?to=https://evil.example",
        "/desk/duty, /desk/duty",
        "?late, ?late"
    })
    void hostIsTakenOutOfARedirect(String made, String sent) {
        assertThat(RelativeRedirects.relative(made)).isEqualTo(sent);
    }

    @Test
    void configuredAddressIsTaken() {
        assertThat(new PublicAddress("https://desk.example.org/").link("/account/x"))
                .isEqualTo("https://desk.example.org/account/x");
        assertThat(new PublicAddress("https://example.org:8443/desk").link("/account/x"))
                .isEqualTo("https://example.org:8443/desk/account/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk.example.org",
                "javascript:alert(1)",
                "ftp://x.org",
                "https://",
                "https://u@x.org",
                "https://x.org?a"
            })
    void anInvalidAddressIsRefusedAtTheStart(String configured) {
        assertThatThrownBy(() -> new PublicAddress(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rotadesk.public-address");
    }
}

package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.platform.door.RawHttp;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is sent after the session has ended leads to the login, and then does what was asked. */
class InterruptedFormsTest extends AccessTest {

    private static final String TYPED = "/desk/presence";

    private Browser browser;
    private String login;

    @BeforeEach
    void aSessionThatHasEnded() {
        login = person(unique("unit"), Role.AGENT);
        browser = browser();
        browser.login(login, PASSWORD);
        browser.drop("JSESSIONID");
    }

    @Test
    void theFormGoesOnAfterTheLogin() {
        HttpResponse<String> late = send("http://localhost:" + port, TYPED);
        assertThat(location(late)).isEqualTo("/login?interrupted");

        assertThat(browser.login(login, PASSWORD)).isEqualTo(BackToTheForm.PAGE);

        assertThat(browser.get(BackToTheForm.PAGE).body())
                .contains("action=\"" + TYPED + "\"", "value=\"开会 &lt;b&gt;\"", "name=\"_csrf\"")
                .doesNotContain("value=\"stale\"");
        assertThat(location(browser.get(BackToTheForm.PAGE))).as("once").isEqualTo("/desk");
    }

    @Test
    void anotherPersonDoesNotSendWhatTheFirstOneTyped() {
        send("http://localhost:" + port, TYPED);

        assertThat(browser.login(person(unique("unit"), Role.AGENT), PASSWORD)).isEqualTo("/");

        assertThat(location(browser.get(BackToTheForm.PAGE))).isEqualTo("/desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", ""})
    void aFormOfAnotherSiteIsRefused(String origin) {
        assertThat(send(origin, TYPED).statusCode()).isEqualTo(403);
        assertThat(browser.login(login, PASSWORD)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/password", "/logout", "/camunda/api/engine/engine/default/task"})
    void onlyDeskPagesGoOn(String path) {
        assertThat(send("http://localhost:" + port, path).statusCode()).isNotEqualTo(200);
        assertThat(browser.login(login, PASSWORD)).isNotEqualTo(BackToTheForm.PAGE);
    }

    @Test
    void anOddCookieIsNobodys() throws IOException {
        String answer = new RawHttp(port)
                .send(RawHttp.post(
                        TYPED,
                        "note=x",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Origin: http://localhost:" + port,
                        "Cookie: " + InterruptedForms.PERSON + "=%zz"));
        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @Test
    void aStrangersFormIsNotKept() {
        Browser stranger = browser();
        assertThat(stranger.formFrom("http://localhost:" + port, TYPED, "note", "x")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> send(String origin, String path) {
        return browser.formFrom(origin, path, "here", "false", "note", "开会 <b>", "_csrf", "stale");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none, but " + answer.statusCode());
    }
}

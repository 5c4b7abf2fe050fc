package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser keeps the web applications' files, and nothing else. */
class KeptFilesTest extends AccessTest {

    private String agent;
    private Browser browser;

    @BeforeEach
    void login() {
        agent = person(unique("unit"), Role.AGENT);
        browser = browser();
        browser.login(agent, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/lib/deps.js?bust=7.24.0",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js?bust=7.24.0",
                "/camunda/app/tasklist/locales/zh-CN.json",
                "/camunda/app/tasklist/scripts/live.js",
                "/camunda/assets/rota-desk.css",
                "/desk/desk.css",
                "/desk/desk.js"
            })
    void aFileIsFetchedOnceAndThenAskedAfter(String file) {
        HttpResponse<String> first = browser.get(file);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache, private");

        HttpResponse<String> again = browser.getWith(file, "If-None-Match", header(first, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        assertThat(browser.getWith(file, "If-None-Match", "W/\"of an earlier version\"")
                        .body())
                .isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/desk",
                "/desk/duty",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default"
            })
    void pagesAndAnswersAreNeverKept(String page) {
        HttpResponse<String> answer = browser.get(page);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void aFileForPeopleWhoAreLoggedInIsRefusedToOthersAlsoIfTheyHaveKeptIt() {
        String file = "/camunda/lib/deps.js";
        String kept = header(browser.get(file), "ETag");
        assertThat(browser().getWith(file, "If-None-Match", kept).statusCode()).isIn(302, 401);

        accounts.close(agent);
        assertThat(browser.getWith(file, "If-None-Match", kept).statusCode()).isIn(302, 401);
    }

    @Test
    void filesAndPagesAreCompressed() {
        for (String path : new String[] {"/camunda/lib/deps.js", "/desk/desk.css", "/camunda/app/tasklist/default/"}) {
            HttpResponse<String> answer = browser.getWith(path, "Accept-Encoding", "gzip");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "Content-Encoding")).as(path).isEqualTo("gzip");
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError(name + " of " + answer));
    }
}

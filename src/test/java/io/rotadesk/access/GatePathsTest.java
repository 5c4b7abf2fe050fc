package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** No path gets past the gate of a closed account or a first password, whatever it ends in. */
class GatePathsTest extends AccessTest {

    private static final List<String> PAGES = List.of(
            "/desk/calls/entry/gate:bypass.js",
            "/desk/calls/entry/gate:bypass.json",
            "/desk/calls/entry/gate:bypass.CSS",
            "/desk/calls/entry/gate:bypass%2ejs",
            "/desk/calls/entry/gate:bypass.js/",
            "/desk/calls/entry/gate:bypass.svg?x=.css",
            "/desk/why/gate.png",
            "/desk/duty/x.css",
            "/desk/calls.js/",
            "/desk/units/x.woff2",
            "/camunda/api/engine/engine/default/task/x.json",
            "/camunda/app/tasklist/x.js",
            "/account/password.css",
            "/account/password/x.js");

    private static final List<String> MACHINES = List.of(
            "GET /engine-rest/task/y.json",
            "PUT /engine-rest/process-instance/x/variables/y.json",
            "DELETE /engine-rest/user/x.json",
            "HEAD /engine-rest/task/y.css",
            "OPTIONS /engine-rest/task/y.js",
            "PUT /api/units/x.js",
            "POST /api/accounts/x.map/invitation",
            "GET /api/units/x%2Ejs/roster",
            "GET /actuator/metrics/x.ico");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void sessionOfAClosedAccountEndsAtWhateverItAsksFor() {
        for (String path : PAGES) {
            String person = person(unique("unit"), Role.MANAGER);
            Browser browser = browser();
            browser.login(person, PASSWORD);
            accounts.close(person);
            assertEnded(browser.get(path), path);
        }
    }

    @Test
    void sessionThatHasEndedElsewhereEndsAtWhateverItAsksFor() {
        for (String path : PAGES) {
            String person = person(unique("unit"), Role.MANAGER);
            Browser browser = browser();
            browser.login(person, PASSWORD);
            accounts.save(new Account(person, "测试", Set.of(Role.AGENT), unique("unit")));
            assertEnded(browser.get(path), path);
        }
    }

    private static void assertEnded(HttpResponse<String> answer, String path) {
        // The firewall refuses some spellings before the login is checked.
        assertThat(answer.statusCode()).as(path).isIn(302, 400, 401);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(path)
                    .endsWith("/login");
        }
    }

    @Test
    void firstPasswordOpensNoPage() {
        String person = person(unique("unit"), Role.ADMINISTRATOR);
        accounts.setPassword(person, PASSWORD);
        Browser browser = browser();
        browser.login(person, PASSWORD);
        for (String path : PAGES) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isIn(302, 400, 403);
            if (answer.statusCode() == 302) {
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .as(path)
                        .endsWith(AccountPages.PASSWORD);
            }
            if (answer.statusCode() == 403) {
                assertThat(answer.body()).as(path).contains("/login");
            }
        }
    }

    @Test
    void firstPasswordOpensNothingForAMachine() {
        String person = person(unique("unit"), Role.ADMINISTRATOR);
        accounts.setPassword(person, PASSWORD);
        for (String request : MACHINES) {
            assertThat(send(request, person).statusCode()).as(request).isIn(400, 403);
        }
        accounts.close(person);
        for (String request : MACHINES) {
            assertThat(send(request, person).statusCode()).as(request).isIn(400, 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/desk.css", "/desk/desk.js", "/webjars/camunda/assets/logo.svg", "/favicon.ico"})
    void pageForANewPasswordKeepsItsLooks(String file) {
        String person = person(unique("unit"), Role.AGENT);
        accounts.setPassword(person, PASSWORD);
        Browser browser = browser();
        browser.login(person, PASSWORD);
        assertThat(browser.get(file).statusCode()).isIn(200, 404);
    }

    /** Otherwise a file of that name would be a page that the gate does not check. */
    @Test
    void noPageOfOursLiesWhereTheFilesAre() {
        Set<PathPattern> patterns = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream())
                .collect(Collectors.toSet());
        assertThat(patterns).hasSizeGreaterThan(50);
        for (String file : List.of("/desk/x.css", "/desk/x.js", "/desk/x.svg", "/webjars/htmx.org/x", "/favicon.ico")) {
            assertThat(patterns.stream().filter(pattern -> pattern.matches(PathContainer.parsePath(file))))
                    .as(file)
                    .isEmpty();
        }
    }

    private HttpResponse<String> send(String request, String login) {
        String[] parts = request.split(" ");
        String credentials = Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes());
        var sent = HttpRequest.newBuilder(URI.create("http://localhost:" + port + parts[1]))
                .method(parts[0], HttpRequest.BodyPublishers.ofString("{}"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credentials)
                .build();
        try {
            return HttpClient.newHttpClient().send(sent, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

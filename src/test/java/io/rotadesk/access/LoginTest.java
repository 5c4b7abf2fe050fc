package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

class LoginTest extends AccessTest {

    @Test
    void strangerIsSentToTheLoginFromEveryPage() {
        for (String page :
                new String[] {"/", "/desk/duty", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/"}) {
            var answer = browser().get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(page)
                    .endsWith("/login");
        }
    }

    @Test
    void strangersScriptIsToldThatNobodyIsLoggedIn() {
        assertThat(browser().get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(browser().get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
    }

    @Test
    void oneLoginOpensTasklistAndTheEngineKnowsThePerson() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser browser = browser();
        assertThat(browser.login(agent, PASSWORD)).endsWith("/");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"" + agent + "\"")
                .contains("tasklist")
                .doesNotContain("cockpit");
    }

    @Test
    void wrongPasswordAndUnknownLoginLookAlike() {
        String agent = person(unique("unit"), Role.AGENT);
        assertThat(browser().login(agent, "nicht-das-richtige")).endsWith("/login?wrong");
        assertThat(browser().login(unique("nobody"), PASSWORD)).endsWith("/login?wrong");
    }

    @Test
    void afterGuessesEvenTheRightPasswordHasToWait() {
        String agent = person(unique("unit"), Role.AGENT);
        assertThat(browser().login(agent, "geraten-eins-zwei")).endsWith("/login?wrong");
        assertThat(browser().login(agent, PASSWORD)).endsWith("/login?wrong");
    }

    @Test
    void loginPageIsNeededForTheTokenAgainstForgedForms() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser browser = browser();
        browser.get("/login");
        assertThat(browser.form("/login", "username", agent, "password", PASSWORD, "_csrf", "forged")
                        .statusCode())
                .isEqualTo(HttpStatus.FORBIDDEN.value());
    }

    @Test
    void camundasOwnLoginIsNoSecondDoor() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser browser = browser();
        assertThat(browser.form(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "username",
                                agent,
                                "password",
                                PASSWORD)
                        .statusCode())
                .isIn(401, 403);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void loggingOutInTasklistEndsTheLogin() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser browser = browser();
        browser.login(agent, PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.camundaPost("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void loggingOutOnOurPagesEndsTheLoginInTasklist() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser browser = browser();
        browser.login(agent, PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        browser.form("/logout", "_csrf", browser.csrfOf("/account/password"));
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void camundasTokenAgainstForgedRequestsStaysOn() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser browser = browser();
        browser.login(agent, PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.form("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(403);
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSites() {
        assertThat(browser().get("/login").headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("JSESSIONID")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void pagesMayNotBeFramedByOthers() {
        var headers = browser().get("/login").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void sessionGetsANewNumberWithTheLogin() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser browser = browser();
        browser.get("/login");
        String before = browser.cookie("JSESSIONID");
        browser.login(agent, PASSWORD);
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void aPathThatNoRuleNamesIsRefused() {
        assertThat(browser().get("/no-such-place").statusCode()).isEqualTo(403);
        assertThat(browser().get("/webjars/camunda/securityFilterRules.json").statusCode())
                .isIn(302, 403);
        assertThat(browser().get("/actuator/metrics").statusCode()).isEqualTo(401);
        assertThat(get(person(unique("unit"), Role.AGENT), "/actuator/metrics").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get(person(null, Role.ADMINISTRATOR), "/actuator/metrics").getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void pagesOfOneRoleAreClosedToTheOthers() {
        String unit = unique("unit");
        Browser agent = browser();
        agent.login(person(unit, Role.AGENT), PASSWORD);
        for (String page : new String[] {"/desk/units", "/camunda/app/admin/default/"}) {
            assertThat(agent.get(page).statusCode()).as(page).isEqualTo(403);
        }
        Browser administrator = browser();
        administrator.login(person(null, Role.ADMINISTRATOR), PASSWORD);
        assertThat(administrator.get("/desk/units").statusCode()).isEqualTo(200);
    }

    @Test
    void refusalSpeaksTheLanguageOfTheSender() {
        String agent = person(unique("unit"), Role.AGENT);
        assertThat(get(agent, "/engine-rest/process-instance").getBody()).contains("您的账号不能进行这项操作");
        var headers = new HttpHeaders();
        headers.set("Accept-Language", "en");
        assertThat(http.withBasicAuth(agent, PASSWORD)
                        .exchange(
                                "/engine-rest/process-instance",
                                HttpMethod.GET,
                                new HttpEntity<>(headers),
                                String.class)
                        .getBody())
                .contains("Your login may not do this.", "\"instance\":\"/engine-rest/process-instance\"");
    }

    @Test
    void cookieIsForHttpsOnlyBehindAProxyThatEndsTls() {
        var headers = new HttpHeaders();
        headers.set("X-Forwarded-Proto", "https");
        var answer = http.exchange("/login", HttpMethod.GET, new HttpEntity<>(headers), String.class);
        assertThat(answer.getHeaders().get("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("JSESSIONID").contains("Secure"));
        assertThat(answer.getHeaders().getFirst("Strict-Transport-Security")).isNotNull();
    }
}

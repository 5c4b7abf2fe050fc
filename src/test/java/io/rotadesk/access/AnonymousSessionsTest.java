package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.mock.web.MockHttpSession;

/** Sessions without a login are short, limited, and push nobody out. */
class AnonymousSessionsTest extends AccessTest {

    @Autowired
    ServletWebServerApplicationContext application;

    @Test
    void sessionIsShortUntilSomebodyLogsIn() throws Exception {
        Browser browser = browser();
        browser.get("/login");
        assertThat(session(browser).getMaxInactiveInterval()).isEqualTo((int) AnonymousSessions.SHORT.toSeconds());
        browser.login(person(unique("unit"), Role.AGENT), PASSWORD);
        assertThat(session(browser).getMaxInactiveInterval())
                .isEqualTo((int) Duration.ofHours(8).toSeconds());
        browser.get("/desk");
        assertThat(session(browser).getMaxInactiveInterval())
                .isEqualTo((int) Duration.ofHours(8).toSeconds());
    }

    @Test
    void addressesThatNeedNoSessionMakeNone() {
        for (String page :
                List.of("/actuator/health", "/api/units", "/engine-rest/task", "/no-such-place", "/desk/desk.css")) {
            assertThat(browser().get(page).headers().allValues("Set-Cookie").stream()
                            .filter(cookie -> cookie.startsWith("JSESSIONID")))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void floodEndsTheOldestOfItsKindAndNoLogin() {
        AnonymousSessions sessions = new AnonymousSessions(Duration.ofHours(8), 100);
        MockHttpSession person = created(sessions);
        person.setAttribute("SPRING_SECURITY_CONTEXT", "somebody");
        sessions.attributeAdded(
                new jakarta.servlet.http.HttpSessionBindingEvent(person, "SPRING_SECURITY_CONTEXT", "somebody"));
        List<MockHttpSession> strangers = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            strangers.add(created(sessions));
        }
        assertThat(sessions.number()).isEqualTo(100);
        assertThat(person.isInvalid()).isFalse();
        assertThat(person.getMaxInactiveInterval())
                .isEqualTo((int) Duration.ofHours(8).toSeconds());
        assertThat(strangers.subList(0, 4_900)).allMatch(MockHttpSession::isInvalid);
        assertThat(strangers.subList(4_900, 5_000)).noneMatch(MockHttpSession::isInvalid);
        sessions.sessionDestroyed(new HttpSessionEvent(strangers.get(4_999)));
        assertThat(sessions.number()).isEqualTo(99);
    }

    @Test
    void aLoginFromAnOldPageGetsANewPage() throws Exception {
        Browser browser = browser();
        String csrf = browser.csrfOf("/login");
        session(browser).expire();
        String agent = person(unique("unit"), Role.AGENT);
        HttpResponse<String> late = browser.form("/login", "username", agent, "password", PASSWORD, "_csrf", csrf);
        assertThat(late.statusCode()).isEqualTo(302);
        assertThat(late.headers().firstValue("Location")).contains("/login?late");
        assertThat(browser.get("/login?late").body()).contains("登录页打开太久");
        assertThat(browser.login(agent, PASSWORD)).isEqualTo("/");
        // Without any session it counts as a forged form.
        assertThat(browser()
                        .form("/login", "username", agent, "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
    }

    private static MockHttpSession created(AnonymousSessions sessions) {
        MockHttpSession session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }

    private Session session(Browser browser) throws Exception {
        TomcatWebServer server = (TomcatWebServer) application.getWebServer();
        StandardContext context = (StandardContext) server.getTomcat().getHost().findChildren()[0];
        Manager manager = context.getManager();
        return manager.findSession(browser.cookie("JSESSIONID"));
    }
}

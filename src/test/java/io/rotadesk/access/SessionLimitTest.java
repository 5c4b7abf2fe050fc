package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One login has a limited number of sessions. */
class SessionLimitTest extends AccessTest {

    @Test
    void oneLoginMoreEndsTheOldestSession() {
        String agent = person(unique("unit"), Role.AGENT);
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i <= SessionEvents.OF_ONE_LOGIN; i++) {
            Browser browser = browser();
            assertThat(browser.login(agent, PASSWORD)).endsWith("/");
            browsers.add(browser);
        }
        assertThat(browsers.get(0).get("/account/password").statusCode()).isEqualTo(302);
        for (Browser browser : browsers.subList(1, browsers.size())) {
            assertThat(browser.get("/account/password").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sessionThatWasLoggedOutCountsNoMore() {
        String agent = person(unique("unit"), Role.AGENT);
        Browser first = browser();
        first.login(agent, PASSWORD);
        for (int i = 0; i <= SessionEvents.OF_ONE_LOGIN; i++) {
            Browser browser = browser();
            browser.login(agent, PASSWORD);
            browser.form("/logout", "_csrf", browser.csrfOf("/account/password"));
        }
        assertThat(first.get("/account/password").statusCode()).isEqualTo(200);
    }
}

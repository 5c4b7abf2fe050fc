package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CVE-2026-77226: the first person who asks must not become an administrator. */
class SetupDoorTest extends AccessTest {

    private static final String NEW_ADMINISTRATOR = """
            {"profile": {"id": "%s", "firstName": "a", "lastName": "b", "email": ""},
             "credentials": {"password": "korrekt-pferd-batterie"}}""";

    @Test
    void strangerCannotMakeAnAdministrator() {
        String login = unique("intruder");
        Browser browser = browser();
        browser.get("/camunda/app/admin/default/setup/");
        assertThat(browser.json("/camunda/api/admin/setup/default/user/create", NEW_ADMINISTRATOR.formatted(login))
                        .statusCode())
                .isIn(401, 403);
        assertThat(accounts.find(login)).isEmpty();
    }

    @Test
    void neitherCanSomebodyWhoIsLoggedIn() {
        for (Role role : Role.values()) {
            String login = unique("intruder");
            Browser browser = browser();
            browser.login(person(unique("unit"), role), PASSWORD);
            browser.get("/camunda/app/tasklist/default/");
            assertThat(browser.camundaPost(
                                    "/camunda/api/admin/setup/default/user/create", NEW_ADMINISTRATOR.formatted(login))
                            .statusCode())
                    .as(role.name())
                    .isEqualTo(403);
            assertThat(browser.get("/camunda/app/admin/default/setup/").statusCode())
                    .as(role.name())
                    .isEqualTo(403);
            assertThat(accounts.find(login)).isEmpty();
        }
    }
}

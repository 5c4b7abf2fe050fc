package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.TestClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** First passwords, invitations, leavers. */
class AccountsTest extends AccessTest {

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineUsers users;

    @Autowired
    Invitations invitations;

    @Autowired
    PasswordRules rules;

    @Autowired
    LoginTries tries;

    @Autowired
    LastAdministrator lastAdministrator;

    private String unit;
    private String login;

    @BeforeEach
    void account() {
        unit = unique("unit");
        login = unique("neu");
        accounts.save(new Account(login, "王芳", Set.of(Role.AGENT), unit));
    }

    @AfterEach
    void clock() {
        clock.set(TestClock.MONDAY_NINE);
    }

    @Test
    void savingAgainChangesNothing() {
        int before = states.of(login).epoch();
        accounts.save(new Account(login, "王芳", Set.of(Role.AGENT), unit));
        assertThat(states.of(login).epoch()).isEqualTo(before);
        assertThat(accounts.find(login)).hasValueSatisfying(user -> {
            assertThat(user.displayName()).isEqualTo("王芳");
            assertThat(user.roles()).containsExactly(Role.AGENT);
            assertThat(user.units()).containsExactly(unit);
        });
    }

    @Test
    void changedRolesAndUnitTakeThePlaceOfTheOldOnes() {
        String other = unique("unit");
        accounts.save(new Account(login, "王芳", Set.of(Role.MANAGER, Role.PROCESS_OWNER), other));
        assertThat(accounts.find(login)).hasValueSatisfying(user -> {
            assertThat(user.roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.PROCESS_OWNER);
            assertThat(user.units()).containsExactly(other);
        });
    }

    @Test
    void newAccountHasNoPasswordThatAnybodyCouldGuess() {
        for (String guess : new String[] {"", login, "demo", "null"}) {
            assertThat(users.passwordMatches(login, guess)).isFalse();
        }
    }

    @Test
    void administratorsPasswordMustBeChangedBeforeAnythingElse() {
        accounts.setPassword(login, PASSWORD);
        Browser browser = browser();
        browser.login(login, PASSWORD);
        for (String page : new String[] {"/", "/camunda/app/tasklist/default/", "/desk/duty"}) {
            assertThat(browser.get(page).headers().firstValue("Location"))
                    .as(page)
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/account/password"));
        }
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(403);
        var rest = get(login, "/engine-rest/task");
        assertThat(rest.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(rest.getBody()).contains("必须先修改");

        String own = "eigene-worte-wald";
        assertThat(change(browser, PASSWORD, own, own)).isEqualTo(302);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(http.withBasicAuth(login, own)
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void firstPasswordCannotBeKept() {
        accounts.setPassword(login, PASSWORD);
        Browser browser = browser();
        browser.login(login, PASSWORD);
        assertThat(change(browser, PASSWORD, PASSWORD, PASSWORD)).isEqualTo(200);
        assertThat(change(browser, "nicht-das-alte", "eigene-worte-wald", "eigene-worte-wald"))
                .isEqualTo(200);
        assertThat(states.of(login).mustChangePassword()).isTrue();
    }

    @Test
    void twoDifferentNewPasswordsAreNotTaken() {
        String person = person(unit, Role.AGENT);
        Browser browser = browser();
        browser.login(person, PASSWORD);
        assertThat(change(browser, PASSWORD, "eigene-worte-wald", "eigene-worte-feld"))
                .isEqualTo(200);
        assertThat(users.passwordMatches(person, PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "kurz, access.password.short",
        "1234567890, access.password.common",
        "PassWord1234, access.password.common",
        "aaaaaaaaaaaaaa, access.password.common",
    })
    void weakPasswordsAreRefused(String password, String rule) {
        assertThatThrownBy(() -> accounts.setPassword(login, password))
                .isInstanceOf(UnfitPasswordException.class)
                .hasMessage(rule);
    }

    @Test
    void passwordLikeTheLoginIsRefused() {
        accounts.save(new Account("wangfang.zhaoshang", "王芳", Set.of(Role.AGENT), unit));
        assertThatThrownBy(() -> accounts.setPassword("wangfang.zhaoshang", "Wangfang.Zhaoshang1"))
                .hasMessage("access.password.login");
    }

    @Test
    void changedPasswordEndsTheOtherSessions() {
        String person = person(unit, Role.AGENT);
        Browser here = browser();
        Browser elsewhere = browser();
        here.login(person, PASSWORD);
        elsewhere.login(person, PASSWORD);
        elsewhere.get("/camunda/app/tasklist/default/");
        change(here, PASSWORD, "eigene-worte-wald", "eigene-worte-wald");
        assertThat(here.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(elsewhere.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void invitationSetsAPasswordOnce() {
        String link = accounts.invite(login);
        Browser browser = browser();
        assertThat(browser.get(link).body()).contains(login);
        assertThat(accept(browser, link, "kurz").statusCode()).isEqualTo(200);
        assertThat(accept(browser, link, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?welcome");
        assertThat(browser().get(link).body()).doesNotContain(login);
        assertThat(get(login, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);

        Browser second = browser();
        second.csrfOf("/login");
        assertThat(second.form(
                                link,
                                "wanted",
                                "von-jemand-anderem",
                                "repeated",
                                "von-jemand-anderem",
                                "_csrf",
                                second.csrfOf("/login"))
                        .body())
                .doesNotContain(login);
        assertThat(users.passwordMatches(login, PASSWORD)).isTrue();
    }

    @Test
    void invitationIsTooOldAfterSevenDays() {
        String link = accounts.invite(login);
        clock.forward(Duration.ofDays(7).plusSeconds(1));
        assertThat(browser().get(link).body()).doesNotContain(login);
        assertThat(accounts.acceptInvitation(link.substring(link.lastIndexOf('/') + 1), PASSWORD))
                .isFalse();
    }

    @Test
    void newInvitationTakesThePlaceOfTheOldOne() {
        String first = accounts.invite(login);
        String second = accounts.invite(login);
        assertThat(browser().get(first).body()).doesNotContain(login);
        assertThat(browser().get(second).body()).contains(login);
    }

    @Test
    void onlyTheInvitationsHashIsKept() {
        String link = accounts.invite(login);
        assertThat(jdbc.sql("select invitation::text from invitation where login = :login")
                        .param("login", login)
                        .query(String.class)
                        .single())
                .doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void leaverIsOutAtOnce() {
        String person = person(unit, Role.AGENT);
        String link = accounts.invite(person);
        Browser browser = browser();
        browser.login(person, PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        accounts.close(person);
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(browser().login(person, PASSWORD)).endsWith("/login?wrong");
        assertThat(get(person, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(browser().get(link).body()).doesNotContain(person);
        assertThatThrownBy(() -> accounts.invite(person)).isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.find(person))
                .hasValueSatisfying(user -> assertThat(user.roles()).isEmpty());
    }

    @Test
    void aPersonWhoComesBackIsLetInAgain() {
        String person = person(unit, Role.AGENT);
        accounts.close(person);
        accounts.save(new Account(person, "王芳", Set.of(Role.AGENT), unit));
        assertThat(get(person, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void administratorLetsSomebodyTryAgain() {
        String person = person(unit, Role.AGENT);
        assertThat(browser().login(person, "falsch")).endsWith("?wrong");
        assertThat(browser().login(person, PASSWORD)).endsWith("?wrong");
        accounts.unlock(person);
        assertThat(browser().login(person, PASSWORD)).endsWith("/");
    }

    @Test
    void demoAccountsAreRefusedOutsideDemoMode() {
        assertThatThrownBy(() -> accounts.createDemo(unique("demo"), "演示", Set.of(Role.AGENT), unit, "demo"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void demoAccountsMayHaveAShortPassword() {
        Accounts demo = new Accounts(
                users,
                states,
                invitations,
                new AccessSettings(true, "zh", null, Duration.ofDays(7)),
                rules,
                tries,
                lastAdministrator);
        String person = unique("demo");
        demo.createDemo(person, "演示", Set.of(Role.AGENT), unit, "demo");
        assertThat(http.withBasicAuth(person, "demo")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        users.setPassword(person, "selbst-gewaehlt");
        demo.createDemo(person, "演示", Set.of(Role.AGENT), unit, "demo");
        assertThat(users.passwordMatches(person, "selbst-gewaehlt")).isTrue();
    }

    @Test
    void loginsThatTheEngineOrABrowserCannotTakeAreRefused() {
        for (String bad : new String[] {"", " ", "王芳", "a b", "../x", "*", "a".repeat(65)}) {
            assertThatThrownBy(() -> new Account(bad, "x", Set.of(Role.AGENT), unit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int change(Browser browser, String current, String wanted, String repeated) {
        return browser.form(
                        "/account/password",
                        "current",
                        current,
                        "wanted",
                        wanted,
                        "repeated",
                        repeated,
                        "_csrf",
                        browser.csrfOf("/account/password"))
                .statusCode();
    }

    private static java.net.http.HttpResponse<String> accept(Browser browser, String link, String password) {
        return browser.form(link, "wanted", password, "repeated", password, "_csrf", browser.csrfOf(link));
    }
}

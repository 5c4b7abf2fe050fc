package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stream of events ends with the login with which it was opened. This test is about real time. */
class StreamsEndTest extends AccessTest {

    private static final long SOON_SECONDS = 5;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    private String unit;
    private String agent;
    private Browser browser;

    @BeforeEach
    void somebodyListens() {
        unit = unique("unit");
        agent = unique("agent");
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of(unique("chef")), List.of(), null));
        assertThat(roster.load(unit, "login,name,team\n" + agent + ",某人,A\n" + unique("b") + ",乙,B")
                        .errors())
                .isEmpty();
        accounts.acceptInvitation(accounts.invite(agent).replaceAll(".*/", ""), PASSWORD);
        browser = browser();
        browser.login(agent, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/events", "/desk/duty/events?unit=UNIT"})
    void streamOfALeaverEnds(String path) {
        CompletableFuture<Void> end = browser.stream(path.replace("UNIT", unit));
        assertGoesOn(end);
        roster.left(agent);
        assertEnds(end);
    }

    @Test
    void streamOfAClosedAccountEnds() {
        CompletableFuture<Void> end = browser.stream("/desk/events");
        assertGoesOn(end);
        accounts.close(agent);
        assertEnds(end);
    }

    @Test
    void streamEndsWhenTheRightsChange() {
        CompletableFuture<Void> end = browser.stream("/desk/events");
        assertGoesOn(end);
        accounts.save(new Account(agent, "某人", Set.of(Role.MANAGER), unit));
        assertEnds(end);
    }

    @Test
    void streamEndsWhenSomebodySetsThePassword() {
        CompletableFuture<Void> end = browser.stream("/desk/events");
        assertGoesOn(end);
        accounts.setPassword(agent, PASSWORD + "-neu");
        assertEnds(end);
    }

    @Test
    void streamEndsWithTheLogout() {
        CompletableFuture<Void> end = browser.stream("/desk/events");
        assertGoesOn(end);
        browser.form("/logout", "_csrf", browser.csrfOf("/account/password"));
        assertEnds(end);
    }

    @Test
    void streamEndsWithTheLogoutInTasklist() {
        browser.get("/camunda/app/tasklist/default/");
        CompletableFuture<Void> end = browser.stream("/desk/events");
        assertGoesOn(end);
        browser.camundaPost("/camunda/api/admin/auth/user/default/logout", "");
        assertEnds(end);
    }

    /** A change by another node, as this node sees it. */
    @Test
    void streamEndsWhenTheAccountIsClosedOnAnotherNode() {
        CompletableFuture<Void> end = browser.stream("/desk/events");
        assertGoesOn(end);
        jdbc.sql("update account set closed = true, epoch = epoch + 1 where login = ?")
                .param(agent)
                .update();
        jdbc.sql("select pg_notify('rotadesk_news', ?)")
                .param("account " + agent)
                .query()
                .listOfRows();
        assertEnds(end);
    }

    @Test
    void colleaguesStreamGoesOn() {
        String colleague = unique("kollege");
        accounts.createWithPassword(new Account(colleague, "乙", Set.of(Role.AGENT), unit), PASSWORD);
        Browser other = browser();
        other.login(colleague, PASSWORD);
        CompletableFuture<Void> theirs = other.stream("/desk/events");
        CompletableFuture<Void> end = browser.stream("/desk/events");
        assertGoesOn(end);
        accounts.close(agent);
        assertEnds(end);
        assertThat(theirs.isDone()).isFalse();
    }

    private static void assertGoesOn(CompletableFuture<Void> stream) {
        try {
            stream.get(1500, TimeUnit.MILLISECONDS);
            throw new AssertionError("The stream has ended already");
        } catch (TimeoutException e) {
            // as it should
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertEnds(CompletableFuture<Void> stream) {
        // A connection that is cut has ended, too.
        assertThat(stream.handle((done, cut) -> "ended")).succeedsWithin(SOON_SECONDS, TimeUnit.SECONDS);
    }
}

package io.rotadesk.web.desk.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.Browser;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.staff.duty.OpenPages;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.web.desk.EventStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody opens pages and closes them, in real browsers' requests; the time is the test's. */
@RotaDeskTest
class PagesSeenTest {

    @LocalServerPort
    int port;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TestRestTemplate http;

    @Autowired
    EventStreams streams;

    @Autowired
    OpenPages pages;

    @Autowired
    PagesSeen seen;

    @Autowired
    Rota rota;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private LeasingDepartment department;
    private String agent;

    @BeforeEach
    void somebodyWhoHasNotLoggedIn() {
        clock.set(TestClock.MONDAY_NINE);
        department = departments.found(UnitSettings.defaults().with("turnsNeedPage", List.of("CALL", "VISIT")));
        agent = department.callTeam().get(0);
        account(agent, department.id(), Role.AGENT);
        assertThat(why(agent)).isEqualTo(TurnReason.NOT_LOGGED_IN);
    }

    @Test
    void openingAPageMakesThemPresentBeforeItIsShown() {
        String page = loggedIn(agent).get("/desk").body();
        assertThat(why(agent)).isNull();
        assertThat(page.split("今天还没登录", -1)).as("only the colleagues").hasSize(6);
    }

    @Test
    void tasklistOnATelephoneIsEnough() throws IOException {
        Browser telephone = loggedIn(agent);
        try (InputStream tab = telephone.listen("/desk/events")) {
            assertThat(tab.read()).isPositive();
            assertThat(why(agent)).isNull();
        }
    }

    @Test
    void twoTabsAndOneIsClosed() throws IOException {
        Browser browser = loggedIn(agent);
        InputStream one = browser.listen("/desk/events");
        InputStream other = loggedIn(agent).listen("/desk/events");
        one.close();
        theEndOfAPageIsWritten();
        clock.forward(Duration.ofMinutes(30));
        seen.look();
        assertThat(why(agent)).isNull();
        other.close();
        theEndOfAPageIsWritten();
        clock.forward(Duration.ofMinutes(9));
        seen.look();
        assertThat(why(agent)).isNull();
        clock.forward(Duration.ofMinutes(1));
        assertThat(why(agent)).isEqualTo(TurnReason.NO_PAGE);
    }

    @Test
    void somebodyWhoLogsOutIsGoneAtOnce() throws IOException {
        Browser browser = loggedIn(agent);
        try (InputStream tab = browser.listen("/desk/events")) {
            assertThat(tab.read()).isPositive();
            browser.form("/logout", "_csrf", browser.csrfOf("/account/password"));
            await(() -> why(agent) == TurnReason.NO_PAGE);
        }
        loggedIn(agent).get("/desk");
        assertThat(why(agent)).isNull();
    }

    @Test
    void aConnectionThatIsMadeAgainByItselfIsNoSignOfSomebodyTheNextMorning() throws IOException {
        Browser browser = loggedIn(agent);
        try (InputStream tab = browser.listen("/desk/events")) {
            assertThat(new String(tab.readNBytes(8), StandardCharsets.UTF_8)).isEqualTo("id:open\n");
        }
        clock.forward(Duration.ofDays(1));
        try (InputStream again = browser.listen("/desk/events", "Last-Event-ID", "open")) {
            assertThat(again.read()).isPositive();
            assertThat(why(department.visitTeam().get(0))).isEqualTo(TurnReason.NOT_LOGGED_IN);
            assertThat(rota.isFree(agent, Queue.CALL)).isFalse();
            post(browser, "/desk/me/here");
            assertThat(rota.isFree(agent, Queue.CALL)).isTrue();
        }
    }

    @Test
    void aServerThatStopsCountsTheTimeFromThere() throws IOException {
        try (InputStream tab = loggedIn(agent).listen("/desk/events")) {
            assertThat(tab.read()).isPositive();
            clock.forward(Duration.ofHours(2));
            PagesSeen ofAnotherServer = new PagesSeen(streams, pages, Duration.ofDays(1));
            ofAnotherServer.stop();
            ofAnotherServer.destroy();
            clock.forward(Duration.ofMinutes(9));
            assertThat(why(agent)).isNull();
        }
    }

    @Test
    void aServerThatWasDownForLongGivesTheirPagesTimeToConnectAgain() {
        String goneBefore = department.callTeam().get(1);
        pages.opened(goneBefore);
        clock.forward(Duration.ofMinutes(30));
        pages.opened(agent);
        clock.forward(Duration.ofMinutes(30));
        // The rows of other tests would say that a node was there.
        jdbc.sql("delete from page_seen where login <> all (?)")
                .param(new String[] {agent, goneBefore})
                .update();
        pages.serverStarts();
        assertThat(why(agent)).isNull();
        assertThat(why(goneBefore)).isEqualTo(TurnReason.NO_PAGE);
        clock.forward(Duration.ofMinutes(10));
        assertThat(why(agent)).isEqualTo(TurnReason.NO_PAGE);
    }

    @Test
    void nobodyMakesSomebodyElsePresent() {
        account(department.manager(), department.id(), Role.MANAGER);
        Browser manager = loggedIn(department.manager());
        post(manager, "/desk/presence", "login", agent, "here", "true");
        post(manager, "/desk/me/here", "login", agent);
        post(manager, "/desk/me/presence", "login", agent, "here", "true");
        ReceptionPoint elsewhere = receptions.found(null, 1);
        account(elsewhere.staff().get(0), elsewhere.id(), Role.PETITION_STAFF);
        Browser stranger = loggedIn(elsewhere.staff().get(0));
        assertThat(stranger.form(
                                "/desk/presence",
                                "login",
                                agent,
                                "here",
                                "true",
                                "_csrf",
                                stranger.csrfOf("/account/password"))
                        .statusCode())
                .isEqualTo(404);
        post(stranger, "/desk/me/here", "login", agent);
        stranger.get("/desk/duty?unit=" + department.id());
        assertThat(why(agent)).isEqualTo(TurnReason.NOT_LOGGED_IN);
    }

    @Test
    void aTokenIsNobody() {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(tokens.create(department.id(), "电话系统").clear());
        headers.set("Accept", "text/html");
        for (String path : List.of("/desk", "/desk/events", "/desk/me", "/api/units/" + department.id() + "/duty")) {
            http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
        }
        http.exchange("/desk/me/here", HttpMethod.POST, new HttpEntity<>(headers), String.class);
        for (DutyBoard.Seat seat : seats()) {
            assertThat(seat.unavailable()).isEqualTo(TurnReason.NOT_LOGGED_IN);
        }
    }

    @Test
    void withoutTheTokenOfThePageNothingIsNoted() {
        Browser browser = loggedIn(agent);
        assertThat(browser.form("/desk/me/here").statusCode()).isEqualTo(403);
        assertThat(why(agent)).isEqualTo(TurnReason.NOT_LOGGED_IN);
    }

    @Test
    void aClosedAccountIsNotSeenAgain() {
        Browser browser = loggedIn(agent);
        accounts.close(agent);
        assertThatThrownBy(() -> browser.listen("/desk/events")).hasMessageContaining("answered with");
        assertThat(why(agent)).isEqualTo(TurnReason.NOT_LOGGED_IN);
    }

    private void account(String login, String unit, Role role) {
        new TestPeople(accounts).named(login, unit, role);
    }

    private Browser loggedIn(String login) {
        Browser browser = new Browser(port);
        browser.login(login, TestPeople.PASSWORD);
        return browser;
    }

    private static void post(Browser browser, String path, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "_csrf";
        all[fields.length + 1] = browser.csrfOf("/account/password");
        assertThat(browser.form(path, all).statusCode()).isLessThan(400);
    }

    private static void await(Callable<Boolean> until) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(60))
                .until(until);
    }

    /** The server notices with a line that it sends that a page was closed, and writes that down. */
    private void theEndOfAPageIsWritten() {
        clock.forward(Duration.ofMinutes(1));
        await(() -> {
            streams.send(TaskEvents.CHANNEL + agent, "tasks", () -> "");
            return seenAt(agent).equals(clock.instant());
        });
    }

    private Instant seenAt(String login) {
        return jdbc.sql("select seen_at from page_seen where login = ?")
                .param(login)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private TurnReason why(String login) {
        return seats().stream()
                .filter(seat -> seat.agent().login().equals(login))
                .map(DutyBoard.Seat::unavailable)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<DutyBoard.Seat> seats() {
        return rota.today(department.id()).queues().values().stream()
                .flatMap(queue -> queue.order().stream())
                .toList();
    }
}

package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.microsoft.playwright.Page;
import io.rotadesk.RealTimeTest;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.ManagerEscalation;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demo department at work, with nothing replaced: the time is the real one and timers fire by themselves. All
 * browser tests share one application and one browser. Whose turn it is depends on the tests before, so each test asks
 * for it.
 */
@RealTimeTest
@Tag("browser")
abstract class BrowserScenario {

    static final String UNIT = "guangan";
    static final String SECRET = "demo";

    /** The result of an action is usually on the screen much sooner; a busy machine needs longer. */
    static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final Screens screens = new Screens();

    /** More than the visits of one test. */
    private static final int MANY = 20;

    /** The states of a visit in which nobody is with the visitor or is to come. */
    private static final Set<VisitState> OVER = EnumSet.complementOf(EnumSet.of(
            VisitState.EXPECTED,
            VisitState.ARRIVED,
            VisitState.OFFERED,
            VisitState.WAITING,
            VisitState.RECEIVED,
            VisitState.SEEN_OFF));

    private final List<String> calls = new ArrayList<>();

    /** The time at which the test began. */
    Instant began;

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Calls register;

    @Autowired
    Visits visits;

    @Autowired
    Agents agents;

    @Autowired
    Rota rota;

    @Autowired
    Units units;

    @Autowired
    Announcements visitDesk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    /** A busy machine needs more than three rings to draw a form. */
    @BeforeEach
    void phonesRingForAMinute() {
        began = clock.instant();
        ringTime("20s");
    }

    /**
     * Ends all calls, visits and questions that the test began, whatever its result, so that nobody is busy in the next, and
     * no step of this one stands open on anybody's screen when the next one rings.
     */
    @AfterEach
    void everybodyIsFreeAgain() {
        calls.forEach(call -> report(call, "hungUp"));
        calls.forEach(call -> remove(CallHandling.PROCESS, call));
        // A question that nobody has answered rings at the manager, in the next test too.
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(ManagerEscalation.PROCESS)
                .tenantIdIn(UNIT)
                .list()
                .forEach(question -> remove(ManagerEscalation.PROCESS, question.getBusinessKey()));
        // What was typed is kept, for the next test too.
        database.sql("delete from task_draft").update();
        visits.latest(UNIT, MANY).stream()
                .filter(visit -> !visit.announced().at().isBefore(began))
                .map(Visit::key)
                .forEach(this::end);
        nobodyHasAnybody(UNIT);
    }

    /** An agent who is busy all the same is named with the contact, and freed: the next test is not to fail for this one. */
    void nobodyHasAnybody(String unit) {
        Map<String, String> busy = new TreeMap<>();
        for (Agent agent : agents.inUnit(unit)) {
            if (rota.hasAnybody(agent.login())) {
                Optional<Contact> contact = rota.servingNow(agent.login());
                busy.put(agent.login(), contact.map(Contact::toString).orElse("a contact that is not served"));
                contact.ifPresent(rota::finished);
            }
        }
        assertThat(busy).isEmpty();
    }

    /** A visitor who waits leaves. A visit that somebody has received is over when its process is removed. */
    private void end(VisitKey visit) {
        Awaitility.await().atMost(SOON).until(() -> {
            if (!OVER.contains(visits.get(visit).state()) && !visitDesk.left(visit, null)) {
                remove(VisitReception.PROCESS, visit.visitId());
            }
            return OVER.contains(visits.get(visit).state());
        });
    }

    /** An entry that is not written yet would show as a caller on the line in the tests that follow. */
    void forget(Ring ring) {
        report(ring.call().callId(), "hungUp");
        remove(CallHandling.PROCESS, ring.call().callId());
    }

    void remove(String process, String businessKey) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .forEach(instance ->
                        runtime.deleteProcessInstanceIfExists(instance.getId(), "test", false, true, true, false));
    }

    /** @param time of one ring; null for the usual */
    void ringTime(String time) {
        Unit unit = units.get(UNIT);
        units.save(new Unit(
                unit.id(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                // What a test is about comes at once after a hang-up.
                unit.settings().with("ringTime", time).with("wrapUpAfterCall", 0)));
    }

    /** The logins of the agents at whose phones the next call rings, one after the other. */
    List<String> turnsFromNow() {
        // An earlier test may have left somebody a turn to make up.
        return rota.today(UNIT).queues().get(Queue.CALL).upNext().stream()
                .limit(2)
                .toList();
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** A page of the desk, with its scripts. */
    Page deskOf(String login, String path) {
        Page page = screens.open(login);
        page.navigate(address(path));
        logIn(page, login);
        page.locator(".rota-sound").waitFor();
        return page;
    }

    /** Where a page asks for the login; the page that was wanted follows. */
    void logIn(Page page, String login) {
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(SECRET);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
    }

    Tasklist tasklistOf(String login) {
        return Tasklist.enter(screens.open(login), "http://localhost:" + port, login, SECRET);
    }

    /** A call comes in, as the phone system reports it. */
    Ring ringsFrom(String number) {
        String id = UUID.randomUUID().toString();
        calls.add(id);
        CallAnswer answer = http.postForObject(
                "/api/units/" + UNIT + "/calls",
                fromPhoneSystem(Map.of("callId", id, "from", number)),
                CallAnswer.class);
        return new Ring(
                new CallKey(UNIT, id), answer.offer().agent(), answer.offer().name());
    }

    /** The same, at this agent's phone first, though it may be others' turn: the phones of those are ringing already. */
    Ring ringsAt(String login, String number) {
        Ring ring = ringsFrom(number);
        while (!ring.agent().equals(login)) {
            ring = ringsFrom(number);
        }
        return ring;
    }

    void report(String callId, String event) {
        http.postForObject(
                "/api/units/" + UNIT + "/calls/" + callId + "/events",
                fromPhoneSystem(Map.of("type", event)),
                String.class);
    }

    /** Waits until the register's entry is as it should be. */
    Call entry(CallKey call, Predicate<Call> asItShouldBe, Duration within) {
        return Awaitility.await()
                .atMost(within)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> register.get(call), asItShouldBe);
    }

    /** The agent who gets the next visitor. */
    String nextToReceive() {
        return rota.today(UNIT).queues().get(Queue.VISIT).next();
    }

    String nameOf(String login) {
        return agents.get(login).name();
    }

    /** A visitor comes, as a kiosk announces them. */
    VisitKey arrives(String name, String number) {
        return announced(Map.of("visitId", UUID.randomUUID().toString(), "visitorName", name, "visitorPhone", number));
    }

    VisitKey announced(Map<String, String> visit) {
        http.postForObject("/api/units/" + UNIT + "/visits", fromPhoneSystem(visit), String.class);
        return new VisitKey(UNIT, visit.get("visitId"));
    }

    /** Waits until the visit is as it should be. */
    Visit visit(VisitKey key, Predicate<Visit> asItShouldBe) {
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> visits.get(key), asItShouldBe);
    }

    private static HttpEntity<?> fromPhoneSystem(Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(SECRET);
        return new HttpEntity<>(body, headers);
    }

    /** The agent at whose phone a call rings first. */
    record Ring(CallKey call, String agent, String agentName) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CallAnswer(Offer offer) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Offer(String agent, String name) {}
}

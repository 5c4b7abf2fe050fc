package io.rotadesk.browser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.rotadesk.RealTimeTest;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallRegister;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitRegister;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;

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

    private final List<String> calls = new ArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    CallRegister register;

    @Autowired
    VisitRegister visits;

    @Autowired
    Agents agents;

    @Autowired
    Rota rota;

    @Autowired
    Units units;

    /** A busy machine needs more than three rings to draw a form. */
    @BeforeEach
    void phonesRingForAMinute() {
        ringTime("20s");
    }

    /** Ends all calls, whatever the result of the test. */
    @AfterEach
    void callersHangUp() {
        calls.forEach(call -> report(call, "hungUp"));
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
                unit.settings().with("ringTime", time)));
    }

    /** The logins of the agents at whose phones the next call rings, one after the other. */
    List<String> turnsFromNow() {
        // An earlier test may have left somebody a turn to make up.
        return rota.today(UNIT).queues().get(Queue.CALL).upNext().stream()
                .limit(2)
                .toList();
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
        String id = UUID.randomUUID().toString();
        http.postForObject(
                "/api/units/" + UNIT + "/visits",
                fromPhoneSystem(Map.of("visitId", id, "visitorName", name, "visitorPhone", number)),
                String.class);
        return new VisitKey(UNIT, id);
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

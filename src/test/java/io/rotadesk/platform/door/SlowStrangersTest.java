package io.rotadesk.platform.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rotadesk.RealTimeTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * With three hundred strangers who are slow, never read, or come in floods, every call is still answered within a
 * second.
 */
@RealTimeTest
@TestInstance(Lifecycle.PER_CLASS)
class SlowStrangersTest {

    private static final Logger log = LoggerFactory.getLogger(SlowStrangersTest.class);

    private static final int STRANGERS = 300;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String WRONG_TOKEN = "Authorization: Bearer not-a-token\r\n";
    private static final String WRONG_LOGIN = "Authorization: Basic b3duZXI6d3Jvbmc=\r\n";
    private static final AtomicInteger calls = new AtomicInteger();

    @LocalServerPort
    int port;

    private final HttpClient phone = HttpClient.newHttpClient();

    @BeforeEach
    void callsAreAnsweredAtAll() {
        for (int i = 0; i < 3; i++) {
            call();
        }
    }

    /** The calls would still ring at people whom other tests need. */
    @AfterAll
    void hangUp() throws Exception {
        for (int i = 1; i <= calls.get(); i++) {
            HttpRequest hungUp = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/api/units/guangan/calls/slow-" + i + "/events"))
                    .header("Authorization", "Bearer demo")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"hungUp\"}"))
                    .build();
            int status =
                    phone.send(hungUp, HttpResponse.BodyHandlers.discarding()).statusCode();
            assertThat(status).isLessThan(300);
        }
    }

    static Stream<Arguments> slow() {
        return Stream.of(
                of("a huge body for the login", post("/login", FORM, length(100_000)) + "username=", "a"),
                of("a small body for the login", post("/login", FORM, length(5_000)) + "username=", "a"),
                of("a silent body", post("/login", FORM, length(5_000)), ""),
                of("calls without a token", post("/api/units/guangan/calls", JSON, length(500)) + "{", " "),
                of("calls with a wrong token", post("/api/units/guangan/calls", WRONG_TOKEN, length(500)), " "),
                of("events of a call", post("/api/units/guangan/calls/1/events", WRONG_TOKEN, length(99_999)), " "),
                of("the engine", post("/engine-rest/task", JSON, length(3_000)), " "),
                of(
                        "the engine with a login",
                        post("/engine-rest/deployment/create", WRONG_LOGIN, length(900_000)),
                        "x"),
                of("a page", post("/desk", FORM, length(3_000)), "x"),
                of("the web applications", post("/camunda/api/engine/engine/default/task", JSON, length(3_000)), " "),
                of("an address that is not there", post("/no/such/place", FORM, length(3_000)), "x"),
                of("an odd address", post("//api/..;/login", FORM, length(3_000)), "x"),
                of("a form of parts", post("/desk/units/guangan/roster", parts(), length(3_000)) + "--x\r\n", "-"),
                of("chunks", post("/login", FORM, CHUNKED) + "1\r\n", "a\r\n1\r\n"),
                of("half of a chunk's head", post("/login", FORM, CHUNKED), "0"),
                of("a chunk's extension", post("/api/units/guangan/calls", JSON, CHUNKED) + "5;a=", "b"),
                of("a chunk's trailer", post("/engine-rest/task", JSON, CHUNKED) + "0\r\nX-A: ", "b"),
                of(
                        "a body that waits to be asked for",
                        post("/login", FORM, length(900), "Expect: 100-continue\r\n"),
                        "a"),
                of("a body with GET", "GET /login HTTP/1.1\r\nHost: x\r\n" + length(5_000) + "\r\n", "a"),
                of("HTTP/1.0", "POST /login HTTP/1.0\r\n" + FORM + length(5_000) + "\r\n", "a"),
                of("slow heads", "GET /login HTTP/1.1\r\nHost: x\r\nX-A: ", "a"),
                of("slow first lines", "GET /login", "a"),
                of(
                        "a slow body after quick requests",
                        get("/login").repeat(5) + post("/login", FORM, length(5_000)),
                        "a"),
                of("never reading", get("/login").repeat(20_000), ""),
                of("never reading what is refused", get("/engine-rest/task").repeat(20_000), ""),
                of(
                        "never reading what a wrong token brings",
                        get("/api/units/guangan/duty", WRONG_TOKEN).repeat(20_000),
                        ""),
                of(
                        "never reading files",
                        get("/webjars/chart.js/dist/chart.umd.js").repeat(20_000),
                        ""));
    }

    @ParameterizedTest
    @MethodSource("slow")
    @SuppressWarnings("try") // These connections are only held open.
    void everyCallIsAnsweredWithinASecond(String kind, String beginning, String drip) throws Exception {
        try (Strangers strangers = new Strangers(port, STRANGERS, beginning, drip)) {
            TimeUnit.MILLISECONDS.sleep(600);
            List<Duration> answered = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answered.add(call());
                TimeUnit.MILLISECONDS.sleep(100);
            }
            log.info("Calls beside {}: {}", kind, answered);
            assertThat(answered).as(kind).allSatisfy(time -> assertThat(time).isLessThan(A_SECOND));
        }
    }

    @Test
    void aClientThatIsTooSlowIsThrownOut() throws Exception {
        try (Strangers strangers = new Strangers(port, 20, post("/login", FORM, length(5_000)), "a")) {
            await().atMost(Duration.ofSeconds(14))
                    .untilAsserted(() -> assertThat(strangers.thrownOut()).isEqualTo(20));
        }
    }

    @Test
    void floodsOfTheLoginPageLeaveRoomForCalls() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> flood = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Thread one = new Thread(() -> {
                HttpClient stranger = HttpClient.newHttpClient();
                while (!over.get()) {
                    try {
                        stranger.send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
                    } catch (IOException refused) {
                        // It may be refused.
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            one.setDaemon(true);
            one.start();
            flood.add(one);
        }
        TimeUnit.SECONDS.sleep(2);
        List<Duration> answered = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answered.add(call());
        }
        over.set(true);
        for (Thread one : flood) {
            one.join(5_000);
        }
        log.info("Calls beside a flood: {}", answered);
        assertThat(answered).allSatisfy(time -> assertThat(time).isLessThan(A_SECOND));
    }

    private Duration call() {
        String id = "slow-" + calls.incrementAndGet();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/units/guangan/calls"))
                .header("Authorization", "Bearer demo")
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString("{\"callId\":\"" + id + "\",\"from\":\"13800000001\"}"))
                .build();
        long before = System.nanoTime();
        try {
            assertThat(phone.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        } catch (IOException e) {
            throw new AssertionError("The call was not answered", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    private static Arguments of(String kind, String beginning, String drip) {
        return Arguments.of(kind, beginning, drip);
    }

    private static String post(String path, String... headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("", headers) + "\r\n";
    }

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("", headers) + "\r\n";
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes + "\r\n";
    }

    private static String parts() {
        return "Content-Type: multipart/form-data; boundary=x\r\n";
    }
}

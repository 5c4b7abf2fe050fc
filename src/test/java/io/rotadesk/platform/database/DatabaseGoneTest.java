package io.rotadesk.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskApplication;
import io.rotadesk.platform.door.RawHttp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * If the database goes away or freezes while the application runs, requests soon get an answer that says to try again.
 */
class DatabaseGoneTest {

    private static final Logger log = LoggerFactory.getLogger(DatabaseGoneTest.class);

    /** Usually three, when the pool gives up; a request in the middle of a statement waits for ten. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String LOGIN =
            "Authorization: Basic " + Base64.getEncoder().encodeToString("admin:demo".getBytes(StandardCharsets.UTF_8));
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("Set-Cookie: (JSESSIONID=[^;]+)");
    private static final String TOKEN = "Authorization: Bearer demo";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static ConfigurableApplicationContext application;
    private static RawHttp http;
    private static String session;
    private static Form stranger;

    /** A login form that somebody has open. */
    private record Form(String cookie, String csrf) {

        static Form open() throws IOException {
            String page = http.send(RawHttp.get("/login", "Accept: text/html"));
            return new Form(sessionOf(page), URLEncoder.encode(first(page, CSRF), StandardCharsets.UTF_8));
        }

        String send(String login) {
            return RawHttp.post(
                    "/login",
                    "username=" + login + "&password=demo&_csrf=" + csrf,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Cookie: " + cookie);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = start(0);
        application = SpringApplication.run(
                RotaDeskApplication.class,
                "--rotadesk.test.own-database=true",
                "--spring.datasource.url=jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres",
                "--rotadesk.demo=true",
                "--server.port=0",
                "--server.shutdown=immediate");
        http = new RawHttp(((ServletWebServerApplicationContext) application)
                .getWebServer()
                .getPort());
        session = sessionOf(http.send(Form.open().send("manager")));
        stranger = Form.open();
    }

    private static String sessionOf(String answer) {
        return first(answer, COOKIE);
    }

    private static String first(String text, Pattern pattern) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        postgres.close();
    }

    @Test
    void frozenDatabaseIsSaidSoonAndComesBack() throws Exception {
        assertWorks();
        signal("-STOP");
        try {
            // Until then the pool may hand out a connection that worked a moment ago.
            TimeUnit.MILLISECONDS.sleep(200);
            assertEverythingIsToldSoon("frozen");
        } finally {
            signal("-CONT");
        }
        assertComesBack();
    }

    @Test
    void databaseThatIsGoneIsSaidSoonAndComesBack() throws Exception {
        assertWorks();
        int port = postgres.getPort();
        postgres.close();
        try {
            assertEverythingIsToldSoon("gone");
        } finally {
            postgres = start(port);
        }
        assertComesBack();
    }

    private static EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                .start();
    }

    private static void assertEverythingIsToldSoon(String what) throws Exception {
        // All at once: one after another they would only wait longer.
        ExecutorService people = Executors.newCachedThreadPool();
        try {
            List<Callable<Void>> asked = requests().stream()
                    .<Callable<Void>>map(request -> () -> {
                        assertToldSoon(what, request);
                        return null;
                    })
                    .toList();
            for (Future<Void> one : people.invokeAll(asked)) {
                one.get();
            }
        } finally {
            people.shutdown();
        }
        long before = System.nanoTime();
        String health = http.send(RawHttp.get("/actuator/health"));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(health).startsWith("HTTP/1.1 503").contains("\"DOWN\"");
    }

    private static void assertToldSoon(String what, String request) throws IOException {
        String line = what + ": " + request.lines().findFirst().orElse("");
        long before = System.nanoTime();
        String answer = http.send(request);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        log.info("{} {} {}", line, RawHttp.status(answer), took);
        assertThat(RawHttp.status(answer)).as(line).isEqualTo(503);
        assertThat(answer)
                .as(line)
                .contains("Retry-After: ")
                .doesNotContain("Exception")
                .doesNotContainIgnoringCase("select ")
                .doesNotContain("JDBC")
                .doesNotContain("Hikari");
        assertThat(took).as(line).isLessThan(SOON);
    }

    private static List<String> requests() {
        String json = "Content-Type: application/json";
        return List.of(
                RawHttp.post("/api/units/guangan/calls", "{\"callId\":\"g1\"}", json, TOKEN),
                RawHttp.post("/api/units/guangan/calls/g1/events", "{\"type\":\"hungUp\"}", json, TOKEN),
                RawHttp.get("/api/units/guangan/duty", TOKEN),
                RawHttp.get("/api/units", LOGIN),
                RawHttp.get("/engine-rest/task", LOGIN),
                RawHttp.get("/actuator/metrics", LOGIN),
                RawHttp.get("/desk/duty", "Cookie: " + session, "Accept: text/html"),
                RawHttp.get("/camunda/api/engine/engine/default/task", "Cookie: " + session),
                RawHttp.get("/account/invitation/abc", "Accept: text/html"),
                stranger.send("deputy"));
    }

    private static void assertWorks() throws IOException {
        assertThat(http.send(RawHttp.get("/api/units/guangan/duty", TOKEN))).startsWith("HTTP/1.1 200");
        assertThat(http.send(RawHttp.get("/actuator/health"))).startsWith("HTTP/1.1 200");
    }

    private static void assertComesBack() throws Exception {
        long before = System.nanoTime();
        while (RawHttp.status(http.send(RawHttp.get("/api/units/guangan/duty", TOKEN))) != 200) {
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(http.send(RawHttp.post(
                        "/api/units/guangan/calls",
                        "{\"callId\":\"back-" + before + "\"}",
                        "Content-Type: application/json",
                        TOKEN)))
                .startsWith("HTTP/1.1 201");
    }

    /** To the server and all its backends. */
    private static void signal(String signal) throws Exception {
        long server = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        // The server first: what it began meanwhile is among its descendants then. Some of them may end meanwhile.
        assertThat(send(signal, Stream.of(server))).isZero();
        send(signal, ProcessHandle.of(server).orElseThrow().descendants().map(ProcessHandle::pid));
    }

    private static int send(String signal, Stream<Long> processes) throws Exception {
        Stream<String> ids = processes.map(String::valueOf);
        return new ProcessBuilder(Stream.concat(Stream.of("kill", signal), ids).toList())
                .start()
                .waitFor();
    }
}

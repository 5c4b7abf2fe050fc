package io.rotadesk.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.ByTelephone;
import io.rotadesk.LeasingDepartment;
import io.rotadesk.RealTimeTest;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.rota.DutyBoard.Seat;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.TurnLedger;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes on one database: the application of this test run, and one in a process of its own. Both have their connections
 * and fire timers. The last test kills the other node.
 */
@RealTimeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final int TEAM = 8;
    /** On a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String databaseUrl;

    @Autowired
    TestRestTemplate http;

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Rota rota;

    @Autowired
    TurnLedger ledger;

    @Autowired
    Calls register;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JobExecutor timersOfThisNode;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RepositoryService repository;

    private OtherNode other;
    private int calls;

    @BeforeAll
    void aSecondNodeStarts() throws IOException {
        other = OtherNode.on(databaseUrl);
    }

    @AfterAll
    void stop() throws InterruptedException {
        other.kill();
    }

    @Test
    @Order(1)
    @Tag("L1.1")
    void callsPostedToBothNodesAtOnceAreOfferedOnceAndInOrder() throws Exception {
        String unit = largeUnit();
        List<String> order = rota.today(unit).queues().get(Queue.CALL).order().stream()
                .map(Seat::agent)
                .map(agent -> agent.login())
                .toList();
        String token = tokens.create(unit, "电话系统").clear();
        List<Callable<ResponseEntity<JsonNode>>> posts = new ArrayList<>();
        for (int i = 0; i < TEAM; i++) {
            Map<String, Object> call = Map.of("callId", callId(unit, i), "from", "1391234000" + i);
            for (String node : nodes()) {
                posts.add(() -> post(node, unit, "", token, call));
            }
        }

        List<ResponseEntity<JsonNode>> answers = atOnce(posts);

        for (int i = 0; i < TEAM; i++) {
            var pair = answers.subList(2 * i, 2 * i + 2);
            assertThat(pair)
                    .extracting(answer -> answer.getStatusCode().value())
                    .as("call %s", i)
                    .containsExactlyInAnyOrder(201, 200);
            assertThat(pair.get(0).getBody())
                    .as("the same answer")
                    .isEqualTo(pair.get(1).getBody());
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(callId(unit, i))
                            .count())
                    .isEqualTo(1);
        }
        LocalDate today = rota.today(unit).date();
        assertThat(ledger.day(unit, Queue.CALL, today))
                .filteredOn(entry -> entry.kind() == Kind.OFFERED)
                .extracting(LedgerEntry::login)
                .containsExactlyElementsOf(order);
        assertThat(ledger.replay(unit, Queue.CALL, today).same()).isTrue();
        for (int i = 0; i < TEAM; i++) {
            assertThat(post(
                                    nodes().get(i % 2),
                                    unit,
                                    "/" + callId(unit, i) + "/events",
                                    token,
                                    Map.of("type", "hungUp"))
                            .getStatusCode()
                            .value())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    @Tag("L2.1")
    void everyRingEndsOnceWhicheverNodeFiresItsTimer() throws Exception {
        LeasingDepartment department = founder.found(UnitSettings.defaults().with("ringTime", "1s"));
        String token = tokens.create(department.id(), "电话系统").clear();
        List<CallKey> calls =
                IntStream.range(0, 3).mapToObj(i -> key(department.id(), i)).toList();
        atOnce(IntStream.range(0, 3)
                .<Callable<ResponseEntity<JsonNode>>>mapToObj(i -> () -> post(
                        nodes().get(i % 2),
                        department.id(),
                        "",
                        token,
                        Map.of("callId", callId(department.id(), i), "from", "1391234100" + i)))
                .toList());

        Awaitility.await()
                .atMost(SOON)
                .until(() -> calls.stream().allMatch(call -> register.get(call).state() == CallState.UNASSIGNED));

        for (CallKey call : calls) {
            assertThat(decisions(call, Kind.MISSED))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(decisions(call, Kind.OFFERED, Kind.MADE_UP));
            String instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(call.callId())
                    .singleResult()
                    .getId();
            assertThat(management
                            .createJobQuery()
                            .processInstanceId(instance)
                            .withException()
                            .count())
                    .as("timers that went wrong")
                    .isZero();
        }
    }

    @Test
    @Order(3)
    void changesOnThisNodeAreKnownToTheOtherOne() {
        LeasingDepartment department = founder.found(UnitSettings.defaults().with("ringTime", "20s"));
        String token = tokens.create(department.id(), "电话系统").clear();
        assertThat(answerTimeOnTheOtherNode(department, token)).isLessThan(Duration.ofSeconds(61));

        Unit unit = units.get(department.id());
        units.save(new Unit(
                unit.id(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                ByTelephone.unlessChosen(UnitSettings.defaults().with("ringTime", "60s"))));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> answerTimeOnTheOtherNode(department, token).compareTo(Duration.ofSeconds(90)) > 0);

        repository.suspendProcessDefinitionByKey(CallHandling.PROCESS);
        try {
            Awaitility.await().atMost(SOON).until(() -> !isGuidedOnTheOtherNode(department, token));
        } finally {
            repository.activateProcessDefinitionByKey(CallHandling.PROCESS);
        }
        Awaitility.await().atMost(SOON).until(() -> isGuidedOnTheOtherNode(department, token));
    }

    /** The time for all rings of a call. */
    private Duration answerTimeOnTheOtherNode(LeasingDepartment department, String token) {
        String answerBy =
                callOnTheOtherNode(department, token).at("/offer/answerBy").asText();
        Instant now = jdbc.sql("select now()")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        return Duration.between(now, Instant.parse(answerBy));
    }

    private boolean isGuidedOnTheOtherNode(LeasingDepartment department, String token) {
        String callId = callOnTheOtherNode(department, token).at("/callId").asText();
        // The process of a caller who has hung up may be over.
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(callId)
                        .count()
                > 0;
    }

    /** The caller hangs up at once, so that the agent is free for the next call. */
    private JsonNode callOnTheOtherNode(LeasingDepartment department, String token) {
        String callId = callId(department.id(), ++calls);
        JsonNode call = post(
                        other.address(), department.id(), "", token, Map.of("callId", callId, "from", "13912342000"))
                .getBody();
        post(other.address(), department.id(), "/" + callId + "/events", token, Map.of("type", "hungUp"));
        return call;
    }

    @Test
    @Order(4)
    void theOtherNodeDoesTheUnfinishedWorkOfAKilledNodeOnce() throws Exception {
        LeasingDepartment department = founder.found(UnitSettings.defaults().with("ringTime", "1s"));
        String token = tokens.create(department.id(), "电话系统").clear();
        CallKey call = key(department.id(), 0);
        timersOfThisNode.shutdown();
        try {
            try (var connection = dataSource.getConnection()) {
                post(
                        other.address(),
                        department.id(),
                        "",
                        token,
                        Map.of("callId", call.callId(), "from", "13912342000"));
                connection.setAutoCommit(false);
                // The node that fires the ring's timer waits here, in the middle of its work.
                connection
                        .createStatement()
                        .execute("select 1 from rota_state where unit_id = '" + department.id() + "' for update");
                Awaitility.await().atMost(SOON).until(this::somebodyWaitsForTheRota);
                other.kill();
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(decisions(call, Kind.MISSED)).as("gone with the node").isEmpty();
            lockOfTheDeadRunsOut();
        } finally {
            timersOfThisNode.start();
        }

        Awaitility.await()
                .atMost(SOON)
                .until(() -> decisions(call, Kind.OFFERED).size() > 1);
        assertThat(ledger.of(call.contact()))
                .extracting(LedgerEntry::kind, LedgerEntry::login)
                .startsWith(
                        tuple(Kind.OFFERED, department.callTeam().get(0)),
                        tuple(Kind.MISSED, department.callTeam().get(0)),
                        tuple(Kind.OFFERED, department.callTeam().get(1)));
    }

    private boolean somebodyWaitsForTheRota() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%rota_state%'
                        """).query(Integer.class).single() > 0;
    }

    /** Otherwise this takes half a minute. */
    private void lockOfTheDeadRunsOut() {
        int locked = jdbc.sql("update act_ru_job set lock_exp_time_ = localtimestamp - interval '1 day'"
                        + " where lock_owner_ is not null and lock_exp_time_ is not null")
                .update();
        assertThat(locked).as("jobs that the killed node held").isPositive();
    }

    private List<Long> decisions(CallKey call, Kind... kinds) {
        return ledger.of(call.contact()).stream()
                .filter(entry -> List.of(kinds).contains(entry.kind()))
                .map(LedgerEntry::decision)
                .toList();
    }

    /** Two teams of eight, and time to look. */
    private String largeUnit() {
        units.save(new Unit(
                "two-nodes",
                "招商部",
                "广安世纪",
                null,
                List.of(),
                List.of(),
                ByTelephone.unlessChosen(UnitSettings.defaults().with("ringTime", "60s"))));
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        for (int i = 0; i < 2 * TEAM; i++) {
            csv.append("node%d,招商员%d,139111100%02d,%d,%s,%d%n"
                    .formatted(i, i, i, 900 + i, i < TEAM ? "A" : "B", i % TEAM + 1));
        }
        assertThat(roster.load("two-nodes", csv.toString()).errors()).isEmpty();
        return "two-nodes";
    }

    /** Business keys are call ids, without the unit. */
    private static String callId(String unit, int number) {
        return unit + "-" + number;
    }

    private static CallKey key(String unit, int number) {
        return new CallKey(unit, callId(unit, number));
    }

    private List<String> nodes() {
        return List.of("http://localhost:" + port, other.address());
    }

    private ResponseEntity<JsonNode> post(String node, String unit, String path, String token, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        return http.postForEntity(
                node + "/api/units/" + unit + "/calls" + path, new HttpEntity<>(body, headers), JsonNode.class);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

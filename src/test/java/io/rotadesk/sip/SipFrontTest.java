package io.rotadesk.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.ByTelephone;
import io.rotadesk.RealTimeTest;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.nodes.OtherNode;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.rota.TurnLedger;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls over SIP: Kamailio asks the running application, phones ring, and callers hear it. */
@RealTimeTest
class SipFrontTest {

    /** On a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration SHORT_TALK = Duration.ofMillis(500);
    private static final String CALLER = "13800000001";

    @LocalServerPort
    int port;

    @Value("${spring.datasource.url}")
    String databaseUrl;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Calls register;

    @Autowired
    Customers customers;

    @Autowired
    Rota rota;

    @Autowired
    TurnLedger ledger;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    Clock clock;

    @Autowired
    JobExecutor timersOfThisNode;

    private SipLine line;
    private String unit;

    @AfterEach
    void everybodyHangsUp() {
        if (line != null) {
            line.close();
        }
    }

    @Test
    @Tag("L2.1")
    void theSecondAgentPicksUpAfterThreeRingsAtTheFirst() throws Exception {
        department("one-after-the-other", List.of("1101", "2201", "1301"), List.of("1401"));
        opens(url(), "1401", List.of("11", "22", "13"), "2201");

        Callers caller = line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
        caller.areDone(SOON);

        CallKey key = new CallKey(unit, caller.callId());
        Call call = eventually(key, one -> one.talk().endedAt() != null);
        assertThat(call.state()).isEqualTo(CallState.ANSWERED);
        assertThat(call.talk().agent()).isEqualTo(agent("2201"));
        assertThat(turns(key))
                .containsSubsequence(
                        tuple(Kind.OFFERED, agent("1101")),
                        tuple(Kind.MISSED, agent("1101")),
                        tuple(Kind.OFFERED, agent("2201")),
                        tuple(Kind.TAKEN, agent("2201")));
        hears(
                tuple("rings", "1101"),
                tuple("stops", "1101"),
                tuple("rings", "2201"),
                tuple("talks", "2201"),
                tuple("over", "2201"));
        printLateness();
    }

    @Test
    @Tag("L2.1")
    void theCallerHangsUpWhileTheSecondPhoneRings() throws Exception {
        department("hangs-up", List.of("1101", "1202", "1303"), List.of("1401"));
        opens(url(), "1401", List.of("11", "12", "13"), "1202");

        Callers caller = line.call("caller-gives-up", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
        caller.areDone(SOON);

        CallKey key = new CallKey(unit, caller.callId());
        Call call = eventually(key, one -> one.state() == CallState.MISSED);
        assertThat(call.ringing().offers()).isEqualTo(2);
        assertThat(rota.isFree(agent("1202"))).isTrue();
        soon().until(() -> line.phonesHeard().stream().anyMatch(one -> one.is("stops", "1202")));
        hears(tuple("rings", "1101"), tuple("stops", "1101"), tuple("rings", "1202"), tuple("stops", "1202"));
    }

    @Test
    @Tag("L2.1")
    void whenAllAreBusyTheCallerWaitsForTheManagersDecision() throws Exception {
        department("all-busy", List.of("3101", "3202", "3303"), List.of("2404"));
        opens(url(), "3101", List.of("31", "32", "33", "24"), "2404");

        Callers caller = line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
        CallKey key = new CallKey(unit, caller.callId());
        eventually(key, one -> one.state() == CallState.UNASSIGNED);
        complete(
                key,
                CallHandling.Task.ASSIGN_CALL,
                Map.of(Fields.DECISION, "agent", Fields.ASSIGNED_AGENT, agent("2404")));
        caller.areDone(SOON);

        Call call = eventually(key, one -> one.talk().endedAt() != null);
        assertThat(call.talk().agent()).isEqualTo(agent("2404"));
        hears(
                tuple("rings", "3101"),
                tuple("rings", "3202"),
                tuple("rings", "3303"),
                tuple("rings", "2404"),
                tuple("talks", "2404"),
                tuple("over", "2404"));
    }

    @Test
    @Tag("L2.1")
    void theCallerHangsUpWhileNobodyIsFree() throws Exception {
        department("gives-up-waiting", List.of("1101", "3202", "3303"), List.of("2404"));
        opens(url(), "2404", List.of("11", "32", "33", "24"), "2404");

        // The second "ringing" that this caller waits for is the front's own: by then nobody is free.
        Callers caller = line.call("caller-gives-up", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
        caller.areDone(SOON);

        Call call = eventually(new CallKey(unit, caller.callId()), one -> one.state() == CallState.MISSED);
        assertThat(call.ringing().offers()).isEqualTo(3);
        hears(tuple("rings", "1101"), tuple("stops", "1101"), tuple("rings", "3202"), tuple("rings", "3303"));
    }

    @Test
    @Tag("L2.1")
    void whenNobodyDecidesForLongTheGroupRings() throws Exception {
        department("undecided", List.of("3101", "3202", "3303"), List.of("2404"));
        opens(url(), "2404", List.of("31", "32", "33", "24"), "2404", Map.of("SIP_WAITING_SECONDS", "1"));

        Callers caller = line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
        caller.areDone(SOON);

        Call call =
                eventually(new CallKey(unit, caller.callId()), one -> one.talk().endedAt() != null);
        assertThat(call.talk().agent()).isEqualTo(agent("2404"));
    }

    @Test
    @Tag("L1.1")
    @Tag("L2.1")
    void twentyCallsAtOnceRingAtOnePhoneEachInTheOrderOfTheDay() throws Exception {
        List<String> order =
                IntStream.range(0, 20).mapToObj(i -> "23%02d".formatted(i)).toList();
        department("twenty", order, List.of("1401"));
        opens(url(), "1401", List.of("23"), "2300");

        Callers callers = line.call(
                "caller-talks",
                Duration.ofSeconds(3),
                SipLine.DEPARTMENT,
                IntStream.range(0, 20)
                        .mapToObj(i -> "139123450%02d".formatted(i))
                        .toList());
        callers.areDone(SOON);

        List<Heard> rings = line.phonesHeard().stream()
                .filter(one -> one.what().equals("rings"))
                .toList();
        assertThat(rings).extracting(Heard::extension).containsExactlyInAnyOrderElementsOf(order);
        assertThat(rings).extracting(Heard::callId).doesNotHaveDuplicates();
        List<LedgerEntry> offers = new ArrayList<>();
        for (Heard ring : rings) {
            CallKey key = new CallKey(unit, ring.callId());
            Call call = eventually(key, one -> one.talk().endedAt() != null);
            assertThat(call.talk().agent()).isEqualTo(agent(ring.extension()));
            ledger.of(key.contact()).stream()
                    .filter(entry -> entry.kind() == Kind.OFFERED)
                    .forEach(offers::add);
        }
        assertThat(offers.stream().sorted((one, other) -> Long.compare(one.id(), other.id())))
                .extracting(LedgerEntry::login)
                .containsExactlyElementsOf(order.stream().map(this::agent).toList());
    }

    @Test
    @Tag("L2.2c")
    void theOwnerIsCalledToThePhoneAndTheCallerIsPutThrough() throws Exception {
        department("put-through", List.of("4101", "1202", "1303"), List.of("2505"));
        customers.add(
                unit,
                "李先生",
                "+86" + CALLER,
                agent("2505"),
                ContactKind.CALL,
                clock.instant().minus(Duration.ofDays(3)));
        opens(url(), "1202", List.of("41", "12", "25"), "2505");

        Callers caller = line.call("caller-put-through", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
        CallKey key = new CallKey(unit, caller.callId());
        eventually(key, one -> one.state() == CallState.ANSWERED);
        complete(key, CallHandling.Task.ASK_CALLER, Map.of(Fields.ENQUIRY, "leasing", Fields.CONTACTED_BEFORE, "yes"));
        caller.areDone(SOON);

        Call call = eventually(key, one -> one.talk().endedAt() != null);
        assertThat(call.talk().agent()).isEqualTo(agent("2505"));
        assertThat(call.talk().handedOverBy()).isEqualTo(agent("4101"));
        assertThat(register.latest(unit, 10)).as("no second caller").hasSize(1);
        soon().until(() -> rota.isFree(agent("4101")));
        assertThat(turns(key))
                .filteredOn(tuple(Kind.OFFERED, agent("1202"))::equals)
                .isEmpty();
        assertThat(line.phonesHeard())
                .extracting(Heard::what, Heard::extension)
                .containsSubsequence(tuple("talks", "4101"), tuple("rings", "2505"), tuple("talks", "2505"));
    }

    @Test
    @Tag("L2.1")
    void withRotaDeskAwayTheGroupRingsAndTheCallIsReportedAfterwards() throws Exception {
        department("away", List.of("1101", "1202", "1303"), List.of("2404"));
        try (Door door = new Door()) {
            opens(door.url(), "1101,2404", List.of("11", "12", "24"), "2404");

            Callers caller = line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
            caller.areDone(SOON);
            assertThat(register.latest(unit, 10)).isEmpty();
            door.leadsTo(port);

            Call call = eventually(
                    new CallKey(unit, caller.callId()), one -> one.talk().endedAt() != null);
            assertThat(call.talk().agent()).isEqualTo(agent("2404"));
        }
        assertThat(line.phonesHeard())
                .extracting(Heard::what, Heard::extension)
                .contains(
                        tuple("rings", "1101"), tuple("rings", "2404"), tuple("stops", "1101"), tuple("talks", "2404"));
    }

    @Test
    @Tag("L2.1")
    void withRotaDeskAwayAndNobodyInTheGroupTheCallIsReportedAsMissed() throws Exception {
        department("away-missed", List.of("2101", "2202", "2303"), List.of("1404"));
        try (Door door = new Door()) {
            opens(door.url(), "1404", List.of("14"), "1404");

            Callers caller = line.call("caller-unanswered", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
            caller.areDone(SOON);
            door.leadsTo(port);

            Call call = eventually(new CallKey(unit, caller.callId()), one -> one.state() == CallState.MISSED);
            assertThat(call.caller().phone()).isEqualTo("+86" + CALLER);
        }
    }

    @Test
    @Tag("L2.1")
    void whenRotaDeskIsSilentTheGroupRings() throws Exception {
        department("silent", List.of("1101", "1202", "1303"), List.of("2404"));
        try (Door door = new Door()) {
            door.leadsNowhere();
            opens(door.url(), "2404", List.of("24"), "2404", Map.of("ROTADESK_SECONDS", "1"));

            line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER))
                    .areDone(SOON);

            assertThat(line.phonesHeard()).extracting(Heard::what).containsExactly("rings", "talks", "over");
        }
    }

    @Test
    void strangersReachNobody() throws Exception {
        department("strangers", List.of("2101", "2202", "2303"), List.of("2404"));
        opens(url(), "2404", List.of("21", "24"), "2404");

        assertThat(line.ask("INVITE", "127.1.0.1")).isEmpty();
        assertThat(line.ask("OPTIONS", "127.1.0.1")).isEmpty();
        assertThat(line.ask("BYE", "127.1.0.1")).isEmpty();
        assertThat(line.ask("INVITE", "127.0.0.9"))
                .as("a phone, not the provider")
                .hasValueSatisfying(answer -> assertThat(answer).contains(" 403 "));

        line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER))
                .areDone(SOON);
        soon().until(() -> register.latest(unit, 10).size(), size -> size > 0);
        assertThat(register.latest(unit, 10))
                .singleElement()
                .satisfies(call -> assertThat(call.caller().phone()).isEqualTo("+86" + CALLER));
        assertThat(line.phonesHeard()).extracting(Heard::caller).containsOnly(CALLER);
    }

    /** The application of the test goes away, without its timers too, and a new one in a process of its own comes up. */
    @Test
    @Tag("L2.1")
    void rotaDeskRestartsInTheMiddleOfARing() throws Exception {
        department("restart", List.of("5101", "1202", "2303"), List.of("1404"), "2s");
        try (Door door = new Door()) {
            door.leadsTo(port);
            opens(door.url(), "2303", List.of("51", "12", "23"), "2303");

            Callers first = line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of(CALLER));
            ringsAt("5101");
            Callers second = line.call("caller-talks", SHORT_TALK, SipLine.DEPARTMENT, List.of("13800000002"));
            ringsAt("1202");
            timersOfThisNode.shutdown();
            door.close();
            // The first is picked up, and the second rings to its end and at the group, while nobody is there to ask.
            first.areDone(SOON);
            second.areDone(SOON);

            OtherNode restarted = OtherNode.on(databaseUrl);
            try {
                door.leadsTo(portOf(restarted));
                Call picked = eventually(
                        new CallKey(unit, first.callId()), one -> one.talk().endedAt() != null);
                assertThat(picked.talk().agent()).isEqualTo(agent("5101"));
                Call missed = eventually(
                        new CallKey(unit, second.callId()), one -> one.talk().endedAt() != null);
                assertThat(missed.talk().agent()).isEqualTo(agent("2303"));
            } finally {
                restarted.kill();
            }
            assertThat(line.phonesHeard())
                    .extracting(Heard::what, Heard::extension)
                    .containsOnlyOnce(tuple("rings", "5101"), tuple("rings", "1202"), tuple("rings", "2303"));
        } finally {
            timersOfThisNode.start();
        }
    }

    /** A department of which one team answers calls; the other has nothing to do unless the manager says so. */
    private void department(String name, List<String> callTeam, List<String> visitTeam) {
        department(name, callTeam, visitTeam, "1s");
    }

    /** @param ring the time of one of the three rings */
    private void department(String name, List<String> callTeam, List<String> visitTeam, String ring) {
        unit = "sip-" + name;
        units.save(new Unit(
                unit,
                "招商部",
                "广安世纪",
                null,
                List.of(agent("manager")),
                List.of(),
                ByTelephone.unlessChosen(
                        UnitSettings.defaults().with("ringTime", ring).with("wrapUpAfterCall", 0))));
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        add(csv, "A", callTeam);
        List<String> others = new ArrayList<>(visitTeam);
        while (others.size() < callTeam.size()) {
            // Teams are of one size.
            others.add("19%02d".formatted(others.size()));
        }
        add(csv, "B", others);
        csv.append(agent("manager")).append(",经理,13900000098,800,-,\n");
        assertThat(roster.load(unit, csv.toString()).errors()).isEmpty();
    }

    private void add(StringBuilder csv, String team, List<String> extensions) {
        for (int i = 0; i < extensions.size(); i++) {
            String extension = extensions.get(i);
            csv.append("%s,招商员%s,1390000%s,%s,%s,%d%n"
                    .formatted(agent(extension), extension, extension, extension, team, i + 1));
        }
    }

    /** A login has letters and digits only. */
    private String agent(String extension) {
        return unit.replace("-", "") + extension;
    }

    private void opens(String url, String fallback, List<String> desks, String colleague) throws IOException {
        opens(url, fallback, desks, colleague, Map.of());
    }

    private void opens(String url, String fallback, List<String> desks, String colleague, Map<String, String> settings)
            throws IOException {
        String token = tokens.create(unit, "电话").clear();
        line = new SipLine(Path.of("target/sip", unit).toAbsolutePath(), url, unit, token, fallback, settings);
        line.phones(desks, colleague);
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    private static int portOf(OtherNode node) {
        return URI.create(node.address()).getPort();
    }

    private void ringsAt(String extension) {
        soon().until(() -> line.phonesHeard().stream().anyMatch(one -> one.is("rings", extension)));
    }

    private static ConditionFactory soon() {
        return Awaitility.await().pollInterval(Duration.ofMillis(50)).atMost(SOON);
    }

    private Call eventually(CallKey key, Predicate<Call> is) {
        return soon().until(() -> register.find(key), one -> one.filter(is).isPresent())
                .orElseThrow();
    }

    private List<org.assertj.core.groups.Tuple> turns(CallKey key) {
        return ledger.of(key.contact()).stream()
                .map(entry -> tuple(entry.kind(), entry.login()))
                .toList();
    }

    private void complete(CallKey key, String step, Map<String, Object> form) {
        Task task = soon().until(
                        () -> tasks.createTaskQuery()
                                .taskDefinitionKey(step)
                                .processVariableValueEquals("callId", key.toString())
                                .singleResult(),
                        found -> found != null);
        forms.submitTaskForm(task.getId(), form);
    }

    /** Not asserted: it depends on what else the machine does. */
    /** The rings one after the other; each phone is a program of its own, and says the rest when it comes to it. */
    private void hears(Tuple... expected) {
        soon().untilAsserted(() -> assertThat(line.phonesHeard())
                .extracting(Heard::what, Heard::extension)
                .containsExactlyInAnyOrder(expected));
        List<Tuple> rings = Stream.of(expected)
                .filter(one -> one.toList().get(0).equals("rings"))
                .toList();
        assertThat(line.phonesHeard())
                .filteredOn(one -> one.what().equals("rings"))
                .extracting(Heard::what, Heard::extension)
                .containsExactlyElementsOf(rings);
    }

    private void printLateness() {
        List<Heard> heard = line.phonesHeard();
        for (int i = 1; i < heard.size(); i++) {
            if (heard.get(i).what().equals("rings") && heard.get(i - 1).what().equals("stops")) {
                System.out.printf(
                        "From the end of a ring to the next phone: %.0f ms%n",
                        heard.get(i).millis() - heard.get(i - 1).millis());
            }
        }
        double[] rings = heard.stream()
                .filter(one -> one.what().equals("rings"))
                .mapToDouble(Heard::millis)
                .toArray();
        System.out.printf("From INVITE to INVITE, three rings of one second: %.0f ms%n", rings[1] - rings[0]);
    }
}

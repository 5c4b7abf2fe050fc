package io.rotadesk.web.api.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.web.api.agi.CallDesk.Next;
import io.rotadesk.web.api.agi.CallDesk.Place;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dialplan that speaks FastAGI: a peer follows a script, and a desk remembers what it was told. */
class AgiServerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    /** Remembers what it is told, and answers in turn. */
    private static final class Desk implements CallDesk {

        private final Deque<Next> places = new ArrayDeque<>();
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch over = new CountDownLatch(1);
        private final CountDownLatch asked = new CountDownLatch(1);
        private CountDownLatch entering = new CountDownLatch(0);

        private Next next() {
            return places.isEmpty() ? new Next(Place.OVER, null, null) : places.poll();
        }

        @Override
        public boolean mayPhone(String unit, String token) {
            return unit.equals("guangan") && token.equals("rd_token");
        }

        @Override
        public Next received(String unit, String callId, String from, String queue) {
            told.add("received " + callId + " from " + from);
            asked.countDown();
            try {
                entering.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return next();
        }

        @Override
        public Next now(String unit, String callId) {
            return next();
        }

        @Override
        public Next notAnswered(String unit, String callId, String extension) {
            told.add("noAnswer " + extension);
            return next();
        }

        @Override
        public void answered(String unit, String callId, String extension) {
            told.add("answered " + callId + " " + extension);
        }

        @Override
        public void hungUp(String unit, String callId, String cause) {
            told.add("hungUp " + callId);
            over.countDown();
        }
    }

    private static String dial(String extension) {
        return AsteriskPeer.dial("guangan", extension);
    }

    private final Desk desk = new Desk();
    private AgiServer server;

    @BeforeEach
    void listens() {
        listens(2, Duration.ofMinutes(2));
    }

    private void listens(int connections, Duration waiting) {
        listens(connections, waiting, Duration.ofMillis(20));
    }

    private void listens(int connections, Duration waiting, Duration pause) {
        if (server != null) {
            server.stop();
        }
        server = new AgiServer(
                new AgiSettings(0, "127.0.0.1", "PJSIP", connections, waiting, pause),
                desk,
                Clock.fixed(NOW, ZoneOffset.UTC));
        server.listen(0);
    }

    @AfterEach
    void stops() {
        server.stop();
    }

    private static Next rings(String extension) {
        return new Next(Place.RING, extension, NOW.plusSeconds(15));
    }

    private AsteriskPeer call() throws IOException {
        return new AsteriskPeer(server.port()).calls("guangan", "rd_token");
    }

    @Test
    void itRingsOnePhoneAfterTheOtherUntilSomebodyAnswers() throws IOException {
        desk.places.addAll(List.of(rings("8001"), rings("8002")));
        try (AsteriskPeer asterisk = call()) {
            asterisk.dials("8001", "NOANSWER");
            asterisk.dials("8002", "ANSWER");
            asterisk.ends("ANSWERED");
        }
        assertThat(desk.told)
                .containsExactly(
                        "received 1772413200.17 from 13800000001",
                        "noAnswer 8001",
                        "answered 1772413200.17 8002",
                        "hungUp 1772413200.17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOANSWER", "BUSY", "CHANUNAVAIL", "CONGESTION", "DONTCALL", "INVALIDARGS", "", "odd"})
    void whateverElseBecameOfARingItIsTheNextAgentsTurn(String status) throws IOException {
        desk.places.addAll(List.of(rings("8001"), rings("8002")));
        try (AsteriskPeer asterisk = call()) {
            asterisk.dials("8001", status);
            asterisk.dials("8002", "ANSWER");
            asterisk.ends("ANSWERED");
        }
        assertThat(desk.told).contains("noAnswer 8001", "answered 1772413200.17 8002");
    }

    @Test
    void theCallerHangsUpWhileItRings() throws IOException {
        desk.places.add(rings("8001"));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects(dial("8001"), "HANGUP", "200 result=-1");
            asterisk.expects("GET VARIABLE DIALSTATUS", "200 result=1 (CANCEL)");
            assertThat(asterisk.reads()).isNull();
        }
        assertThat(desk.told).containsExactly("received 1772413200.17 from 13800000001", "hungUp 1772413200.17");
    }

    @Test
    void theCallerHangsUpAfterTheConversation() throws IOException {
        desk.places.add(rings("8001"));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects(dial("8001"), "HANGUP", "200 result=-1");
            asterisk.expects("GET VARIABLE DIALSTATUS", "200 result=1 (ANSWER)");
            asterisk.ends("ANSWERED");
        }
        assertThat(desk.told).endsWith("answered 1772413200.17 8001", "hungUp 1772413200.17");
    }

    @Test
    void aDeadChannelIsAHangUp() throws IOException {
        desk.places.add(rings("8001"));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects(dial("8001"), "511 Command Not Permitted on a dead channel or intercept routine");
            asterisk.expects(
                    "GET VARIABLE DIALSTATUS", "511 Command Not Permitted on a dead channel or intercept routine");
            assertThat(asterisk.reads()).isNull();
        }
        assertThat(desk.told).endsWith("hungUp 1772413200.17");
    }

    @Test
    void theConnectionBreaksWhileItRings() throws Exception {
        desk.places.add(rings("8001"));
        try (AsteriskPeer asterisk = call()) {
            assertThat(asterisk.reads()).isEqualTo(dial("8001"));
        }
        assertThat(desk.over.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.told).endsWith("hungUp 1772413200.17");
    }

    @Test
    void theConnectionBreaksBeforeTheCallIsEntered() throws Exception {
        desk.places.add(rings("8001"));
        desk.entering = new CountDownLatch(1);
        try (AsteriskPeer asterisk = call()) {
            assertThat(desk.asked.await(5, TimeUnit.SECONDS)).isTrue();
        }
        desk.entering.countDown();
        assertThat(desk.over.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.told).containsExactly("received 1772413200.17 from 13800000001", "hungUp 1772413200.17");
    }

    @Test
    void theConnectionBreaksWhileItIsAskedWhatBecameOfARing() throws Exception {
        desk.places.add(rings("8001"));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects(dial("8001"), "200 result=0");
            assertThat(asterisk.reads()).isEqualTo("GET VARIABLE DIALSTATUS");
        }
        assertThat(desk.over.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.told).endsWith("hungUp 1772413200.17");
    }

    @Test
    void theConnectionBreaksAfterTheOutcomeOfARing() throws Exception {
        desk.places.addAll(List.of(rings("8001"), rings("8002")));
        try (AsteriskPeer asterisk = call()) {
            asterisk.dials("8001", "BUSY");
        }
        assertThat(desk.over.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(desk.told).endsWith("noAnswer 8001", "hungUp 1772413200.17");
    }

    @Test
    void aCallerForWhomNobodyIsFreeWaitsAndIsConnectedWhenTheManagerHasDecided() throws IOException {
        desk.places.addAll(List.of(new Next(Place.WAIT, null, null), new Next(Place.CONNECT, "8005", null)));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects("EXEC MusicOnHold ,1", "200 result=0");
            asterisk.expects(
                    "EXEC Dial PJSIP/8005,45,gU(rotadesk-answered^guangan^1772413200.17^8005)", "200 result=0");
            asterisk.expects("GET VARIABLE DIALSTATUS", "200 result=1 (ANSWER)");
            asterisk.ends("ANSWERED");
        }
    }

    @Test
    void aCallerHangsUpWhileNobodyIsFree() throws IOException {
        desk.places.add(new Next(Place.WAIT, null, null));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects("EXEC MusicOnHold ,1", "HANGUP", "200 result=-1");
            assertThat(asterisk.reads()).isNull();
        }
        assertThat(desk.told).endsWith("hungUp 1772413200.17");
    }

    @Test
    void whenNobodyIsFreeForLongTheDialplanGoesOnByItself() throws IOException {
        listens(2, Duration.ofSeconds(-1));
        desk.places.add(new Next(Place.WAIT, null, null));
        try (AsteriskPeer asterisk = call()) {
            asterisk.ends("NOBODY");
        }
    }

    @Test
    void aCallThatBringsNoNewCallerGoesOnAsWithoutRotaDesk() throws IOException {
        desk.places.add(new Next(Place.NO_CALLER, null, null));
        try (AsteriskPeer asterisk = call()) {
            asterisk.ends("NO_CALLER");
        }
    }

    @Test
    void somebodyWithoutAPhoneIsPassedOver() throws IOException {
        desk.places.addAll(List.of(rings(null), rings("8002")));
        try (AsteriskPeer asterisk = call()) {
            asterisk.dials("8002", "ANSWER");
            asterisk.ends("ANSWERED");
        }
        assertThat(desk.told).contains("noAnswer null");
    }

    @Test
    void ifNobodyHasAPhoneItIsNotAskedWithoutEnd() throws IOException {
        listens(2, Duration.ofSeconds(-1));
        for (int i = 0; i < 100; i++) {
            desk.places.add(rings(null));
        }
        try (AsteriskPeer asterisk = call()) {
            asterisk.ends("NOBODY");
        }
        assertThat(desk.told).filteredOn("noAnswer null"::equals).hasSize(1);
    }

    @Test
    void aPhoneThatDoesNotRingIsTriedAgainAfterAPause() throws IOException {
        desk.places.addAll(List.of(rings("8001"), rings("8001"), rings("8001")));
        try (AsteriskPeer asterisk = call()) {
            asterisk.dials("8001", "CHANUNAVAIL");
            asterisk.expects("EXEC MusicOnHold ,1", "200 result=0");
            asterisk.dials("8001", "ANSWER");
            asterisk.ends("ANSWERED");
        }
    }

    @Test
    void anAgentWhomTheManagerNamedIsNotRungForLongerThanTheCallerWaits() throws IOException {
        listens(2, Duration.ofSeconds(-1));
        desk.places.addAll(List.of(new Next(Place.CONNECT, "8005", null), new Next(Place.CONNECT, "8005", null)));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects(
                    "EXEC Dial PJSIP/8005,45,gU(rotadesk-answered^guangan^1772413200.17^8005)", "200 result=0");
            asterisk.expects("GET VARIABLE DIALSTATUS", "200 result=1 (NOANSWER)");
            asterisk.ends("NOBODY");
        }
    }

    @Test
    void theCallerHangsUpInThatPause() throws IOException {
        desk.places.addAll(List.of(rings(null), rings(null)));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects("EXEC MusicOnHold ,1", "HANGUP", "200 result=-1");
            assertThat(asterisk.reads()).isNull();
        }
        assertThat(desk.told).endsWith("hungUp 1772413200.17");
    }

    @Test
    void theCalledPhonesDialplanReportsTheAnswerAtOnce() throws IOException {
        try (AsteriskPeer asterisk =
                new AsteriskPeer(server.port()).calls("guangan/answered", "rd_token", "1772413200.17", "8001")) {
            assertThat(asterisk.reads()).isNull();
        }
        assertThat(desk.told).containsExactly("answered 1772413200.17 8001");
    }

    @Test
    void theDialplanReportsTheEndOfACallThatItRangByItself() throws IOException {
        try (AsteriskPeer asterisk = new AsteriskPeer(server.port()).calls("guangan/over", "rd_token")) {
            assertThat(asterisk.reads()).isNull();
        }
        assertThat(desk.told).containsExactly("hungUp 1772413200.17");
    }

    @Test
    void theCallerHangsUpBetweenTwoQuestions() throws IOException {
        listens(2, Duration.ofMinutes(2), Duration.ofMinutes(1));
        desk.places.add(new Next(Place.WAIT, null, null));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects("EXEC MusicOnHold ,60", "200 result=0", "HANGUP");
            assertThat(asterisk.reads()).isNull();
        }
        assertThat(desk.told).endsWith("hungUp 1772413200.17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rd_wrong", "", "rd_token of another"})
    void withoutAGoodTokenTheDialplanGoesOnByItself(String token) throws IOException {
        try (AsteriskPeer asterisk = new AsteriskPeer(server.port()).calls("guangan", token)) {
            asterisk.ends("FAILED");
        }
        assertThat(desk.told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "510 Invalid or unknown command",
                "520-Invalid command syntax.  Proper usage follows:\nUsage: EXEC\n520 End of proper usage.",
                "200 result=-2",
                "noise\n200 result=0 (odd) more",
                "200"
            })
    void anOddAnswerIsNoEndOfTheCall(String answer) throws IOException {
        desk.places.addAll(List.of(rings("8001"), rings("8002")));
        try (AsteriskPeer asterisk = call()) {
            asterisk.expects(dial("8001"), answer.split("\n"));
            asterisk.expects("GET VARIABLE DIALSTATUS", "200 result=0");
            asterisk.dials("8002", "ANSWER");
            asterisk.ends("ANSWERED");
        }
    }

    @Test
    void aPeerThatSaysTooMuchIsLeft() throws IOException {
        try (AsteriskPeer asterisk = new AsteriskPeer(server.port())) {
            asterisk.says("agi_x: " + "y".repeat(10_000), "");
            assertThat(asterisk.readsSign()).isIn(-1, (int) 'S');
        } catch (java.net.SocketException reset) {
            assertThat(reset).isNotNull();
        }
        assertThat(desk.told).isEmpty();
    }

    @Test
    void moreCallsThanItCanKeepAreTurnedAwayAtOnceAndOthersGoOn() throws Exception {
        desk.places.addAll(List.of(rings("8001"), rings("8002")));
        try (AsteriskPeer first = call()) {
            assertThat(first.reads()).isEqualTo(dial("8001"));
            try (AsteriskPeer second = call()) {
                assertThat(second.reads()).isEqualTo(dial("8002"));
                try (AsteriskPeer third = new AsteriskPeer(server.port())) {
                    assertThat(third.readsSign()).isEqualTo(-1);
                }
                first.says("200 result=0");
                first.expects("GET VARIABLE DIALSTATUS", "200 result=1 (ANSWER)");
                first.ends("ANSWERED");
            }
        }
    }
}

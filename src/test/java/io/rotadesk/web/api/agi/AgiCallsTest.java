package io.rotadesk.web.api.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.UnknownCallException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A dialplan's calls go through the rota: a peer that speaks FastAGI, and the deployed models. */
@RotaDeskTest
@Tag("L2.1")
class AgiCallsTest {

    @Autowired
    LeasingDepartment.Founder founder;

    @Autowired
    ApiTokens tokens;

    @Autowired
    AgiCalls desk;

    @Autowired
    AgiSettings usual;

    @Autowired
    AgiServer installed;

    @Autowired
    IncomingCalls calls;

    @Autowired
    TestClock clock;

    private LeasingDepartment department;
    private String token;
    private AgiServer server;

    @BeforeEach
    void listens() {
        clock.set(TestClock.MONDAY_NINE);
        department = founder.found();
        token = tokens.create(department.id(), "电话系统").clear();
        server = new AgiServer(
                new AgiSettings(0, "127.0.0.1", "PJSIP", 2, Duration.ofMinutes(2), Duration.ofMillis(20)), desk, clock);
        server.listen(0);
    }

    @AfterEach
    void stops() {
        server.stop();
    }

    @Test
    void itIsOffAndOnlyForThisComputerUnlessSomebodySwitchesItOn() {
        assertThat(usual.port()).isZero();
        assertThat(usual.address()).isEqualTo("127.0.0.1");
        assertThat(installed.isRunning()).isFalse();
    }

    @Test
    void aCallerRingsAtTheAgentsOfTheDayInTheirOrderUntilOneAnswers() throws IOException {
        try (AsteriskPeer asterisk = call(token)) {
            asterisk.dials(extension(0), "NOANSWER");
            asterisk.dials(extension(1), "ANSWER");
            asterisk.ends("ANSWERED");
        }
        Call call = settled(CallState.ANSWERED);
        assertThat(call.talk().agent()).isEqualTo(department.callTeam().get(1));
        assertThat(call.talk().endedAt()).isNotNull();
        assertThat(call.caller().number()).isEqualTo("+8613800000001");
    }

    @Test
    void aCallerWhoIsGoneIsAMissedCall() throws IOException {
        try (AsteriskPeer asterisk = call(token)) {
            asterisk.expects(AsteriskPeer.dial(department.id(), extension(0)), "HANGUP", "200 result=-1");
            asterisk.expects("GET VARIABLE DIALSTATUS", "200 result=1 (CANCEL)");
            assertThat(asterisk.reads()).isNull();
        }
        settled(CallState.MISSED);
    }

    @Test
    void anAnswerIsKnownBeforeTheConversationIsOver() throws IOException {
        try (AsteriskPeer asterisk = call(token)) {
            assertThat(asterisk.reads()).isEqualTo(AsteriskPeer.dial(department.id(), extension(0)));
            try (AsteriskPeer phone = new AsteriskPeer(server.port())) {
                phone.calls(department.id() + "/answered", token, AsteriskPeer.CALL, extension(0));
                assertThat(phone.reads()).isNull();
            }
            assertThat(settled(CallState.ANSWERED).talk().endedAt()).isNull();
            asterisk.says("200 result=0");
            asterisk.expects("GET VARIABLE DIALSTATUS", "200 result=1 (ANSWER)");
            asterisk.ends("ANSWERED");
        }
        assertThat(settled(CallState.ANSWERED).talk().endedAt()).isNotNull();
    }

    @Test
    void theTokenOfAnotherUnitEntersNothing() throws IOException {
        String others = tokens.create(founder.found().id(), "别的电话系统").clear();
        for (String wrong : List.of(others, "rd_wrong", "")) {
            try (AsteriskPeer asterisk = call(wrong)) {
                asterisk.ends("FAILED");
            }
        }
        assertThatThrownBy(() -> calls.find(department.id(), AsteriskPeer.CALL))
                .isInstanceOf(UnknownCallException.class);
    }

    private AsteriskPeer call(String typed) throws IOException {
        return new AsteriskPeer(server.port()).calls(department.id(), typed);
    }

    private String extension(int place) {
        return founder.extensionOf(department.callTeam().get(place));
    }

    private Call settled(CallState state) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> calls.find(department.id(), AsteriskPeer.CALL), call -> call.state() == state);
    }
}

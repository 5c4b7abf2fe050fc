package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.rotadesk.Pace;
import io.rotadesk.leasing.call.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MovingRingBrowserTest extends BrowserScenario {

    private static final Duration THREE_RINGS = Duration.ofSeconds(15);

    @Autowired
    JdbcClient database;

    /** Tasklist polls by itself every ten seconds. This one does not, so everything that it shows came as an event. */
    private Tasklist onlyToldTasklistOf(String login) {
        Page page = screens.open(login);
        page.addInitScript("""
                const every = window.setInterval;
                window.setInterval = (what, time, ...more) => time === 10000 ? 0 : every(what, time, ...more);
                """);
        return Tasklist.enter(page, "http://localhost:" + port, login, SECRET);
    }

    @Test
    @Tag("L2.1")
    void callThatNobodyPicksUpMovesToTheNextAgentsScreenByItself() {
        ringTime(null);
        List<String> order = turnsFromNow();
        Tasklist first = onlyToldTasklistOf(order.get(0));
        Tasklist second = onlyToldTasklistOf(order.get(1));

        Ring ring;
        Duration slow;
        try (Pace pace = new Pace(database)) {
            ring = ringsFrom("13700000009");
            // A busy machine needs longer than three rings to draw the next agent's screen.
            ringTime("20s");
            assertThat(ring.agent()).isEqualTo(order.get(0));
            first.shows("接听来电", SOON);
            second.shows("接听来电", SOON);
            first.showsNoLonger("接听来电", SOON);
            slow = pace.worst();
        }

        Call moved = register.get(ring.call());
        assertThat(moved.ringing().missedAgent()).isEqualTo(order.get(0));
        assertThat(moved.ringing().agent()).isEqualTo(order.get(1));
        assertThat(Duration.between(moved.receivedAt(), moved.ringing().firstAnswerBy()))
                .isBetween(THREE_RINGS, THREE_RINGS.plusMillis(500).plus(slow));
        assertThat(moved.ringing().offeredAt())
                .as("moves on within a second of its time")
                .isBetween(
                        moved.ringing().firstAnswerBy(),
                        moved.ringing().firstAnswerBy().plusSeconds(1).plus(slow));

        second.open("接听来电").complete("接听来电");
        second.open("问明来意").tick("其他事情").fill("谁打来的", "物业公司").fill("什么事", "停车证").complete("问明来意");
        assertThat(register.get(ring.call()).talk().agent()).isEqualTo(order.get(1));
    }
}

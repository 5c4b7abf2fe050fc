package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.call.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MovingRingBrowserTest extends BrowserScenario {

    private static final Duration THREE_RINGS = Duration.ofSeconds(15);
    /** Before Tasklist would ask again by itself, which it does every ten seconds. */
    private static final Duration SOON = Duration.ofSeconds(6);

    @Test
    @Tag("L2.1")
    void callThatNobodyPicksUpMovesToTheNextAgentsScreenByItself() {
        ringTime(null);
        List<String> order = turnsFromNow();
        Tasklist first = tasklistOf(order.get(0));
        Tasklist second = tasklistOf(order.get(1));

        Ring ring = ringsFrom("13700000009");
        assertThat(ring.agent()).isEqualTo(order.get(0));
        first.shows("接听来电", SOON);
        second.shows("接听来电", THREE_RINGS.plus(SOON));
        first.showsNoLonger("接听来电", SOON);

        Call moved = register.get(ring.call());
        assertThat(moved.missedAgent()).isEqualTo(order.get(0));
        assertThat(moved.ringingAgent()).isEqualTo(order.get(1));
        assertThat(Duration.between(moved.receivedAt(), moved.firstAnswerBy()))
                .isBetween(THREE_RINGS, THREE_RINGS.plusMillis(500));
        assertThat(moved.offeredAt())
                .as("moves on within a second of its time")
                .isBetween(moved.firstAnswerBy(), moved.firstAnswerBy().plusSeconds(1));

        second.open("接听来电").complete("接听来电");
        second.open("问明来意").tick("其他事情").complete("问明来意");
        assertThat(register.get(ring.call()).agent()).isEqualTo(order.get(1));
    }
}

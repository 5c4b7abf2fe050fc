package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rotadesk.TestClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceAnHourTest {

    private final TestClock clock = new TestClock();
    private final OnceAnHour onceAnHour = new OnceAnHour(clock);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void itLooksOnceInEachHourOfTheClock() {
        for (int minutes = 0; minutes < 180; minutes += 10) {
            onceAnHour.look(looks::incrementAndGet);
            clock.forward(Duration.ofMinutes(10));
        }
        assertThat(looks).hasValue(3);
    }

    @Test
    void aFailedLookIsTriedAgain() {
        assertThatIllegalStateException()
                .isThrownBy(() -> onceAnHour.look(() -> {
                    throw new IllegalStateException("no database");
                }));
        onceAnHour.look(looks::incrementAndGet);
        assertThat(looks).hasValue(1);
    }
}

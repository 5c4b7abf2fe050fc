package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class CollisionsTest {

    private final Collisions collisions = new Collisions();
    private final AtomicInteger times = new AtomicInteger();

    @Test
    void workThatCollidedIsRepeated() {
        assertThat(collisions.again(() -> {
                    switch (times.incrementAndGet()) {
                        case 1 -> throw new OptimisticLockingException("the timer was faster");
                        case 2 -> throw new CannotAcquireLockException("deadlock detected");
                        default -> {
                            return "done";
                        }
                    }
                }))
                .isEqualTo("done");
        assertThat(times).hasValue(3);
    }

    @Test
    void workThatKeepsCollidingIsGivenUp() {
        assertThatThrownBy(() -> collisions.again(() -> {
                    times.incrementAndGet();
                    throw new OptimisticLockingException("again");
                }))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(times).hasValue(4);
    }

    @Test
    void otherFailuresAreNotRepeated() {
        assertThatThrownBy(() -> collisions.again(() -> {
                    times.incrementAndGet();
                    throw new IllegalStateException("wrong");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(times).hasValue(1);
    }
}

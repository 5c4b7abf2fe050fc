package io.rotadesk.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However many requests come, there are threads left for calls. */
class PlacesTest {

    private final Places places = new Places();

    @Test
    void phonesAlwaysFindAPlace() throws Exception {
        Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 300; i++) {
            Thread stranger = new Thread(() -> places.take(Guest.STRANGER));
            stranger.setDaemon(true);
            stranger.start();
            waiting.add(stranger);
        }
        int people = 0;
        while (places.take(Guest.PERSON) != null) {
            people++;
        }
        int watchers = 0;
        while (places.take(Guest.WATCHER) != null) {
            watchers++;
        }
        int refusals = 0;
        while (places.toRefuse() != null) {
            refusals++;
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(places.take(Guest.PHONE)).isNotNull();
        }
        TimeUnit.MILLISECONDS.sleep(500);
        long holding = waiting.stream().filter(Thread::isAlive).count();
        assertThat(holding + people + watchers + refusals).isLessThan(Places.THREADS - 40);
    }

    @Test
    void placeThatIsGivenBackIsTakenAgain() {
        List<Places.Place> people = new ArrayList<>();
        for (Places.Place one = places.take(Guest.PERSON); one != null; one = places.take(Guest.PERSON)) {
            people.add(one);
        }
        assertThat(places.take(Guest.PERSON)).isNull();
        people.forEach(Places.Place::close);
        assertThat(places.take(Guest.PERSON)).isNotNull();
        for (int i = 0; i < 500; i++) {
            places.take(Guest.STRANGER).close();
        }
    }

    @Test
    void memoryForBodiesHasAnEnd() {
        Memory memory = new Memory(100);
        assertThat(memory.take(60)).isTrue();
        assertThat(memory.take(60)).isFalse();
        memory.giveBack(60);
        assertThat(memory.take(100)).isTrue();
        assertThat(memory.take(1)).isFalse();
    }
}

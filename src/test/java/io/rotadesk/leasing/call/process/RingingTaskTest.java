package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.TaskNews;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.platform.news.NewsRecorder;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The events that reach the screens of the people in a call, and of nobody else. */
class RingingTaskTest extends CallScenario {

    @Autowired
    RingingTasks ringing;

    @Autowired
    NewsRecorder news;

    @Test
    @Tag("L2.1")
    void ringingCallIsShownWithCallerAndTimeToTheOneWhoseTurnItIs() {
        CallKey key = ringsFrom("13800000077");

        assertThat(ringing.of(onDuty())).singleElement().satisfies(ring -> {
            assertThat(ring.id()).isEqualTo(task(key).getId());
            assertThat(ring.names().get("zh")).isEqualTo("接听来电");
            assertThat(ring.line()).contains("138 0000 0077");
            assertThat(ring.until()).isEqualTo(clock.instant().plusSeconds(15));
        });
        assertThat(ringing.of(department.callTeam().get(1))).isEmpty();
    }

    @Test
    @Tag("L2.1")
    void callThatMovesOnLeavesOneScreenAndComesToAnother() {
        CallKey key = ringsFrom(CALLER);
        news.forget();
        report(key, CallEvent.NO_ANSWER);

        String second = department.callTeam().get(1);
        told(onDuty());
        told(second);
        assertThat(ringing.of(onDuty())).isEmpty();
        assertThat(ringing.of(second))
                .extracting(ring -> ring.names().get("zh"))
                .containsExactly("接听来电");
    }

    @Test
    void nextStepOfOnesOwnWorkIsToldAsSuch() {
        CallKey key = ringsFrom(CALLER);
        Task pickUp = taskAt(key, CallHandling.Task.PICK_UP_CALL);
        news.forget();
        engine.getIdentityService().setAuthentication(onDuty(), List.of("agents"), List.of(department.id()));
        complete(pickUp);
        engine.getIdentityService().clearAuthentication();

        told(onDuty() + " " + task(key).getId());
        assertThat(ringing.of(onDuty()))
                .as("the caller is on the line, for as long as it takes")
                .singleElement()
                .satisfies(ring -> assertThat(ring.until()).isNull());
    }

    private void told(String text) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> news.heard(TaskNews.TOPIC).contains(text));
    }
}

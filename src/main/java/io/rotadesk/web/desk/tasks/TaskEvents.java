package io.rotadesk.web.desk.tasks;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.RingingTask;
import io.rotadesk.engine.RingingTasks;
import io.rotadesk.engine.TaskNews;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import io.rotadesk.web.desk.EventStreams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream that Tasklist listens to. It sends an event each time the person's list of tasks changes, on any node. A
 * ringing call reaches the screen well within a second (L2.1).
 */
@RestController
class TaskEvents {

    static final String CHANNEL = "tasks/";
    private static final String EVENT = "tasks";

    private final EventStreams streams;
    private final RingingTasks ringing;
    private final Clock clock;

    TaskEvents(EventStreams streams, RingingTasks ringing, Clock clock) {
        this.streams = streams;
        this.ringing = ringing;
        this.clock = clock;
    }

    @GetMapping(path = "/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@AuthenticationPrincipal SignedInUser user) {
        SseEmitter stream = streams.open(CHANNEL + user.login());
        tell(user.login(), null);
        return stream;
    }

    @EventListener(condition = "#news.isAbout('" + TaskNews.TOPIC + "')")
    void changed(NewsHeard news) {
        TaskNews change = TaskNews.of(news.text());
        tell(change.login(), change.next());
    }

    @EventListener(NewsResumed.class)
    void lookAgain() {
        streams.channels(CHANNEL).forEach(channel -> tell(channel.substring(CHANNEL.length()), null));
    }

    private void tell(String login, String next) {
        streams.send(CHANNEL + login, EVENT, () -> new Change(next, ringsFor(login)));
    }

    private List<Ring> ringsFor(String login) {
        return ringing.of(login).stream().map(this::ring).toList();
    }

    private Ring ring(RingingTask task) {
        Long left = task.until() == null
                ? null
                : Math.max(0, Duration.between(clock.instant(), task.until()).toMillis());
        return new Ring(task.id(), task.names(), task.line(), left);
    }

    /**
     * @param next id of the task to go on with; null when it should not be opened by itself
     * @param rings the calls and visitors that ring now
     */
    record Change(String next, List<Ring> rings) {}

    /**
     * @param names of the task, by the language of the page: the browsers of one person may differ
     * @param millisLeft counted here, since a browser's clock may be wrong; absent when there is no hurry
     */
    record Ring(String task, Map<String, String> names, String line, Long millisLeft) {}
}

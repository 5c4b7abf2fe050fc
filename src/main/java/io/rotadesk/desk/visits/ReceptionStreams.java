package io.rotadesk.desk.visits;

import io.rotadesk.desk.EventStreams;
import io.rotadesk.news.News;
import io.rotadesk.news.NewsHeard;
import io.rotadesk.news.NewsResumed;
import io.rotadesk.visit.VisitChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The browsers that show a unit's reception just now, on all nodes; they are told that something changed, and ask for it
 * themselves.
 */
@Component
class ReceptionStreams {

    private static final String TOPIC = "visits";
    private static final String CHANNEL = "visits/";
    private static final String EVENT = "visits";

    private final EventStreams streams;
    private final News news;

    ReceptionStreams(EventStreams streams, News news) {
        this.streams = streams;
        this.news = news;
    }

    SseEmitter open(String unitId) {
        return streams.open(CHANNEL + unitId);
    }

    @EventListener
    void changed(VisitChanged change) {
        news.tell(TOPIC, change.unitId());
    }

    @EventListener(condition = "#heard.isAbout('" + TOPIC + "')")
    void heard(NewsHeard heard) {
        lookAgain(CHANNEL + heard.text());
    }

    /** Something may have been missed. */
    @EventListener(NewsResumed.class)
    void allLookAgain() {
        streams.channels(CHANNEL).forEach(this::lookAgain);
    }

    private void lookAgain(String channel) {
        streams.send(channel, EVENT, () -> "");
    }
}

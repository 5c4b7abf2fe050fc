package io.rotadesk.desk.petitions;

import io.rotadesk.desk.EventStreams;
import io.rotadesk.news.News;
import io.rotadesk.news.NewsHeard;
import io.rotadesk.news.NewsResumed;
import io.rotadesk.petition.TicketChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The browsers and wall boards that show a unit's reception hall just now, on all nodes; they are told that something changed,
 * and ask for it themselves.
 */
@Component
class HallStreams {

    private static final String TOPIC = "tickets";
    private static final String CHANNEL = "tickets/";
    private static final String EVENT = "tickets";

    private final EventStreams streams;
    private final News news;

    HallStreams(EventStreams streams, News news) {
        this.streams = streams;
        this.news = news;
    }

    SseEmitter open(String unitId) {
        return streams.open(CHANNEL + unitId);
    }

    @EventListener
    void changed(TicketChanged change) {
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

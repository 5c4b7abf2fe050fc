package io.rotadesk.web.desk;

import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The browsers, on all nodes, that show something of a unit live. An event tells them that it changed, and they then
 * load it themselves.
 */
public abstract class UnitStreams {

    private final String topic;
    private final EventStreams streams;
    private final News news;

    /** @param topic of the news, and the name of the event that browsers wait for */
    protected UnitStreams(String topic, EventStreams streams, News news) {
        this.topic = topic;
        this.streams = streams;
        this.news = news;
    }

    /** A browser begins to look at a unit. */
    public SseEmitter open(String unitId) {
        return streams.open(channel(unitId));
    }

    /** Tells all nodes, after the commit, that something of the unit changed. */
    protected void changed(String unitId) {
        news.tell(topic, unitId);
    }

    @EventListener
    public void heard(NewsHeard heard) {
        if (heard.isAbout(topic)) {
            lookAgain(channel(heard.text()));
        }
    }

    /** Something may have been missed. */
    @EventListener(NewsResumed.class)
    public void allLookAgain() {
        streams.channels(channel("")).forEach(this::lookAgain);
    }

    private String channel(String unitId) {
        return topic + "/" + unitId;
    }

    private void lookAgain(String channel) {
        streams.send(channel, topic, () -> "");
    }
}

package io.rotadesk.web.desk.notices;

import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.web.desk.EventStreams;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a person's open screens, on the stream {@code /desk/events}, that their notices have changed; they ask for them in their language. */
@Component
class NoticeStreams {

    /** The beginning of the channels of {@code /desk/events}; the person's login follows. */
    private static final String CHANNEL = "tasks/";

    private static final String EVENT = "notices";

    private final EventStreams streams;

    NoticeStreams(EventStreams streams) {
        this.streams = streams;
    }

    @EventListener(condition = "#news.isAbout('" + Notices.TOPIC + "')")
    void changed(NewsHeard news) {
        tell(news.text());
    }

    /** A change may have been missed. */
    @EventListener(NewsResumed.class)
    void lookAgain() {
        streams.channels(CHANNEL).forEach(channel -> tell(channel.substring(CHANNEL.length())));
    }

    private void tell(String login) {
        streams.send(CHANNEL + login, EVENT, Map::of);
    }
}

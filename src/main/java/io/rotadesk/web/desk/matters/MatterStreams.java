package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.MatterChanged;
import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.EventStreams;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The browsers, on all nodes, that show open matters or what goes on: they look again when a matter of these units changes. */
@Component
public class MatterStreams {

    /** The topic of the news that matters of a unit have changed; its text is the unit's id. */
    public static final String TOPIC = "matters";

    private static final String CHANNEL = "matters/";

    /** The name of the event, one of those that browsers wait for. */
    private static final String EVENT = "tickets";

    private final EventStreams streams;
    private final News news;
    private final Units units;

    MatterStreams(EventStreams streams, News news, Units units) {
        this.streams = streams;
        this.news = news;
        this.units = units;
    }

    /** The browser looks again when a matter of the unit, or of one below it, changes. */
    public SseEmitter open(String unitId) {
        return streams.open(CHANNEL + unitId);
    }

    @EventListener
    void changed(MatterChanged change) {
        news.tell(TOPIC, change.unitId());
    }

    @EventListener
    void heard(NewsHeard heard) {
        if (heard.isAbout(TOPIC)) {
            Set<String> open = streams.channels(CHANNEL);
            if (!open.isEmpty()) {
                Stream.concat(
                                Stream.of(heard.text()),
                                units.above(heard.text()).stream().map(Unit::id))
                        .map(CHANNEL::concat)
                        .filter(open::contains)
                        .forEach(this::lookAgain);
            }
        }
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

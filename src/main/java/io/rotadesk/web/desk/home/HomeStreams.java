package io.rotadesk.web.desk.home;

import io.rotadesk.engine.TaskNews;
import io.rotadesk.leasing.call.CallChanged;
import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.EventStreams;
import io.rotadesk.web.desk.matters.MatterStreams;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The browsers, on all nodes, that show a leaders' home page. They look again when anything of the unit changes that the
 * page shows. All of it but calls is told for other pages already; those news are heard here too, and not told again.
 */
@Component
class HomeStreams {

    private static final String TOPIC = "calls";
    private static final String CHANNEL = "home/";

    /** The name of the event, one of those that browsers wait for. */
    private static final String EVENT = "duty";

    /** News with a unit as text; that of the duty board may be {@link #PERSON} and a login instead. */
    private static final Set<String> OF_UNITS = Set.of(TOPIC, "duty", "visits", "tickets");

    private static final String PERSON = "@";

    private final EventStreams streams;
    private final News news;
    private final Agents agents;
    private final Units units;

    HomeStreams(EventStreams streams, News news, Agents agents, Units units) {
        this.streams = streams;
        this.news = news;
        this.agents = agents;
        this.units = units;
    }

    SseEmitter open(String unitId) {
        return streams.open(CHANNEL + unitId);
    }

    @EventListener
    void changed(CallChanged change) {
        news.tell(TOPIC, change.unitId());
    }

    @EventListener
    void heard(NewsHeard heard) {
        Set<String> open = streams.channels(CHANNEL);
        if (open.isEmpty()) {
            return;
        }
        if (heard.isAbout(MatterStreams.TOPIC)) {
            ofUnitAndAbove(heard.text(), open);
        } else if (OF_UNITS.stream().anyMatch(heard::isAbout)) {
            if (heard.text().startsWith(PERSON)) {
                ofPerson(heard.text().substring(PERSON.length()), open);
            } else {
                lookAgain(CHANNEL + heard.text());
            }
        } else if (heard.isAbout(TaskNews.TOPIC)) {
            ofPerson(TaskNews.of(heard.text()).login(), open);
        } else if (heard.isAbout(Notices.TOPIC)) {
            ofPerson(heard.text(), open);
        }
    }

    /** Matters concern the leaders above, too. */
    private void ofUnitAndAbove(String unitId, Set<String> open) {
        Stream.concat(Stream.of(unitId), units.above(unitId).stream().map(Unit::id))
                .map(CHANNEL::concat)
                .filter(open::contains)
                .forEach(this::lookAgain);
    }

    /** Something may have been missed. */
    @EventListener(NewsResumed.class)
    void allLookAgain() {
        streams.channels(CHANNEL).forEach(this::lookAgain);
    }

    /** A person's tasks, notices or presence concern the unit that they work in, and those that they lead. */
    private void ofPerson(String login, Set<String> open) {
        String own = agents.find(login).map(Agent::unitId).orElse("");
        open.stream()
                .filter(channel -> {
                    String unit = channel.substring(CHANNEL.length());
                    return unit.equals(own)
                            || units.find(unit)
                                    .filter(found -> found.ledBy(login))
                                    .isPresent();
                })
                .forEach(this::lookAgain);
    }

    private void lookAgain(String channel) {
        streams.send(channel, EVENT, () -> "");
    }
}

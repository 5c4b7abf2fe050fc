package io.rotadesk.web.desk.duty;

import io.rotadesk.leasing.visit.LineChanged;
import io.rotadesk.platform.news.News;
import io.rotadesk.platform.news.NewsHeard;
import io.rotadesk.platform.news.NewsResumed;
import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.web.desk.EventStreams;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The browsers, on all nodes, that show a unit's duty board. An event tells them that it changed, and they then load it
 * themselves.
 */
@Component
class DutyStreams {

    private static final String TOPIC = "duty";
    private static final String CHANNEL = "duty/";
    private static final String EVENT = "duty";
    /** The channel that Tasklist listens to ({@code desk.tasks}); it shows the person's own presence and notice. */
    private static final String PERSON = "tasks/";

    /** The prefix before a login, where only the agent is known; no unit's id begins with it. */
    private static final String AGENT = "@";

    private final EventStreams streams;
    private final News news;
    private final Agents agents;

    DutyStreams(EventStreams streams, News news, Agents agents) {
        this.streams = streams;
        this.news = news;
        this.agents = agents;
    }

    SseEmitter open(String unitId) {
        return streams.open(CHANNEL + unitId);
    }

    @EventListener
    void changed(DutyChanged change) {
        news.tell(TOPIC, change.unitId() != null ? change.unitId() : AGENT + change.login());
    }

    /** The board shows how many people wait. */
    @EventListener
    void changed(LineChanged change) {
        news.tell(TOPIC, change.unitId());
    }

    @EventListener(condition = "#heard.isAbout('" + TOPIC + "')")
    void heard(NewsHeard heard) {
        if (!heard.text().startsWith(AGENT)) {
            lookAgain(CHANNEL + heard.text());
            return;
        }
        String login = heard.text().substring(AGENT.length());
        lookAgain(PERSON + login);
        if (!streams.channels(CHANNEL).isEmpty()) {
            agents.find(login).map(Agent::unitId).ifPresent(unit -> lookAgain(CHANNEL + unit));
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

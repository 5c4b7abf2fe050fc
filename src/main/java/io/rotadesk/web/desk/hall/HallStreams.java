package io.rotadesk.web.desk.hall;

import io.rotadesk.petition.reception.TicketChanged;
import io.rotadesk.platform.news.News;
import io.rotadesk.web.desk.EventStreams;
import io.rotadesk.web.desk.UnitStreams;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The browsers and wall boards that show a unit's reception hall. */
@Component
class HallStreams extends UnitStreams {

    HallStreams(EventStreams streams, News news) {
        super("tickets", streams, news);
    }

    @EventListener
    void changed(TicketChanged change) {
        changed(change.unitId());
    }
}

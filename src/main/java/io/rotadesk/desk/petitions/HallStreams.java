package io.rotadesk.desk.petitions;

import io.rotadesk.desk.EventStreams;
import io.rotadesk.desk.UnitStreams;
import io.rotadesk.news.News;
import io.rotadesk.petition.TicketChanged;
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

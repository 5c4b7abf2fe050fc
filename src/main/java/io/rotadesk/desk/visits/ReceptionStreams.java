package io.rotadesk.desk.visits;

import io.rotadesk.desk.EventStreams;
import io.rotadesk.desk.UnitStreams;
import io.rotadesk.news.News;
import io.rotadesk.visit.VisitChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The browsers that show a unit's reception. */
@Component
class ReceptionStreams extends UnitStreams {

    ReceptionStreams(EventStreams streams, News news) {
        super("visits", streams, news);
    }

    @EventListener
    void changed(VisitChanged change) {
        changed(change.unitId());
    }
}

package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.visit.VisitChanged;
import io.rotadesk.platform.news.News;
import io.rotadesk.web.desk.EventStreams;
import io.rotadesk.web.desk.UnitStreams;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The browsers that show a unit's reception. */
@Component
class FrontDeskStreams extends UnitStreams {

    FrontDeskStreams(EventStreams streams, News news) {
        super("visits", streams, news);
    }

    @EventListener
    void changed(VisitChanged change) {
        changed(change.unitId());
    }
}

package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.CustomersMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the visits of a merged record to the remaining one, including visits under way. */
@Component
class MergedVisitors {

    private final Visits visits;

    MergedVisitors(Visits visits) {
        this.visits = visits;
    }

    @EventListener
    void move(CustomersMerged merged) {
        visits.move(merged.from(), merged.into());
    }
}

package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.CustomersMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the calls of a merged record to the remaining one, including calls under way. */
@Component
class MergedCallers {

    private final Calls calls;

    MergedCallers(Calls calls) {
        this.calls = calls;
    }

    @EventListener
    void move(CustomersMerged merged) {
        calls.move(merged.from(), merged.into());
    }
}

package io.rotadesk.leasing.customer;

import io.rotadesk.leasing.customer.FollowUp.Outcome;
import org.springframework.stereotype.Component;

/** Ends or hands on a customer's open follow-up when something else happens to the customer. */
@Component
class OpenFollowUps {

    private final FollowUpRows rows;
    private final FollowUpProcess process;

    OpenFollowUps(FollowUpRows rows, FollowUpProcess process) {
        this.rows = rows;
        this.process = process;
    }

    /** Somebody was in contact with the customer, so the follow-up is done. */
    void contacted(long customerId, long followUp) {
        rows.close(customerId, followUp, Outcome.CONTACTED);
        process.contacted(followUp);
    }

    void givenTo(long followUp, String agent) {
        rows.givenTo(followUp, agent);
        process.givenTo(followUp, agent);
    }

    /** A merged record is no longer followed up on its own. */
    void merged(long customerId) {
        rows.openOf(customerId).ifPresent(followUp -> {
            rows.close(customerId, followUp, Outcome.MERGED);
            process.cancel(followUp);
        });
    }

    /** There is no longer an agent who would follow up. */
    void withoutAgent(long customerId) {
        rows.openOf(customerId).ifPresent(followUp -> {
            rows.close(customerId, followUp, Outcome.LAPSED);
            process.cancel(followUp);
        });
    }

    void erase(long customerId) {
        rows.openOf(customerId).ifPresent(process::cancel);
    }
}

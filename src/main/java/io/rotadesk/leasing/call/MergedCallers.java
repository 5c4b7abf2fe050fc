package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.CustomersMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the calls of a merged record to the remaining one, including calls under way. */
@Component
class MergedCallers {

    private final JdbcClient db;

    MergedCallers(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void move(CustomersMerged merged) {
        db.sql("update call_register set customer_id = :into where customer_id = :from")
                .param("from", merged.from())
                .param("into", merged.into())
                .update();
    }
}

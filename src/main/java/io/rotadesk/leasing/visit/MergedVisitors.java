package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.CustomersMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the visits of a merged record to the remaining one, including visits under way. */
@Component
class MergedVisitors {

    private final JdbcClient db;

    MergedVisitors(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void move(CustomersMerged merged) {
        db.sql("update visit_register set customer_id = :into where customer_id = :from")
                .param("from", merged.from())
                .param("into", merged.into())
                .update();
    }
}

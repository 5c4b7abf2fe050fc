package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.CustomersMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visits of a record that became part of another are the other's from then on, those under way too. */
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

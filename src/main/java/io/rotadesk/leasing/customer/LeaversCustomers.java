package io.rotadesk.leasing.customer;

import io.rotadesk.staff.handover.SplitWork;
import io.rotadesk.staff.unit.UnitKind;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands over a leaver's customers, with their open follow-ups. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LeaversCustomers implements SplitWork {

    private static final String THEIRS = "unit_id = ? and agent = ? and merged_into is null";

    private final JdbcClient db;
    private final Customers customers;

    LeaversCustomers(JdbcClient db, Customers customers) {
        this.db = db;
        this.customers = customers;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public boolean isDoneIn(UnitKind unit) {
        return unit == UnitKind.LEASING;
    }

    @Override
    public int count(String unitId, String login) {
        return db.sql("select count(*) from customer where " + THEIRS)
                .params(unitId, login)
                .query(Integer.class)
                .single();
    }

    @Override
    public void give(String unitId, String from, List<String> to) {
        List<Long> theirs = db.sql("select id from customer where " + THEIRS + " order by id for update")
                .params(unitId, from)
                .query(Long.class)
                .list();
        for (int i = 0; i < theirs.size(); i++) {
            customers.handOver(unitId, theirs.get(i), to.get(i % to.size()), ClaimReason.HANDED_OVER);
        }
    }
}

package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.Arrival;
import io.rotadesk.leasing.customer.Arrivals;
import io.rotadesk.leasing.customer.ContactKind;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data known about a customer when their visits began. */
@Component
class VisitArrivals implements Arrivals {

    private final JdbcClient db;
    private final RowMapper<Visit> rows;

    VisitArrivals(JdbcClient db, Visits visits) {
        this.db = db;
        this.rows = visits.rows();
    }

    @Override
    public List<Arrival> of(long customerId, int atMost) {
        return db.sql("""
                        select * from visit_register where customer_id = :customer and arrived_at is not null
                        order by arrived_at desc, visit_id desc limit :atMost
                        """).param("customer", customerId).param("atMost", atMost).query(rows).list().stream()
                .map(VisitArrivals::arrival)
                .toList();
    }

    private static Arrival arrival(Visit visit) {
        return new Arrival(
                ContactKind.VISIT,
                visit.key().toString(),
                visit.coming().arrivedAt(),
                visit.known().priorAgent(),
                visit.known().priorContactKind(),
                visit.known().priorContactAt(),
                visit.said().status());
    }
}

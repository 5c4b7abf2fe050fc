package io.rotadesk.visit;

import io.rotadesk.conduct.ServiceChecks;
import io.rotadesk.customer.CustomerErased;
import io.rotadesk.escalation.Escalations;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visit register forgets a customer who is erased: what is left of a visit is that there was one. */
@Component
class ErasedVisitors {

    private final JdbcClient db;
    private final VisitProcess process;
    private final Escalations escalations;
    private final ServiceChecks checks;

    ErasedVisitors(JdbcClient db, VisitProcess process, Escalations escalations, ServiceChecks checks) {
        this.db = db;
        this.process = process;
        this.escalations = escalations;
        this.checks = checks;
    }

    @EventListener
    void forget(CustomerErased erased) {
        List<VisitKey> visits = db.sql("""
                        update visit_register set visitor_name = null, visitor_raw = null, visitor_phone = null,
                            company = null, candidates = 0, customer_id = null, customer_name = null,
                            customer_phone = null, tour_remarks = null, negotiation = null, left_reason = null,
                            interests = null, objections = null, trade_type = null, budget = null, next_step = null,
                            remarks = null, course = null, result = null
                        where unit_id = :unit and (customer_id = :customer or visitor_phone = any (:phones)
                            or customer_phone = any (:phones))
                        returning unit_id, visit_id
                        """)
                .param("unit", erased.unitId())
                .param("customer", erased.customerId())
                .param("phones", erased.phones().toArray(String[]::new))
                .query(VisitKey.class)
                .list();
        visits.forEach(process::forget);
        visits.forEach(visit -> escalations.erase(visit.contact()));
        visits.forEach(visit -> checks.erase(visit.contact()));
    }
}

package io.rotadesk.call;

import io.rotadesk.customer.CustomerErased;
import io.rotadesk.escalation.Escalations;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The call register forgets a customer who is erased: what is left of a call is that there was one. */
@Component
class ErasedCallers {

    private final JdbcClient db;
    private final CallProcess process;
    private final Escalations escalations;

    ErasedCallers(JdbcClient db, CallProcess process, Escalations escalations) {
        this.db = db;
        this.process = process;
        this.escalations = escalations;
    }

    @EventListener
    void forget(CustomerErased erased) {
        String[] phones = erased.phones().toArray(String[]::new);
        List<CallKey> calls = db.sql("""
                        update call_register set caller_raw = null, caller_phone = null, customer_id = null,
                            candidates = 0, customer_name = null, customer_phone = null, interests = null,
                            trade_type = null, budget = null, remarks = null, cover_answer = null,
                            call_back_number = null, follow_up_remarks = null
                        where unit_id = :unit and (customer_id = :customer or caller_phone = any(:phones)
                            or customer_phone = any(:phones) or call_back_number = any(:phones))
                        returning unit_id, call_id
                        """)
                .param("unit", erased.unitId())
                .param("customer", erased.customerId())
                .param("phones", phones)
                .query(CallKey.class)
                .list();
        db.sql("delete from missed_return where unit_id = :unit and phone = any(:phones)")
                .param("unit", erased.unitId())
                .param("phones", phones)
                .update();
        calls.forEach(process::forget);
        calls.forEach(call -> escalations.erase(call.contact()));
    }
}

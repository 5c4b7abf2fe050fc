package io.rotadesk.leasing.dispute;

import io.rotadesk.leasing.customer.CustomerErased;
import io.rotadesk.leasing.customer.CustomerHandedOver;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.CustomersLapsed;
import io.rotadesk.leasing.customer.CustomersMerged;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Handles customers who lapse, are handed over, merged or erased while two agents dispute over them. */
@Component
class DisputedCustomers {

    private final DisputeRows rows;
    private final Customers customers;
    private final DisputeProcess process;

    DisputedCustomers(DisputeRows rows, Customers customers, DisputeProcess process) {
        this.rows = rows;
        this.customers = customers;
        this.process = process;
    }

    @EventListener
    void lapsed(CustomersLapsed lapsed) {
        overtake(lapsed.customerIds(), Outcome.LAPSED);
    }

    /** If the claimant gets the customer, there is nothing left to decide; another new agent gives the statement. */
    @EventListener
    void handedOver(CustomerHandedOver change) {
        nowOf(change.customerId(), change.to());
    }

    /** A merged customer has one agent. */
    @EventListener
    void merged(CustomersMerged merged) {
        customers
                .find(merged.into())
                .filter(remains -> remains.agent() != null)
                .ifPresent(remains -> nowOf(remains.id(), remains.agent()));
    }

    private void nowOf(long customer, String agent) {
        for (Dispute dispute : rows.openOf(List.of(customer))) {
            if (dispute.claimant().equals(agent)) {
                overtake(dispute, Outcome.SETTLED);
            } else if (!dispute.owner().equals(agent)) {
                process.ownerChanged(rows.owner(dispute.id(), agent));
            }
        }
    }

    @EventListener
    void erased(CustomerErased erased) {
        for (Dispute dispute : rows.of(erased.customerId())) {
            if (dispute.isOpen()) {
                rows.close(dispute.id(), Outcome.ERASED, null, null);
                process.cancel(dispute);
            } else {
                process.forget(dispute);
            }
            rows.erase(dispute.id());
        }
    }

    private void overtake(Collection<Long> customers, Outcome outcome) {
        rows.openOf(customers).forEach(dispute -> overtake(dispute, outcome));
    }

    private void overtake(Dispute dispute, Outcome outcome) {
        rows.close(dispute.id(), outcome, null, null).ifPresent(process::overtaken);
    }
}

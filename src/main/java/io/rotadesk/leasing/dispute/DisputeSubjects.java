package io.rotadesk.leasing.dispute;

import io.rotadesk.leasing.customer.CustomersInBrief;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells lists of tasks which customer is disputed. */
@Component
class DisputeSubjects implements SubjectSource {

    private static final String ROWS = "select id, unit_id, customer_id from ownership_dispute where id = any (:ids)";

    private final CustomersInBrief customers;

    DisputeSubjects(CustomersInBrief customers) {
        this.customers = customers;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AbandonedDisputes.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        return customers.of(AbandonedDisputes.PROCESS, ROWS, works);
    }
}

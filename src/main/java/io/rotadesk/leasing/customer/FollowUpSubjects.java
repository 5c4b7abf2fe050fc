package io.rotadesk.leasing.customer;

import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells lists of tasks which customer is to be followed up. */
@Component
class FollowUpSubjects implements SubjectSource {

    private static final String ROWS = "select id, unit_id, customer_id from follow_up where id = any (:ids)";

    private final CustomersInBrief customers;

    FollowUpSubjects(CustomersInBrief customers) {
        this.customers = customers;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AbandonedFollowUps.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        return customers.of(AbandonedFollowUps.PROCESS, ROWS, works);
    }
}

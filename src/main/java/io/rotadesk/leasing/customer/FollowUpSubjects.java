package io.rotadesk.leasing.customer;

import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells lists of tasks which customer is to be followed up. */
@Repository
class FollowUpSubjects implements SubjectSource {

    private final JdbcClient db;
    private final CustomersInBrief customers;

    FollowUpSubjects(JdbcClient db, CustomersInBrief customers) {
        this.db = db;
        this.customers = customers;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AbandonedFollowUps.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Long> customerIds = new HashMap<>();
        db.sql("select id, unit_id, customer_id from follow_up where id = any (:ids)")
                .param(
                        "ids",
                        works.stream().flatMap(work -> work.number().stream()).toArray(Long[]::new))
                .query((RowCallbackHandler) row -> customerIds.put(
                        new Work(AbandonedFollowUps.PROCESS, row.getString("unit_id"), row.getString("id")),
                        row.getLong("customer_id")));
        Map<Long, Subject> known = customers.of(customerIds.values());
        Map<Work, Subject> found = new HashMap<>();
        customerIds.forEach((work, customer) -> found.computeIfAbsent(work, any -> known.get(customer)));
        return found;
    }
}

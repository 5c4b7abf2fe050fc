package io.rotadesk.leasing.customer;

import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names many customers at once, for lists. */
@Repository
public class CustomersInBrief {

    private static final String PAGE = "/desk/customers/";

    private final JdbcClient db;

    CustomersInBrief(JdbcClient db) {
        this.db = db;
    }

    /** @return by the id that was asked for; of a merged record, the one that remains */
    public Map<Long, Subject> of(Collection<Long> customerIds) {
        Map<Long, Subject> found = new HashMap<>();
        db.sql("""
                        select asked.id, c.id as remaining, c.name,
                          (select min(p.phone) from customer_phone p where p.customer_id = c.id) as phone
                        from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
                        where asked.id = any (:ids)
                        """).param("ids", customerIds.toArray(Long[]::new)).query((RowCallbackHandler) row -> found.put(
                row.getLong("id"),
                Subject.person(row.getString("name"), row.getString("phone"), PAGE + row.getLong("remaining"))));
        return found;
    }

    /**
     * The customers of works, each of which has a row that names one.
     *
     * @param process whose works they are
     * @param rows gives the rows' {@code id}, {@code unit_id} and {@code customer_id}, for the parameter {@code ids}
     */
    public Map<Work, Subject> of(String process, String rows, Collection<Work> works) {
        Map<Work, Long> customerIds = new HashMap<>();
        db.sql(rows)
                .param(
                        "ids",
                        works.stream().flatMap(work -> work.number().stream()).toArray(Long[]::new))
                .query((RowCallbackHandler) row -> customerIds.put(
                        new Work(process, row.getString("unit_id"), row.getString("id")), row.getLong("customer_id")));
        Map<Long, Subject> known = of(customerIds.values());
        Map<Work, Subject> found = new HashMap<>();
        customerIds.forEach((work, customer) -> found.computeIfAbsent(work, any -> known.get(customer)));
        return found;
    }
}

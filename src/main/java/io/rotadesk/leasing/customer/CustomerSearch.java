package io.rotadesk.leasing.customer;

import io.rotadesk.platform.lookup.SearchText;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks customers up, those with the longest validity first; customers who lapse soon are listed most urgent first.
 */
@Repository
public class CustomerSearch {

    /** The place where a page of the list ends; the next one begins after it. */
    public record Place(Instant validUntil, long id) {}

    /** @param next null on the last page */
    public record Found(List<Customer> customers, Place next) {}

    private final JdbcClient db;

    CustomerSearch(JdbcClient db) {
        this.db = db;
    }

    /** @param after null for the first page */
    public Found find(CustomerFilter filter, Place after, int limit) {
        boolean urgentFirst = filter.status() == CustomerStatus.SOON;
        Map<String, Object> values = new HashMap<>();
        StringBuilder sql = new StringBuilder("select c.* from customer c where ").append(where(filter, values));
        if (after != null) {
            sql.append(
                    urgentFirst
                            ? " and (c.valid_until, c.id) > (:afterEnd, :afterId)"
                            : " and c.valid_until <= :afterEnd and (c.valid_until < :afterEnd or c.id < :afterId)");
            values.put("afterEnd", Timestamp.from(after.validUntil()));
            values.put("afterId", after.id());
        }
        sql.append(
                urgentFirst ? " order by c.valid_until, c.id" : " order by c.valid_until desc nulls last, c.id desc");
        values.put("limit", limit + 1);
        List<Customer> found = db.sql(sql.append(" limit :limit").toString())
                .params(values)
                .query(Customers::customer)
                .list();
        if (found.size() <= limit) {
            return new Found(found, null);
        }
        Customer last = found.get(limit - 1);
        return new Found(
                List.copyOf(found.subList(0, limit)),
                last.validUntil() == null ? null : new Place(last.validUntil(), last.id()));
    }

    /** The numbers of these customers, by id. */
    public Map<Long, List<String>> phones(Collection<Long> ids) {
        Map<Long, List<String>> phones = new HashMap<>();
        db.sql("select customer_id, phone from customer_phone where customer_id = any (:ids) order by phone")
                .param("ids", ids.toArray(Long[]::new))
                .query((RowCallbackHandler)
                        row -> phones.computeIfAbsent(row.getLong("customer_id"), id -> new ArrayList<>())
                                .add(row.getString("phone")));
        return phones;
    }

    /** Records that may be the same person: those with one of the numbers, or with the name. */
    public List<Customer> alike(Customer customer, int limit) {
        return db.sql("""
                        select c.* from customer c where c.unit_id = :unit and c.id <> :id and c.merged_into is null and c.id in (
                            select other.customer_id from customer_phone mine
                            join customer_phone other on other.unit_id = mine.unit_id and other.phone = mine.phone
                            where mine.customer_id = :id
                            union all
                            select same.id from customer same where same.unit_id = :unit
                              and string_to_array(lower(same.name), null) @> string_to_array(lower(:name), null)
                              and lower(same.name) = lower(:name))
                        order by c.valid_until desc nulls last, c.id desc limit :limit
                        """)
                .param("unit", customer.unitId())
                .param("id", customer.id())
                .param("name", customer.name())
                .param("limit", limit)
                .query(Customers::customer)
                .list();
    }

    private static String where(CustomerFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("c.unit_id = :unit and c.merged_into is null");
        values.put("unit", filter.unitId());
        if (filter.agent() != null) {
            where.append(" and c.agent = :agent");
            values.put("agent", filter.agent());
        }
        if (filter.status() != null) {
            where.append(
                    switch (filter.status()) {
                        case ACTIVE -> " and c.agent is not null and c.valid_until > :now";
                        case SOON -> " and c.agent is not null and c.valid_until > :now and c.valid_until <= :soon";
                        case LAPSED -> " and c.agent is not null and c.valid_until <= :now";
                        case NOBODYS -> " and c.agent is null";
                    });
            values.put("now", Timestamp.from(filter.now()));
            values.put("soon", Timestamp.from(filter.soon()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and ").append(text(filter.text().strip(), values));
        }
        return where.toString();
    }

    /** A number is found by its digits, however it was typed; anything else is a name. */
    private static String text(String typed, Map<String, Object> values) {
        SearchText text = SearchText.of(typed);
        if (text.isNumber()) {
            values.put("whole", PhoneNumbers.e164(typed).orElse(""));
            values.put("begins", "+" + text.digits() + "%");
            values.put("beginsHere", "+86" + text.digits() + "%");
            values.put("ends", new StringBuilder(text.digits()).reverse() + "%");
            return """
                    c.id in (select p.customer_id from customer_phone p where p.unit_id = :unit
                      and (p.phone = :whole or p.phone like :begins or p.phone like :beginsHere
                        or reverse(p.phone) like :ends))
                    """;
        }
        values.put("characters", typed);
        values.put("name", text.name());
        return """
                (string_to_array(lower(c.name), null) @> string_to_array(lower(:characters), null) and c.name ilike :name)
                """;
    }
}

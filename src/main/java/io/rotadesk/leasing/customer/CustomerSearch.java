package io.rotadesk.leasing.customer;

import io.rotadesk.platform.lookup.Looked;
import io.rotadesk.platform.lookup.SearchStatements;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks customers up, those with the longest validity first; customers who lapse soon are listed most urgent first.
 */
@Repository
public class CustomerSearch {

    /** The place where a page of the list ends; the next one begins after it. */
    public record PageEnd(Instant validUntil, long id) {}

    /** @param next null on the last page */
    public record Found(List<Customer> customers, PageEnd next) {}

    private final JdbcClient db;

    CustomerSearch(SearchStatements statements) {
        this.db = statements.db();
    }

    /** @param after null for the first page */
    public Found find(CustomerFilter filter, PageEnd after, int limit) {
        CustomerQuestion question = new CustomerQuestion(filter, after);
        List<Customer> found = List.of();
        boolean goesOn = !question.beginsWithList();
        if (question.beginsWithList()) {
            Looked<Customer> looked = ask(question, question.inOrder(limit + 1));
            found = looked.found();
            goesOn = question.hasText() && found.size() <= limit && looked.entries() >= CustomerQuestion.LOOK_AT;
        }
        if (goesOn) {
            found = ask(question, question.byText(limit + 1)).found();
        }
        if (found.size() <= limit) {
            return new Found(found, null);
        }
        Customer last = found.get(limit - 1);
        return new Found(
                List.copyOf(found.subList(0, limit)),
                last.validUntil() == null ? null : new PageEnd(last.validUntil(), last.id()));
    }

    private Looked<Customer> ask(CustomerQuestion question, String sql) {
        Looked<Customer> looked = new Looked<>("id", Customers::customer);
        db.sql(sql).params(question.values()).query(looked);
        return looked;
    }

    /** Records that may be the same person: those with one of the numbers, or with the name. */
    public List<Customer> alike(Customer customer, int limit) {
        return db.sql("""
            select c.* from customer c where c.unit_id = :unit and c.id <> :id and c.merged_into is null and c.id in (
                select other.customer_id from customer_phone mine
                join customer_phone other on other.unit_id = mine.unit_id and other.phone = mine.phone
                where mine.customer_id = :id
                union all
                select same.id from (%s) parts cross join lateral (select c.id from customer c
                  where %s and lower(c.name) = lower(:searched) offset 0) same)
            order by c.valid_until desc nulls last, c.id desc limit :limit
            """.formatted(CustomerQuestion.ALL_PARTS, CustomerQuestion.WITH_NAME))
                .param("unit", customer.unitId())
                .param("id", customer.id())
                .param("searched", customer.name() == null || customer.name().isEmpty() ? null : customer.name())
                .param("limit", limit)
                .query(Customers::customer)
                .list();
    }
}

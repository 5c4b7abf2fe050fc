package io.rotadesk.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The customers of all units. */
@Repository
@Transactional
public class Customers {

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Customers(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who calls from a number: none, one, or several on a company's shared line, the latest contact first.
     *
     * @param phone E.164
     */
    public List<Customer> byPhone(String unitId, String phone) {
        return db.sql("""
                        select c.* from customer_phone p join customer c on c.id = p.customer_id
                        where p.unit_id = :unit and p.phone = :phone
                        order by c.last_contact_at desc nulls last, c.id
                        """)
                .param("unit", unitId)
                .param("phone", phone)
                .query(Customers::customer)
                .list();
    }

    /** The names of these customers, by id; who has given none is not in it. */
    public Map<Long, String> names(Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        db.sql("select id, name from customer where id = any (:ids) and name is not null")
                .param("ids", ids.toArray(Long[]::new))
                .query((RowCallbackHandler) row -> names.put(row.getLong("id"), row.getString("name")));
        return names;
    }

    public Optional<Customer> find(long id) {
        return db.sql("select * from customer where id = :id")
                .param("id", id)
                .query(Customers::customer)
                .optional();
    }

    /**
     * Enters a customer.
     *
     * @param phone E.164
     * @param agent whose customer it becomes; null for nobody's
     */
    public Customer add(String unitId, String name, String phone, String agent, ContactKind kind, Instant contactAt) {
        long id = db.sql("""
                        with added as (
                            insert into customer (unit_id, name, agent, last_contact_kind, last_contact_at, created_at)
                            values (:unit, :name, :agent, :kind, :at, :now) returning id, unit_id),
                        phone as (
                            insert into customer_phone (unit_id, phone, customer_id) select unit_id, :phone, id from added)
                        select id from added
                        """)
                .param("unit", unitId)
                .param("name", name)
                .param("agent", agent)
                .param("kind", kind.name())
                .param("at", Timestamp.from(contactAt))
                .param("now", Timestamp.from(clock.instant()))
                .param("phone", phone)
                .query(Long.class)
                .single();
        return new Customer(id, unitId, name, agent, kind, contactAt);
    }

    /**
     * A contact took place: validity runs from it (L3.2e). An older contact than the one known changes nothing.
     *
     * @param name what the customer is called now; null keeps the name
     * @param agent whose customer it is from now on; null keeps the agent
     */
    public void contacted(long id, String name, String agent, ContactKind kind, Instant at) {
        db.sql("""
                        update customer set
                            name = coalesce(:name, name),
                            agent = coalesce(:agent, agent),
                            last_contact_kind = case when last_contact_at is null or last_contact_at <= :at
                                                     then :kind else last_contact_kind end,
                            last_contact_at = greatest(last_contact_at, :at)
                        where id = :id
                        """)
                .param("id", id)
                .param("name", name)
                .param("agent", agent)
                .param("kind", kind.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** One more number of a customer; a number it has already changes nothing. */
    public void addPhone(long id, String unitId, String phone) {
        db.sql("""
                        insert into customer_phone (unit_id, phone, customer_id) values (:unit, :phone, :id)
                        on conflict do nothing
                        """).param("id", id).param("unit", unitId).param("phone", phone).update();
    }

    /**
     * Erases a customer everywhere, for good: names, numbers and free text in registers, questions and open tasks. What
     * remains tells that there was a call, not whose.
     *
     * @throws NoSuchElementException when the unit has no such customer
     */
    public void erase(String unitId, long id) {
        List<String> phones = db.sql("""
                        select phone from customer_phone p where customer_id = :id and not exists (
                            select from customer_phone other where other.unit_id = p.unit_id and other.phone = p.phone
                              and other.customer_id <> p.customer_id)
                        """).param("id", id).query(String.class).list();
        // Before the row goes: the registers still find their rows by it.
        events.publishEvent(new CustomerErased(unitId, id, phones));
        int erased = db.sql("delete from customer where id = :id and unit_id = :unit")
                .param("id", id)
                .param("unit", unitId)
                .update();
        if (erased == 0) {
            throw new NoSuchElementException("Unit " + unitId + " has no customer " + id);
        }
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        String kind = row.getString("last_contact_kind");
        Timestamp at = row.getTimestamp("last_contact_at");
        return new Customer(
                row.getLong("id"),
                row.getString("unit_id"),
                row.getString("name"),
                row.getString("agent"),
                kind == null ? null : ContactKind.valueOf(kind),
                at == null ? null : at.toInstant());
    }
}

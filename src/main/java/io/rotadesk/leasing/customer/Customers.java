package io.rotadesk.leasing.customer;

import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.unit.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Units units;
    private final Claims claims;
    private final OpenFollowUps followUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Customers(
            JdbcClient db,
            Units units,
            Claims claims,
            OpenFollowUps followUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.units = units;
        this.claims = claims;
        this.followUps = followUps;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The customers with a number: none, one, or several on a company's shared line, latest contact first.
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

    /** The names of these customers, by id; customers without a name are left out. */
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

    /** @return the record that remains, if this one was merged into another */
    public Optional<Customer> find(long id) {
        return db.sql("""
            select c.* from customer asked join customer c on c.id = coalesce(asked.merged_into, asked.id)
            where asked.id = :id
            """).param("id", id).query(Customers::customer).optional();
    }

    /** All numbers of a customer, E.164. */
    public List<String> phones(long id) {
        return phones(List.of(id)).getOrDefault(id, List.of());
    }

    /** The same of these customers, by id. */
    public Map<Long, List<String>> phones(Collection<Long> ids) {
        return ofEach(
                ids, "select customer_id, phone from customer_phone where customer_id = any (:ids) order by phone");
    }

    /** The numbers of a customer as they are dialled: with each of its extensions, a number stands once for every one. */
    public List<String> numbers(long id) {
        return numbers(List.of(id)).getOrDefault(id, List.of());
    }

    /** The same of these customers, by id. */
    public Map<Long, List<String>> numbers(Collection<Long> ids) {
        return ofEach(ids, """
            select customer_id, phone || coalesce('-' || extension, '')
            from customer_phone left join unnest(extensions) extension on true
            where customer_id = any (:ids) order by phone, extension
            """);
    }

    /** @param sql selects ids and texts */
    private Map<Long, List<String>> ofEach(Collection<Long> ids, String sql) {
        Map<Long, List<String>> texts = new HashMap<>();
        db.sql(sql).param("ids", ids.toArray(Long[]::new)).query((RowCallbackHandler) row ->
                texts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getString(2)));
        return texts;
    }

    /**
     * Enters a customer.
     *
     * @param phone E.164
     * @param agent the agent whose customer it becomes; null for none
     */
    public Customer add(String unitId, String name, String phone, String agent, ContactKind kind, Instant contactAt) {
        Instant end = Validity.end(units.get(unitId).settings(), kind, contactAt);
        long id = db.sql("""
            with added as (
                insert into customer
                    (unit_id, name, agent, last_contact_kind, last_contact_at, valid_until, created_at)
                values (:unit, :name, :agent, :kind, :at, :end, :now) returning id, unit_id, agent),
            phone as (
                insert into customer_phone (unit_id, phone, customer_id) select unit_id, :phone, id from added),
            claim as (
                insert into customer_agent (customer_id, agent, since, began)
                select id, agent, :at, :began from added where agent is not null)
            select id from added
            """)
                .param("unit", unitId)
                .param("name", name)
                .param("agent", agent)
                .param("kind", kind.name())
                .param("at", Timestamp.from(contactAt))
                .param("end", Timestamp.from(end))
                .param("began", ClaimReason.first(kind).name())
                .param("now", Timestamp.from(clock.instant()))
                .param("phone", phone)
                .query(Long.class)
                .single();
        return new Customer(id, unitId, name, agent, kind, contactAt, end);
    }

    /**
     * Records a contact: validity is counted from it (L3.2e), unless an earlier contact reaches further. A contact that
     * nobody claims does not renew a lapsed claim. Takes one statement, unless the agent changes.
     *
     * @param name the customer's present name; null keeps the old one
     * @param agent the agent whose customer it is from now on; null keeps the agent
     */
    public void contacted(String unitId, long id, String name, String agent, ContactKind kind, Instant at) {
        claims.contacted(unitId, id, name, agent, kind, at);
    }

    /**
     * Gives the customer to another agent; validity stays.
     *
     * @param why {@link ClaimReason#HANDED_OVER} or {@link ClaimReason#DISPUTE}
     * @throws NoSuchElementException if the unit has no such customer
     */
    public void handOver(String unitId, long id, String agent, ClaimReason why) {
        claims.handOver(locked(unitId, id), agent, why);
    }

    /**
     * Leaves the customer without an agent; the agent of the next contact gets the customer.
     *
     * @param why {@link ClaimReason#DISPUTE}
     * @throws NoSuchElementException if the unit has no such customer
     */
    public void release(String unitId, long id, ClaimReason why) {
        claims.release(locked(unitId, id), why);
    }

    /**
     * Adds a number to a customer; a number that it already has changes nothing, and neither does a text that is no number:
     * it would recognise others too.
     */
    public void addPhone(long id, String unitId, String phone) {
        if (PhoneNumbers.e164(phone).isEmpty()) {
            return;
        }
        db.sql("""
            insert into customer_phone (unit_id, phone, customer_id)
            select :unit, :phone, coalesce(merged_into, id) from customer where id = :id
            on conflict do nothing
            """).param("id", id).param("unit", unitId).param("phone", phone).update();
    }

    /**
     * Keeps an extension behind one of the customer's numbers, beside those that are known.
     *
     * @param id may have been merged into another
     * @param phone E.164; another's number, or null, changes nothing
     * @param extension null for none, which changes nothing
     */
    public void addExtension(long id, String phone, String extension) {
        if (phone == null || extension == null) {
            return;
        }
        db.sql("""
            update customer_phone set extensions = extensions || :extension
            where customer_id = (select coalesce(merged_into, id) from customer where id = :id)
              and phone = :phone and not :extension = any (extensions)
            """)
                .param("id", id)
                .param("phone", phone)
                .param("extension", extension)
                .update();
    }

    /**
     * Keeps the extensions that a contact told: behind the number from which it came, and behind the number in the entry.
     *
     * @param id may have been merged into another
     * @param from the number from which it came, in E.164; null for none
     * @param behind its extension; null for none
     * @param given the number in the entry, in E.164; null for none that is the customer's
     * @param typed the same as it was typed
     */
    public void addExtensions(long id, String from, String behind, String given, SentNumber typed) {
        addExtension(id, from, behind);
        addExtension(id, given, typed.extension());
    }

    /** Sets the customer's name alone; no contact. */
    void rename(long id, String name) {
        db.sql("update customer set name = :name where id = :id and name is distinct from :name")
                .param("id", id)
                .param("name", name)
                .update();
    }

    /** Takes a number away that was never the customer's. */
    void removePhone(long id, String phone) {
        db.sql("delete from customer_phone where customer_id = :id and phone = :phone")
                .param("id", id)
                .param("phone", phone)
                .update();
    }

    /**
     * Erases a customer everywhere, for good: names, numbers and free text in registers, questions and open tasks. The
     * registers then show that there was a call, but not from whom.
     *
     * @throws NoSuchElementException if the unit has no such customer
     */
    public void erase(String unitId, long id) {
        locked(unitId, id);
        List<String> phones = db.sql("""
            select phone from customer_phone p where customer_id = :id and not exists (
                select from customer_phone other where other.unit_id = p.unit_id and other.phone = p.phone
                  and other.customer_id <> p.customer_id)
            """).param("id", id).query(String.class).list();
        followUps.erase(id);
        // Published before the row is deleted, since the registers find their rows by it.
        events.publishEvent(new CustomerErased(unitId, id, phones));
        db.sql("delete from customer where id = :id").param("id", id).update();
    }

    /**
     * Locks the customer: nobody else changes it until the transaction ends.
     *
     * @throws NoSuchElementException if the unit has no such customer, or the record was merged into another
     */
    public Customer locked(String unitId, long id) {
        return db.sql("select * from customer where id = :id and unit_id = :unit and merged_into is null for update")
                .param("id", id)
                .param("unit", unitId)
                .query(Customers::customer)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("Unit " + unitId + " has no customer " + id));
    }

    static Customer customer(ResultSet row, int number) throws SQLException {
        String kind = row.getString("last_contact_kind");
        return new Customer(
                row.getLong("id"),
                row.getString("unit_id"),
                row.getString("name"),
                row.getString("agent"),
                kind == null ? null : ContactKind.valueOf(kind),
                instant(row, "last_contact_at"),
                instant(row, "valid_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

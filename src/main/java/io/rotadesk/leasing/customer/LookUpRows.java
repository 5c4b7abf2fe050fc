package io.rotadesk.leasing.customer;

import io.rotadesk.staff.erasing.FreeTexts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the questions whose customer somebody is. */
@Repository
class LookUpRows implements FreeTexts {

    private final JdbcClient db;

    LookUpRows(JdbcClient db) {
        this.db = db;
    }

    /** Waits for the end of another transaction in which this person asks. */
    void oneAtATime(String login) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('customer_look_up ' || :login, 0))")
                .param("login", login)
                .query((row, number) -> true)
                .single();
    }

    int since(String login, Instant from) {
        return db.sql("select count(*) from customer_look_up where login = :login and at > :from")
                .param("login", login)
                .param("from", Timestamp.from(from))
                .query(Integer.class)
                .single();
    }

    long insert(String unitId, String login, Instant at, String asked, List<Long> shown) {
        return db.sql("""
                        insert into customer_look_up (unit_id, login, at, asked, shown)
                        values (:unit, :login, :at, :asked, :shown) returning id
                        """)
                .param("unit", unitId)
                .param("login", login)
                .param("at", Timestamp.from(at))
                .param("asked", asked)
                .param("shown", shown.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** @param place in the order of the answer, from 1 */
    Optional<Long> shown(long id, String unitId, String login, Instant from, int place) {
        return db.sql("""
                        select shown[:place] from customer_look_up
                        where id = :id and unit_id = :unit and login = :login and at > :from and shown[:place] is not null
                        """)
                .param("id", id)
                .param("unit", unitId)
                .param("login", login)
                .param("from", Timestamp.from(from))
                .param("place", place)
                .query(Long.class)
                .optional();
    }

    void chosen(long id, long customerId) {
        db.sql("update customer_look_up set chosen = :customer where id = :id")
                .param("customer", customerId)
                .param("id", id)
                .update();
    }

    List<LookUp> latest(String unitId, Instant from, int limit) {
        return db.sql("""
                        select id, login, at, asked, cardinality(shown) as found, chosen is not null as chosen
                        from customer_look_up where unit_id = :unit and at > :from order by at desc, id desc limit :limit
                        """)
                .param("unit", unitId)
                .param("from", Timestamp.from(from))
                .param("limit", limit)
                .query((row, number) -> new LookUp(
                        row.getLong("id"),
                        row.getString("login"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("asked"),
                        row.getInt("found"),
                        row.getBoolean("chosen")))
                .list();
    }

    void deleteBefore(Instant end) {
        db.sql("delete from customer_look_up where at < :end")
                .param("end", Timestamp.from(end))
                .update();
    }

    /** That somebody asked stays on record, but not for whom. */
    void forget(String unitId, long customerId) {
        db.sql("""
                        update customer_look_up set asked = null, shown = array_replace(shown, :customer, null),
                            chosen = nullif(chosen, :customer)
                        where unit_id = :unit and :customer = any (shown)
                        """).param("unit", unitId).param("customer", customerId).update();
    }

    @Override
    public String tableOfTexts() {
        return "customer_look_up";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("asked");
    }
}

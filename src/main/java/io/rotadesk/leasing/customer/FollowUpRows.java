package io.rotadesk.leasing.customer;

import io.rotadesk.leasing.customer.FollowUp.Outcome;
import io.rotadesk.staff.erasing.FreeTexts;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the follow-ups. The customer's row names the open one; it is locked before either changes. */
@Repository
class FollowUpRows implements FreeTexts {

    private static final String DUE = """
            unit_id = :unit and valid_until > :now and valid_until <= :limit and agent = any (:agents)
            and follow_up is null and lapsed_at is null and agent is not null and merged_into is null
            """;

    private final JdbcClient db;
    private final Clock clock;

    FollowUpRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<FollowUp> find(long id) {
        return db.sql("select * from follow_up where id = :id")
                .param("id", id)
                .query(FollowUp.class)
                .optional();
    }

    FollowUp get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no follow-up " + id));
    }

    List<FollowUp> of(long customerId) {
        return db.sql("select * from follow_up where customer_id = :customer order by opened_at desc, id desc")
                .param("customer", customerId)
                .query(FollowUp.class)
                .list();
    }

    Optional<Long> openOf(long customerId) {
        return db.sql("select id from follow_up where customer_id = :customer and closed_at is null")
                .param("customer", customerId)
                .query(Long.class)
                .optional();
    }

    /**
     * Opens follow-ups for customers who are due, most urgent first; skips customers who are being changed just now.
     *
     * @param limit validity ends at this time or before
     */
    List<FollowUp> openDue(String unitId, Instant limit, Collection<String> agents, int atMost) {
        return open("""
                select id, unit_id, agent, valid_until from customer where %s
                order by valid_until, id limit :atMost for update skip locked
                """.formatted(DUE), unitId, limit, agents)
                .param("atMost", atMost)
                .query(FollowUp.class)
                .list();
    }

    /** Opens one if the customer is still due, after waiting for the transaction that is changing the customer. */
    Optional<FollowUp> openOne(long customerId, String unitId, Instant limit, Collection<String> agents) {
        return open("""
                select id, unit_id, agent, valid_until from customer where id = :customer and %s for update
                """.formatted(DUE), unitId, limit, agents)
                .param("customer", customerId)
                .query(FollowUp.class)
                .optional();
    }

    private JdbcClient.StatementSpec open(String due, String unitId, Instant limit, Collection<String> agents) {
        return spec(db.sql("""
                        with due as (%s),
                        opened as (
                            insert into follow_up (unit_id, customer_id, agent, opened_at, valid_until)
                            select unit_id, id, agent, :now, valid_until from due returning *),
                        named as (
                            update customer c set follow_up = o.id from opened o where c.id = o.customer_id)
                        select * from opened order by valid_until, customer_id
                        """.formatted(due)), unitId, limit, agents);
    }

    List<Long> due(String unitId, Instant limit, Collection<String> agents) {
        return spec(db.sql("select id from customer where " + DUE + " order by valid_until, id"), unitId, limit, agents)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec spec(
            JdbcClient.StatementSpec sql, String unitId, Instant limit, Collection<String> agents) {
        return sql.param("unit", unitId)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", Timestamp.from(limit))
                .param("agents", agents.toArray(String[]::new));
    }

    void givenTo(long id, String agent) {
        db.sql("update follow_up set agent = :agent where id = :id")
                .param("agent", agent)
                .param("id", id)
                .update();
    }

    /** Records a try, whatever its result. */
    void tried(long id, boolean reached, String remarks) {
        db.sql("""
                        update follow_up set tries = tries + :more, tried_at = :now, remarks = coalesce(:remarks, remarks)
                        where id = :id
                        """)
                .param("id", id)
                .param("more", reached ? 0 : 1)
                .param("remarks", remarks)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void close(long customerId, long id, Outcome outcome) {
        db.sql("""
                        with named as (update customer set follow_up = null where id = :customer and follow_up = :id)
                        update follow_up set outcome = :outcome, closed_at = :now where id = :id and closed_at is null
                        """)
                .param("customer", customerId)
                .param("id", id)
                .param("outcome", outcome.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public String tableOfTexts() {
        return "follow_up";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("remarks");
    }
}

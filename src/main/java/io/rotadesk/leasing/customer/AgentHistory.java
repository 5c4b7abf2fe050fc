package io.rotadesk.leasing.customer;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of a customer's agents: from when to when, and why it changed. */
@Repository
public class AgentHistory {

    private final JdbcClient db;

    AgentHistory(JdbcClient db) {
        this.db = db;
    }

    /** Oldest first. Reports an expired validity even if the expiry was never recorded. */
    public List<AgentPeriod> of(long customerId, Instant now) {
        return db.sql("""
                        select h.agent, h.since, h.began, h.merged_from,
                            case when o.lapsed then greatest(h.since, c.valid_until) else h.until end as until,
                            case when o.lapsed then 'LAPSED' else h.ended end as ended
                        from customer_agent h join customer c on c.id = h.customer_id,
                            lateral (select h.until is null and c.valid_until <= :now as lapsed) o
                        where h.customer_id = :customer order by h.since, h.id
                        """)
                .param("customer", customerId)
                .param("now", Timestamp.from(now))
                .query(AgentPeriod.class)
                .list();
    }

    /** Begins a new period; the previous one ends, unless it has ended already. */
    void begin(long customerId, String agent, Instant since, ClaimReason began, Instant until, ClaimReason ended) {
        db.sql("""
                        with closed as (
                            update customer_agent set until = greatest(since, :until), ended = :ended
                            where customer_id = :customer and until is null returning id)
                        insert into customer_agent (customer_id, agent, since, began)
                        select :customer, :agent, :since, :began where (select count(*) from closed) >= 0
                        """)
                .param("customer", customerId)
                .param("agent", agent)
                .param("since", Timestamp.from(since))
                .param("began", began.name())
                .param("until", Timestamp.from(until))
                .param("ended", ended.name())
                .update();
    }

    void end(long customerId, Instant until, ClaimReason ended) {
        db.sql("""
                        update customer_agent set until = greatest(since, :until), ended = :ended
                        where customer_id = :customer and until is null
                        """)
                .param("customer", customerId)
                .param("until", Timestamp.from(until))
                .param("ended", ended.name())
                .update();
    }

    /** Resumes the last period, when the recorded end of validity did not happen. */
    void resume(long customerId) {
        db.sql("""
                        update customer_agent set until = null, ended = null where ended = 'LAPSED' and id = (
                            select id from customer_agent where customer_id = :customer
                            order by since desc, id desc limit 1)
                        """).param("customer", customerId).update();
    }

    /** Moves the history of one record to another; an open period must have been ended before. */
    void move(long from, long into) {
        db.sql("""
                        update customer_agent set customer_id = :into, merged_from = coalesce(merged_from, :from)
                        where customer_id = :from
                        """).param("from", from).param("into", into).update();
    }
}

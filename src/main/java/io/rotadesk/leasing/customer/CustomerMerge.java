package io.rotadesk.leasing.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges two records that turned out to be one person; both histories are kept. */
@Service
public class CustomerMerge {

    /** The outcome of a merge. */
    public enum Result {
        MERGED,
        /** Both have an agent, and the request did not say which of the two keeps the customer. */
        AGENT_NEEDED,
        /** A record cannot be merged into itself. */
        SAME
    }

    private final JdbcClient db;
    private final Customers customers;
    private final AgentHistory history;
    private final OpenFollowUps followUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerMerge(
            JdbcClient db,
            Customers customers,
            AgentHistory history,
            OpenFollowUps followUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.customers = customers;
        this.history = history;
        this.followUps = followUps;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the request must say which agent keeps the customer. */
    public static boolean agentsDiffer(Customer one, Customer other) {
        return one.agent() != null && other.agent() != null && !one.agent().equals(other.agent());
    }

    /**
     * Moves the numbers, calls, visits, follow-ups and the history of agents from one record to the other; the longer
     * validity counts. A merge cannot be undone, but who did it and when is kept.
     *
     * @param into the record that remains, with its name
     * @param from the record that points to it from then on
     * @param agent who keeps the customer if both have one, else ignored
     * @param by the login of the person who merges them
     * @throws java.util.NoSuchElementException if the unit does not have both
     */
    @Transactional
    public Result merge(String unitId, long into, long from, String agent, String by) {
        if (into == from) {
            return Result.SAME;
        }
        // Locked in the order of their ids, so that two merges at the same time cannot deadlock.
        Customer first = customers.locked(unitId, Math.min(into, from));
        Customer second = customers.locked(unitId, Math.max(into, from));
        Customer remains = first.id() == into ? first : second;
        Customer goes = first.id() == into ? second : first;
        String keeps = remains.agent() == null ? goes.agent() : remains.agent();
        if (agentsDiffer(remains, goes)) {
            if (!Objects.equals(agent, remains.agent()) && !Objects.equals(agent, goes.agent())) {
                return Result.AGENT_NEEDED;
            }
            keeps = agent;
        }
        Customer further = reachesFurther(goes, remains) ? goes : remains;
        followUps.merged(goes.id());
        if (further != remains || !Objects.equals(keeps, remains.agent())) {
            followUps.merged(remains.id());
        }
        mergeHistory(remains, goes, keeps, further);
        moveRows(unitId, goes, remains);
        write(remains, goes, keeps, further, by);
        events.publishEvent(new CustomersMerged(unitId, from, into));
        return Result.MERGED;
    }

    /** The records that were merged into this one, newest first. */
    public List<MergedRecord> merged(long into) {
        return db.sql("""
                        select id, name, agent, merged_by, merged_at from customer where merged_into = :into
                        order by merged_at desc, id
                        """).param("into", into).query(MergedRecord.class).list();
    }

    private static boolean reachesFurther(Customer one, Customer other) {
        return one.validUntil() != null
                && (other.validUntil() == null || one.validUntil().isAfter(other.validUntil()));
    }

    /** The period of the agent who keeps the customer continues; the other's ends. */
    private void mergeHistory(Customer remains, Customer goes, String keeps, Customer further) {
        Instant now = clock.instant();
        for (Customer one : List.of(remains, goes)) {
            if (one.agent() != null && one.validUntil() != null && !one.isValid(now)) {
                history.end(one.id(), one.validUntil(), ClaimReason.LAPSED);
            }
        }
        boolean goesOnHere = remains.isValid(now) && remains.agent().equals(keeps);
        boolean goesOnThere = !goesOnHere && goes.isValid(now) && goes.agent().equals(keeps);
        if (!goesOnHere) {
            history.end(remains.id(), now, ClaimReason.MERGED);
        }
        if (!goesOnThere) {
            history.end(goes.id(), now, ClaimReason.MERGED);
        }
        history.move(goes.id(), remains.id());
        boolean valid = further.validUntil() != null && now.isBefore(further.validUntil());
        if (keeps != null && valid && !goesOnHere && !goesOnThere) {
            history.begin(remains.id(), keeps, now, ClaimReason.MERGED, now, ClaimReason.MERGED);
        }
    }

    private void moveRows(String unitId, Customer goes, Customer remains) {
        db.sql("""
                        with moved as (delete from customer_phone where customer_id = :from returning phone, extensions)
                        insert into customer_phone as p (unit_id, phone, customer_id, extensions)
                        select :unit, phone, :into, extensions from moved
                        on conflict (unit_id, phone, customer_id) do update set extensions =
                          array(select distinct unnest(p.extensions || excluded.extensions) order by 1)
                        """)
                .param("from", goes.id())
                .param("into", remains.id())
                .param("unit", unitId)
                .update();
        db.sql("update follow_up set customer_id = :into where customer_id = :from")
                .param("from", goes.id())
                .param("into", remains.id())
                .update();
    }

    private void write(Customer remains, Customer goes, String keeps, Customer further, String by) {
        Timestamp now = Timestamp.from(clock.instant());
        db.sql("""
                        update customer c set name = coalesce(c.name, :name), agent = :agent,
                            last_contact_kind = f.last_contact_kind, last_contact_at = f.last_contact_at,
                            valid_until = f.valid_until,
                            lapsed_at = case when f.valid_until <= :now then f.valid_until end
                        from customer f where c.id = :into and f.id = :further
                        """)
                .param("name", goes.name())
                .param("agent", keeps)
                .param("further", further.id())
                .param("into", remains.id())
                .param("now", now)
                .update();
        // Records that were merged into the disappearing one earlier point to the remaining one, too.
        db.sql("""
                        update customer set merged_into = :into,
                            merged_by = case when id = :from then :by else merged_by end,
                            merged_at = case when id = :from then :now else merged_at end
                        where id = :from or merged_into = :from
                        """)
                .param("into", remains.id())
                .param("from", goes.id())
                .param("by", by)
                .param("now", now)
                .update();
    }
}

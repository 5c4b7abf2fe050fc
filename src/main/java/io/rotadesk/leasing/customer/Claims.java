package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides whose customer it is after contacts and decisions, and keeps the history. */
@Component
class Claims {

    private final JdbcClient db;
    private final Units units;
    private final AgentHistory history;
    private final OpenFollowUps followUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(
            JdbcClient db,
            Units units,
            AgentHistory history,
            OpenFollowUps followUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.units = units;
        this.history = history;
        this.followUps = followUps;
        this.events = events;
        this.clock = clock;
    }

    /** The customer as a contact finds them. */
    private record Before(String agent, Instant validUntil, Instant lapsedAt, Long followUp, boolean counts) {

        boolean hadLapsed(Instant at) {
            return validUntil != null && !at.isBefore(validUntil);
        }
    }

    /** As {@link Customers#contacted(String, long, String, String, ContactKind, Instant)} says. */
    void contacted(String unitId, long id, String name, String agent, ContactKind kind, Instant at) {
        Instant end = Validity.end(units.get(unitId).settings(), kind, at);
        Optional<Before> found = db.sql("""
                        with before as (
                            select id, agent, valid_until, lapsed_at, follow_up,
                                (valid_until is null or (valid_until, last_contact_at) <= (:end, :at))
                                    and (cast(:agent as text) is not null or agent is null
                                        or valid_until is null or valid_until > :at) as counts
                            from customer where id = :id and merged_into is null for update),
                        changed as (
                            update customer c set
                                name = coalesce(:name, c.name),
                                agent = coalesce(:agent, c.agent),
                                last_contact_kind = case when b.counts then :kind else c.last_contact_kind end,
                                last_contact_at = case when b.counts then :at else c.last_contact_at end,
                                valid_until = case when b.counts then :end else c.valid_until end,
                                lapsed_at = case when b.counts then null else c.lapsed_at end
                            from before b where c.id = b.id)
                        select agent, valid_until, lapsed_at, follow_up, counts from before
                        """)
                .param("id", id)
                .param("name", name)
                .param("agent", agent)
                .param("kind", kind.name())
                .param("at", Timestamp.from(at))
                .param("end", Timestamp.from(end))
                .query(Before.class)
                .optional();
        if (found.isEmpty()) {
            mergedInto(id).ifPresent(remaining -> contacted(unitId, remaining, name, agent, kind, at));
            return;
        }
        Before before = found.get();
        tellHistory(id, before, agent == null ? before.agent() : agent, kind, at);
        if (before.followUp() != null && before.counts() && end.isAfter(before.validUntil())) {
            followUps.contacted(id, before.followUp());
        }
    }

    private void tellHistory(long id, Before before, String agent, ContactKind kind, Instant at) {
        boolean lapsed = before.hadLapsed(at);
        if (agent == null) {
            return;
        }
        if (before.agent() == null) {
            history.begin(id, agent, at, ClaimReason.first(kind), at, ClaimReason.HANDED_OVER);
        } else if (lapsed && before.counts()) {
            history.begin(id, agent, at, ClaimReason.LAPSED_CLAIM, before.validUntil(), ClaimReason.LAPSED);
        } else if (!agent.equals(before.agent())) {
            history.begin(id, agent, at, ClaimReason.HANDED_OVER, at, ClaimReason.HANDED_OVER);
            if (before.followUp() != null) {
                followUps.givenTo(before.followUp(), agent);
            }
        } else if (before.lapsedAt() != null && before.counts()) {
            // The call came in time, but was registered after the end.
            history.resume(id);
        }
    }

    /** The customer's row must be locked. */
    void handOver(Customer customer, String agent, ClaimReason why) {
        if (agent.equals(customer.agent())) {
            return;
        }
        Instant now = clock.instant();
        Long followUp = db.sql("update customer set agent = :agent where id = :id returning follow_up")
                .param("agent", agent)
                .param("id", customer.id())
                .query(Long.class)
                .optional()
                .orElse(null);
        if (customer.agent() == null || customer.isValid(now)) {
            history.begin(customer.id(), agent, now, why, now, why);
        }
        if (followUp != null) {
            followUps.givenTo(followUp, agent);
        }
        events.publishEvent(new CustomerHandedOver(customer.unitId(), customer.id(), customer.agent(), agent));
    }

    /** Leaves the customer without an agent. The customer's row must be locked. */
    void release(Customer customer, ClaimReason why) {
        db.sql("update customer set agent = null where id = :id")
                .param("id", customer.id())
                .update();
        history.end(customer.id(), clock.instant(), why);
        followUps.withoutAgent(customer.id());
    }

    private Optional<Long> mergedInto(long id) {
        return db.sql("select merged_into from customer where id = :id and merged_into is not null")
                .param("id", id)
                .query(Long.class)
                .optional();
    }
}

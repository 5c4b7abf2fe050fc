package io.rotadesk.leasing.customer;

import io.rotadesk.leasing.customer.FollowUp.Outcome;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Follows customers up before their validity ends, and records the end (L3.2e). */
@Service("followUpRegister")
public class FollowUps {

    /** Batch size. A call about one of these customers waits for at most one batch. */
    private static final int STARTED_TOGETHER = 50;

    private static final int LAPSED_TOGETHER = 500;

    private final JdbcClient db;
    private final FollowUpRows rows;
    private final Customers customers;
    private final AgentHistory history;
    private final Agents agents;
    private final Units units;
    private final FollowUpProcess process;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    FollowUps(
            JdbcClient db,
            FollowUpRows rows,
            Customers customers,
            AgentHistory history,
            Agents agents,
            Units units,
            FollowUpProcess process,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.customers = customers;
        this.history = history;
        this.agents = agents;
        this.units = units;
        this.process = process;
        this.events = events;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Starts a follow-up for each customer of the unit whose validity ends within the unit's {@code followUpDays} and
     * who has none; customers whose validity ended without one are recorded as lapsed. Works in many small transactions
     * of its own, even within another transaction. It may be called repeatedly and concurrently: nobody is followed up
     * twice.
     *
     * @return how many were started; also 0 if another call is under way
     */
    public int startDue(String unitId) {
        return ownTransaction.execute(status -> isAlone(unitId) ? startAll(unitId) : 0);
    }

    /** Takes a lock on all nodes until the transaction ends, since another thread picks up a job that takes long. */
    private boolean isAlone(String unitId) {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('rotadesk.follow_up'), hashtext(:unit))")
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    private int startAll(String unitId) {
        while (lapse(unitId) == LAPSED_TOGETHER) {
            // Continue with the next batch.
        }
        Instant limit = limit(unitId);
        List<String> logins = agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left())
                .map(Agent::login)
                .toList();
        int started = 0;
        int together;
        do {
            together = start(() -> rows.openDue(unitId, limit, logins, STARTED_TOGETHER));
            started += together;
        } while (together == STARTED_TOGETHER);
        // Now the customers who were being changed at that moment.
        for (long customer : rows.due(unitId, limit, logins)) {
            started += start(
                    () -> rows.openOne(customer, unitId, limit, logins).stream().toList());
        }
        return started;
    }

    /**
     * The end of the period of today and {@code followUpDays} more days: customers whose last valid day is in it are
     * due.
     */
    private Instant limit(String unitId) {
        UnitSettings settings = units.get(unitId).settings();
        return LocalDate.ofInstant(clock.instant(), settings.zone())
                .plusDays(settings.get(CustomerSettings.class).followUpDays())
                .atStartOfDay(settings.zone())
                .toInstant();
    }

    private int start(Supplier<List<FollowUp>> opening) {
        return ownTransaction.execute(status -> {
            List<FollowUp> opened = opening.get();
            opened.forEach(process::start);
            return opened.size();
        });
    }

    private int lapse(String unitId) {
        return ownTransaction.execute(status -> {
            List<Long> lapsed = lapsed(unitId);
            if (!lapsed.isEmpty()) {
                events.publishEvent(new CustomersLapsed(lapsed));
            }
            return lapsed.size();
        });
    }

    private List<Long> lapsed(String unitId) {
        return db.sql("""
                        with ended as (
                            select id from customer where unit_id = :unit and valid_until <= :now
                              and follow_up is null and lapsed_at is null and agent is not null and merged_into is null
                            order by valid_until, id limit :atMost for update skip locked),
                        lapsed as (
                            update customer c set lapsed_at = c.valid_until from ended e where c.id = e.id
                            returning c.id, c.valid_until),
                        closed as (
                            update customer_agent h set until = greatest(h.since, l.valid_until), ended = 'LAPSED'
                            from lapsed l where h.customer_id = l.id and h.until is null)
                        select id from lapsed
                        """)
                .param("unit", unitId)
                .param("now", Timestamp.from(clock.instant()))
                .param("atMost", LAPSED_TOGETHER)
                .query(Long.class)
                .list();
    }

    public Optional<FollowUp> find(long id) {
        return rows.find(id);
    }

    /** @throws java.util.NoSuchElementException if there is none */
    public FollowUp get(long id) {
        return rows.get(id);
    }

    /** The follow-ups of a customer, newest first. */
    public List<FollowUp> of(long customerId) {
        return rows.of(customerId);
    }

    /**
     * Records that the agent tried to reach the customer. If the customer was reached, this is a contact by phone, and
     * validity starts again.
     *
     * @param remarks may be null; the remarks of the previous try then stay
     */
    @Transactional
    public void tried(long id, boolean reached, String remarks) {
        FollowUp followUp = rows.get(id);
        Customer customer = customers.locked(followUp.unitId(), followUp.customerId());
        rows.tried(id, reached, remarks);
        if (reached) {
            // Closed first, since this contact must not end the follow-up that it comes from.
            rows.close(customer.id(), id, Outcome.REACHED);
            customers.contacted(
                    customer.unitId(), customer.id(), null, customer.agent(), ContactKind.CALL, clock.instant());
        }
    }

    /** Handles the timer: validity has ended, unless a contact came first or the unit postponed the end. */
    @Transactional
    public void validityEnded(long id) {
        FollowUp followUp = rows.get(id);
        Customer customer = customers.locked(followUp.unitId(), followUp.customerId());
        // Read again, since the transaction that had locked the customer may have closed it.
        if (rows.get(id).closedAt() != null) {
            return;
        }
        if (customer.validUntil().isAfter(clock.instant())) {
            rows.close(customer.id(), id, Outcome.POSTPONED);
            return;
        }
        rows.close(customer.id(), id, Outcome.LAPSED);
        db.sql("update customer set lapsed_at = valid_until where id = :id")
                .param("id", customer.id())
                .update();
        history.end(customer.id(), customer.validUntil(), ClaimReason.LAPSED);
        events.publishEvent(new CustomersLapsed(List.of(customer.id())));
    }
}

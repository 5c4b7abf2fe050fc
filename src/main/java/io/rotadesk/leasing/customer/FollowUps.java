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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers are followed up before validity ends, and the end is written down (L3.2e). */
@Service("followUpRegister")
public class FollowUps {

    /** So many in one transaction: a call about one of them waits no longer than that takes. */
    private static final int STARTED_TOGETHER = 50;

    private static final int LAPSED_TOGETHER = 500;

    private final JdbcClient db;
    private final FollowUpRows rows;
    private final Customers customers;
    private final AgentHistory history;
    private final Agents agents;
    private final Units units;
    private final ObjectProvider<FollowUpProcess> process;
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
            ObjectProvider<FollowUpProcess> process,
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
     * Starts a follow-up for each customer of the unit whose validity ends within the unit's {@code followUpDays} and who
     * has none; customers whose validity ended without one are written down as lapsed. Works in many small transactions of
     * its own, whatever runs around it; may be called again, and by several at once: nobody is followed up twice.
     *
     * @return how many were started; 0 too when somebody else is at it
     */
    public int startDue(String unitId) {
        return ownTransaction.execute(status -> isAlone(unitId) ? startAll(unitId) : 0);
    }

    /** On all nodes, until the transaction ends: a job that takes long is taken up by another thread after a while. */
    private boolean isAlone(String unitId) {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('rotadesk.follow_up'), hashtext(:unit))")
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    private int startAll(String unitId) {
        while (lapse(unitId) == LAPSED_TOGETHER) {
            // The next ones.
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
        // Those who were being changed at that moment.
        for (long customer : rows.due(unitId, limit, logins)) {
            started += start(
                    () -> rows.openOne(customer, unitId, limit, logins).stream().toList());
        }
        return started;
    }

    /** Today and {@code followUpDays} more days: whose last valid day is among them is due. */
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
            opened.forEach(process.getObject()::start);
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

    /** Of a customer, the newest first. */
    public List<FollowUp> of(long customerId) {
        return rows.of(customerId);
    }

    /**
     * The agent tried to reach the customer. Reached: it is a contact by phone, from which validity runs anew.
     *
     * @param remarks may be null; those of the try before stay then
     */
    @Transactional
    public void tried(long id, boolean reached, String remarks) {
        FollowUp followUp = rows.get(id);
        Customer customer = customers.locked(followUp.unitId(), followUp.customerId());
        rows.tried(id, reached, remarks);
        if (reached) {
            // Closed first: this contact must not end the follow-up that it comes from.
            rows.close(customer.id(), id, Outcome.REACHED);
            customers.contacted(
                    customer.unitId(), customer.id(), null, customer.agent(), ContactKind.CALL, clock.instant());
        }
    }

    /** The timer went off: validity has ended, unless a contact came first or the unit put the end off. */
    @Transactional
    public void validityEnded(long id) {
        FollowUp followUp = rows.get(id);
        Customer customer = customers.locked(followUp.unitId(), followUp.customerId());
        // Read again: whoever held the customer until now may have closed it.
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

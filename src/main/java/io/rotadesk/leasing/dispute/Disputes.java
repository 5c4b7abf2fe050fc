package io.rotadesk.leasing.dispute;

import io.rotadesk.leasing.customer.ClaimReason;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.NamedCustomers;
import io.rotadesk.leasing.dispute.ClaimResult.Refusal;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import io.rotadesk.staff.duty.WorkingTime;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of disputes over customers (L3.2c, L3.2e). A customer has at most one open dispute, and stays with the
 * present agent until the manager decides. Validity is not affected.
 */
@Service("disputeRegister")
@Transactional
public class Disputes {

    private final DisputeRows rows;
    private final Customers customers;
    private final NamedCustomers named;
    private final Agents agents;
    private final Units units;
    private final DisputeProcess process;
    private final WorkingTime working;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Disputes(
            DisputeRows rows,
            Customers customers,
            NamedCustomers named,
            Agents agents,
            Units units,
            DisputeProcess process,
            WorkingTime working,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.customers = customers;
        this.named = named;
        this.agents = agents;
        this.units = units;
        this.process = process;
        this.working = working;
        this.events = events;
        this.clock = clock;
    }

    /** Claims a customer from a page: does the same as {@link #enter} and starts the process. */
    public ClaimResult claim(String unitId, String claimant, String customerNumber, String reason) {
        ClaimResult result = enter(unitId, claimant, customerNumber, reason);
        if (!result.isRefused()) {
            process.claimed(result.dispute());
        }
        return result;
    }

    /**
     * Enters a claim whose process already runs.
     *
     * @param customerNumber names the customer, as {@link NamedCustomers} reads it
     * @throws IllegalArgumentException if the reason is blank
     */
    public ClaimResult enter(String unitId, String claimant, String customerNumber, String reason) {
        if (agents.find(claimant).filter(agent -> mayClaim(agent, unitId)).isEmpty()) {
            return ClaimResult.refused(Refusal.NOT_ON_ROSTER, claimant);
        }
        List<Customer> found = named.find(unitId, customerNumber, claimant);
        if (found.size() != 1) {
            return ClaimResult.refused(
                    found.isEmpty() ? Refusal.UNKNOWN : Refusal.SEVERAL,
                    found.stream()
                            .map(one -> NamedCustomers.oneOfSeveral(customerNumber, one))
                            .toArray(String[]::new));
        }
        Customer customer = customers.locked(unitId, found.get(0).id());
        if (!customer.isValid(clock.instant())) {
            return ClaimResult.refused(Refusal.NOBODYS);
        }
        if (customer.agent().equals(claimant)) {
            return ClaimResult.refused(Refusal.OWN);
        }
        Optional<Dispute> open = rows.openOf(List.of(customer.id())).stream().findFirst();
        if (open.isPresent()) {
            return ClaimResult.refused(Refusal.OPEN, open.get().claimant());
        }
        return ClaimResult.of(rows.enter(customer, claimant, text(reason)).orElseThrow());
    }

    /** Only agents who serve customers can have any; a manager counts only as a member of a team. */
    private boolean mayClaim(Agent agent, String unitId) {
        Unit unit = units.get(unitId);
        return !agent.left()
                && agent.unitId().equals(unitId)
                && (unit.givesTurnsTo(agent) || !unit.ledBy(agent.login()));
    }

    public Optional<Dispute> find(long id) {
        return rows.find(id);
    }

    /** @throws NoSuchElementException if there is none */
    public Dispute get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("There is no dispute " + id));
    }

    /** The disputes of a customer and of records merged into theirs, newest first. */
    public List<Dispute> of(long customerId) {
        return rows.of(customerId);
    }

    /**
     * A unit's disputes, open ones first, newest first.
     *
     * @param seenBy only disputes in which this agent is a party; null for all
     */
    public List<Dispute> inUnit(String unitId, String seenBy, int atMost) {
        return rows.of(unitId, seenBy, atMost);
    }

    /** Records the owner's statement, before the decision. */
    public void stated(long id, String statement, String by) {
        events.publishEvent(new DisputeStated(rows.stated(id, text(statement), by)));
    }

    /**
     * Records the manager's decision and hands the customer over in the same transaction. If validity has ended, or the
     * claimant got the customer in another way, that is recorded instead: a decision does not renew a lapsed claim
     * (L3.2e).
     *
     * @param outcome {@link Outcome#OWNER}, {@link Outcome#CLAIMANT} or {@link Outcome#NOBODY}
     */
    public Dispute decided(long id, Outcome outcome, String reason, String by) {
        Dispute dispute = get(id);
        long remaining = customers.find(dispute.customerId()).orElseThrow().id();
        Customer customer = customers.locked(dispute.unitId(), remaining);
        Dispute closed = rows.close(id, possible(outcome, dispute, customer), text(reason), by)
                .orElseThrow(() -> new DecidedAlreadyException(id));
        if (closed.outcome() == Outcome.CLAIMANT) {
            customers.handOver(dispute.unitId(), customer.id(), dispute.claimant(), ClaimReason.DISPUTE);
        } else if (closed.outcome() == Outcome.NOBODY) {
            customers.release(dispute.unitId(), customer.id(), ClaimReason.DISPUTE);
        }
        return closed;
    }

    private Outcome possible(Outcome decided, Dispute dispute, Customer customer) {
        if (!customer.isValid(clock.instant())) {
            return Outcome.LAPSED;
        }
        boolean settled = dispute.claimant().equals(customer.agent());
        return settled && decided != Outcome.NOBODY ? Outcome.SETTLED : decided;
    }

    /** Records that one of the two parties has seen the outcome. */
    public void read(long id, String login) {
        rows.read(id, login);
    }

    /** The time until which the owner can give the statement: half of the manager's time. */
    public Instant statementDue(Dispute dispute) {
        return after(dispute, time(dispute).dividedBy(2));
    }

    /** The time at which the decision is due. */
    public Instant decisionDue(Dispute dispute) {
        return after(dispute, time(dispute));
    }

    /** The time at which the deputy is asked too: after twice the time. */
    public Instant overdueAt(Dispute dispute) {
        return after(dispute, time(dispute).multipliedBy(2));
    }

    private Instant after(Dispute dispute, Duration time) {
        return working.afterDays(dispute.unitId(), dispute.openedAt(), time);
    }

    private Duration time(Dispute dispute) {
        return units.get(dispute.unitId()).settings().get(DisputeSettings.class).disputeTime();
    }

    private static String text(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new IllegalArgumentException("A claim, a statement and a decision need a text");
        }
        return typed.strip();
    }
}

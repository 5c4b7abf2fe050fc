package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.PriorContact;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the visitor: by the number and by the visitor's answers, and the earlier agent that follows from both (L3.2).
 */
@Service
@Transactional
public class Visitors {

    private final Visits visits;
    private final Customers customers;
    private final Agents agents;
    private final Units units;
    private final Clock clock;

    Visitors(Visits visits, Customers customers, Agents agents, Units units, Clock clock) {
        this.visits = visits;
        this.customers = customers;
        this.agents = agents;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Looks up the number: the customer, the earlier agent, the last contact, and the agent who has received the same
     * visitor today. For an appointment this is repeated on arrival, and then fixed.
     */
    public void find(VisitKey key) {
        Visit visit = visits.get(key);
        if (visit.announced().phone() == null) {
            return;
        }
        List<Customer> found = customers.byPhone(key.unitId(), visit.announced().phone());
        Optional<Customer> one = found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        Optional<Visit> today = visits.receivedSince(visit, dayBegan(key.unitId()));
        Known known = new Known(
                found.size(),
                one.map(Customer::id).orElse(null),
                one.map(Customer::agent).map(this::stillHere).orElse(null),
                one.map(Customer::lastContactKind).orElse(null),
                one.map(Customer::lastContactAt).orElse(null),
                today.map(v -> v.host().agent()).map(this::stillHere).orElse(null));
        visits.save(visit, visit.from(today.map(earlier -> with(known, earlier)).orElse(known)));
    }

    /**
     * The visitor is back before the first visit was registered: the customer is not recorded yet, but still that
     * agent's.
     */
    private Known with(Known known, Visit earlier) {
        if (!earlier.said().purpose().equals(Visit.VIEWING) || known.candidates() > 1 || known.priorAgent() != null) {
            return known;
        }
        boolean helped = earlier.said().owner() != null && earlier.host().helpedBy() != null;
        return known.ofVisit(
                stillHere(helped ? earlier.said().owner() : earlier.host().agent()), earlier.at());
    }

    /** Records that a visitor with an appointment is here: their status is that of this moment (L3.2e). */
    public void arrived(VisitKey key) {
        Visit visit = visits.get(key);
        if (visit.coming().arrivedAt() == null) {
            visits.save(visit, visit.arrives(clock.instant()));
            find(key);
        }
    }

    /**
     * Records the visitor's answers (L3.2b). The earlier agent is found by the number first, and by the visitor's
     * answer second, if it was confirmed (L3.2c).
     */
    public Optional<PriorContact> priorContact(VisitKey key) {
        Visit visit = visits.get(key);
        Optional<PriorContact> prior = byPhone(visit);
        if (prior.isEmpty()
                && "yes".equals(visit.said().contactedBefore())
                && "yes".equals(visit.said().confirmed())) {
            prior = Optional.ofNullable(visit.said().namedAgent())
                    .flatMap(said -> named(key.unitId(), said))
                    .map(agent -> new PriorContact(agent.login(), PriorContact.AS_SAID, null, null));
        }
        visits.save(
                visit,
                visit.ownedBy(
                        prior.map(PriorContact::agent).orElse(null),
                        prior.map(PriorContact::knownBy).orElse(null)));
        return prior;
    }

    /** The earlier agent by the number alone, as it was on arrival. */
    private static Optional<PriorContact> byPhone(Visit visit) {
        return Optional.ofNullable(visit.known().priorAgent())
                .map(agent -> new PriorContact(
                        agent,
                        PriorContact.BY_PHONE,
                        visit.known().priorContactKind(),
                        visit.known().priorContactAt()));
    }

    /** The agent of the unit with this login, or else with this name, if it is only one and they still work here. */
    public Optional<Agent> named(String unitId, String loginOrName) {
        List<Agent> found = agents.inUnit(unitId).stream()
                .filter(agent -> !agent.left())
                .filter(agent ->
                        agent.login().equals(loginOrName) || agent.name().equals(loginOrName))
                .toList();
        Optional<Agent> byLogin = found.stream()
                .filter(agent -> agent.login().equals(loginOrName))
                .findFirst();
        return byLogin.or(() -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty());
    }

    /**
     * The agent found the visitor among the unit's customers, since the number did not tell who it is. From now on it is as if
     * the number had told it.
     *
     * @return false if the number tells that it is somebody else: the number counts first
     */
    public boolean recognized(VisitKey key, Customer customer) {
        Visit visit = visits.get(key);
        Known before = visit.known();
        if (before.customerId() == null) {
            Known known = new Known(
                    1,
                    customer.id(),
                    customer.agent() == null ? null : stillHere(customer.agent()),
                    customer.lastContactKind(),
                    customer.lastContactAt(),
                    before.receivedTodayBy());
            visits.save(visit, visit.from(known));
        }
        return before.customerId() == null || before.customerId() == customer.id();
    }

    /** The name of the customer with the number; null if it is not known which customer. */
    public String knownName(Visit visit) {
        return visit.known().customerId() == null
                ? null
                : customers.find(visit.known().customerId()).map(Customer::name).orElse(null);
    }

    /** All customers to whom the number belongs. */
    public List<Customer> candidates(Visit visit) {
        return visit.announced().phone() == null
                ? List.of()
                : customers.byPhone(visit.unitId(), visit.announced().phone());
    }

    private Instant dayBegan(String unitId) {
        ZoneId zone = units.get(unitId).settings().zone();
        return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private String stillHere(String login) {
        return agents.find(login).filter(a -> !a.left()).map(Agent::login).orElse(null);
    }
}

package io.rotadesk.leasing.dispute;

import io.rotadesk.leasing.customer.AgentHistory;
import io.rotadesk.leasing.customer.Arrival;
import io.rotadesk.leasing.customer.Arrivals;
import io.rotadesk.leasing.customer.ContactHistory;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.customer.PastContact;
import io.rotadesk.leasing.dispute.Evidence.Item;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the evidence of a dispute from the registers: calls, visits, follow-ups, validity on arrival, agents. */
@Component
public class DisputeEvidence {

    private static final int CONTACTS = 100;

    private final Customers customers;
    private final AgentHistory history;
    private final FollowUps followUps;
    private final List<ContactHistory> registers;
    private final List<Arrivals> arrivals;
    private final Units units;
    private final Clock clock;

    DisputeEvidence(
            Customers customers,
            AgentHistory history,
            FollowUps followUps,
            List<ContactHistory> registers,
            List<Arrivals> arrivals,
            Units units,
            Clock clock) {
        this.customers = customers;
        this.history = history;
        this.followUps = followUps;
        this.registers = registers;
        this.arrivals = arrivals;
        this.units = units;
        this.clock = clock;
    }

    /** @return empty if the customer is erased */
    @Transactional(readOnly = true)
    public Optional<Evidence> of(Dispute dispute) {
        return Optional.ofNullable(dispute.customerId())
                .flatMap(customers::find)
                .map(this::of);
    }

    private Evidence of(Customer customer) {
        UnitSettings settings = units.get(customer.unitId()).settings();
        Map<String, Arrival> known = arrivals.stream()
                .flatMap(register -> register.of(customer.id(), CONTACTS).stream())
                .collect(Collectors.toMap(arrival -> arrival.kind() + arrival.id(), Function.identity()));
        List<Item> contacts = registers.stream()
                .flatMap(register -> register.of(customer.id(), null, CONTACTS).stream())
                .sorted(Comparator.comparing(PastContact::at).reversed())
                .limit(CONTACTS)
                .map(contact -> item(contact, known.get(contact.kind() + contact.id()), settings))
                .toList();
        return new Evidence(
                customer,
                customers.phones(customer.id()),
                history.of(customer.id(), clock.instant()),
                contacts,
                followUps.of(customer.id()));
    }

    private static Item item(PastContact contact, Arrival arrival, UnitSettings settings) {
        return new Item(contact, arrival, arrival != null && arrival.wasValid(settings));
    }
}

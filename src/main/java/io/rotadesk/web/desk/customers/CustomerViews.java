package io.rotadesk.web.desk.customers;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.AgentHistory;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.ContactHistory;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerMerge;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.FollowUps;
import io.rotadesk.leasing.customer.MergedRecord;
import io.rotadesk.leasing.customer.PastContact;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers the data about customers that a person may see. */
@Component
class CustomerViews {

    private static final int CONTACTS = 50;

    private final Customers customers;
    private final AgentHistory history;
    private final FollowUps followUps;
    private final CustomerMerge merges;
    private final List<ContactHistory> registers;
    private final Agents agents;
    private final UnitAccess access;
    private final Clock clock;

    CustomerViews(
            Customers customers,
            AgentHistory history,
            FollowUps followUps,
            CustomerMerge merges,
            List<ContactHistory> registers,
            Agents agents,
            UnitAccess access,
            Clock clock) {
        this.customers = customers;
        this.history = history;
        this.followUps = followUps;
        this.merges = merges;
        this.registers = registers;
        this.agents = agents;
        this.access = access;
        this.clock = clock;
    }

    List<CustomerRow> rows(List<Customer> customers, Unit unit, Map<String, String> names) {
        Map<Long, List<String>> numbers =
                this.customers.numbers(customers.stream().map(Customer::id).toList());
        var soon = CustomerQuery.soon(unit, clock);
        return customers.stream()
                .map(customer -> CustomerRow.of(
                        customer,
                        numbers.getOrDefault(customer.id(), List.of()),
                        names,
                        unit.settings().zone(),
                        clock.instant(),
                        soon))
                .toList();
    }

    /** @throws NotThereException for an agent who has nothing to do with the customer */
    CustomerView of(Customer customer, Unit unit, SignedInUser user) {
        boolean inFull = access.mayManage(unit.id()) || user.login().equals(customer.agent());
        List<PastContact> contacts = contacts(customer.id(), inFull ? null : user.login());
        if (!inFull && contacts.isEmpty()) {
            throw new NotThereException(customer.id() + " is no customer of " + user.login());
        }
        return inFull
                ? full(customer, unit, contacts)
                : view(customer, unit, contacts, List.of(), List.of(), List.of());
    }

    /** Whether somebody who belongs to the customer's unit may look at the customer. */
    boolean mayLook(Customer customer, SignedInUser user) {
        return access.mayManage(customer.unitId())
                || user.login().equals(customer.agent())
                || !contacts(customer.id(), user.login()).isEmpty();
    }

    /** All data, for somebody who may see it. */
    CustomerView inFull(Customer customer, Unit unit) {
        return full(customer, unit, contacts(customer.id(), null));
    }

    private CustomerView full(Customer customer, Unit unit, List<PastContact> contacts) {
        return view(
                customer,
                unit,
                contacts,
                history.of(customer.id(), clock.instant()),
                followUps.of(customer.id()),
                merges.merged(customer.id()));
    }

    private CustomerView view(
            Customer customer,
            Unit unit,
            List<PastContact> contacts,
            List<AgentPeriod> periods,
            List<FollowUp> followedUp,
            List<MergedRecord> merged) {
        Map<String, String> names = names(unit.id());
        return new CustomerView(
                rows(List.of(customer), unit, names).get(0),
                unit.settings().zone(),
                contacts,
                periods,
                followedUp,
                merged,
                names);
    }

    /** The unit's people by login, including those who left. */
    Map<String, String> names(String unitId) {
        return agents.names(unitId);
    }

    private List<PastContact> contacts(long customerId, String seenBy) {
        return registers.stream()
                .flatMap(register -> register.of(customerId, seenBy, CONTACTS).stream())
                .sorted(Comparator.comparing(PastContact::at).reversed())
                .limit(CONTACTS)
                .toList();
    }
}

package io.rotadesk.web.desk.tools;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.LookUps.Hit;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says of customers who are looked up whose they are and until when, and nothing else. */
@Component
class CustomerLines {

    /**
     * @param name null if it was refused
     * @param numbers in full if it is the reader's own customer, else by the last four digits
     * @param agent the name of the agent; null if it is nobody's customer
     * @param lastDay the last valid day in the unit's time zone; null if there is none
     * @param valid whether the agent's claim is still valid
     * @param choice names the customer in the form
     */
    record Line(
            String name,
            List<String> numbers,
            String agent,
            boolean own,
            LocalDate lastDay,
            boolean valid,
            String choice) {}

    private final Customers customers;
    private final Agents agents;
    private final Clock clock;

    CustomerLines(Customers customers, Agents agents, Clock clock) {
        this.customers = customers;
        this.agents = agents;
        this.clock = clock;
    }

    List<Line> of(List<Hit> hits, Unit unit, String reader) {
        Map<Long, List<String>> phones =
                customers.phones(hits.stream().map(hit -> hit.customer().id()).toList());
        return hits.stream()
                .map(hit -> line(hit, phones.getOrDefault(hit.customer().id(), List.of()), unit, reader))
                .toList();
    }

    private Line line(Hit hit, List<String> phones, Unit unit, String reader) {
        Customer customer = hit.customer();
        boolean own = reader.equals(customer.agent());
        return new Line(
                customer.name(),
                phones.stream()
                        .map(own ? PhoneNumbers::readable : PhoneNumbers::masked)
                        .toList(),
                customer.agent() == null ? null : agents.name(customer.agent()),
                own,
                customer.agent() == null || customer.validUntil() == null
                        ? null
                        : LocalDate.ofInstant(
                                        customer.validUntil(), unit.settings().zone())
                                .minusDays(1),
                customer.isValid(clock.instant()),
                hit.choice());
    }
}

package io.rotadesk.web.desk.customers;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerStatus;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A customer as a list shows them.
 *
 * @param numbers as people write them
 * @param agent the name of the agent whose customer it is or was; null if there is none
 * @param lastDay the last valid day in the unit's time zone; null if there is none
 */
record CustomerRow(Customer customer, List<String> numbers, String agent, CustomerStatus status, LocalDate lastDay) {

    static CustomerRow of(
            Customer customer,
            List<String> numbers,
            Map<String, String> names,
            ZoneId zone,
            Instant now,
            Instant soon) {
        return new CustomerRow(
                customer,
                numbers.stream().map(PhoneNumbers::readable).toList(),
                name(names, customer.agent()),
                status(customer, now, soon),
                customer.validUntil() == null
                        ? null
                        : LocalDate.ofInstant(customer.validUntil(), zone).minusDays(1));
    }

    private static CustomerStatus status(Customer customer, Instant now, Instant soon) {
        if (customer.agent() == null) {
            return CustomerStatus.NOBODYS;
        }
        if (!customer.isValid(now)) {
            return CustomerStatus.LAPSED;
        }
        return customer.validUntil().isAfter(soon) ? CustomerStatus.ACTIVE : CustomerStatus.SOON;
    }

    static String name(Map<String, String> names, String login) {
        return login == null ? null : names.getOrDefault(login, login);
    }
}

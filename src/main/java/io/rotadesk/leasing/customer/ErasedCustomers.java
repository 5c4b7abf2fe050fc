package io.rotadesk.leasing.customer;

import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Erases the customer with the number, and all their numbers. A number that several customers share does not say which
 * of them is meant, so they stay; each can be erased on their own page.
 */
@Component
class ErasedCustomers implements PersonalRecords {

    private final Customers customers;

    ErasedCustomers(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public int erase(Person person, String by) {
        List<Customer> theirs = person.e164()
                .map(number -> customers.byPhone(person.unitId(), number))
                .orElse(List.of());
        if (theirs.size() != 1) {
            return 0;
        }
        customers.erase(person.unitId(), theirs.get(0).id());
        return 1;
    }
}

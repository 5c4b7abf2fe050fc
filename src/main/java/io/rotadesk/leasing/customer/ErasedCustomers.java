package io.rotadesk.leasing.customer;

import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The customer whose number it is, with all of their numbers. A line that several customers share says nothing about which of
 * them is meant: they stay, and are erased each on their own page.
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

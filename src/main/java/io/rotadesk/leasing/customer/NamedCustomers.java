package io.rotadesk.leasing.customer;

import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds the customer that somebody means by a number. A person who knows a phone number may name its customers. A
 * customer id only names customers whom the person already knows: their own, and those they had contact with. So nobody
 * can find out by counting ids whether a colleague has customers.
 */
@Component
public class NamedCustomers {

    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("(.+)[#＃]\\s*([0-9]{1,18})");
    private static final Pattern OWN_NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Customers customers;
    private final List<ContactHistory> registers;
    private final Units units;

    NamedCustomers(Customers customers, List<ContactHistory> registers, Units units) {
        this.customers = customers;
        this.registers = registers;
        this.units = units;
    }

    /**
     * @param typed a phone number as people write it; a customer id; or both, with {@code #} between them, if several
     *     customers share a phone
     * @param by the login of the person who names the customer
     * @return the unit's customers that are meant; none if there is no such customer, or if the person may not name
     *     them
     */
    public List<Customer> find(String unitId, String typed, String by) {
        String number = typed == null ? "" : typed.strip();
        Matcher oneOfSeveral = ONE_OF_SEVERAL.matcher(number);
        if (oneOfSeveral.matches()) {
            long id = Long.parseLong(oneOfSeveral.group(2));
            return byPhone(unitId, oneOfSeveral.group(1)).stream()
                    .filter(customer -> customer.id() == id)
                    .toList();
        }
        List<Customer> byPhone = byPhone(unitId, number);
        return byPhone.isEmpty() && OWN_NUMBER.matcher(number).matches()
                ? byNumber(unitId, Long.parseLong(number), by).stream().toList()
                : byPhone;
    }

    /** The text that names one of several customers who share a phone. */
    public static String oneOfSeveral(String phone, Customer customer) {
        return phone.strip() + "#" + customer.id();
    }

    private List<Customer> byPhone(String unitId, String phone) {
        return PhoneNumbers.e164(phone, units.get(unitId).settings().numbering())
                .map(known -> customers.byPhone(unitId, known))
                .orElse(List.of());
    }

    private Optional<Customer> byNumber(String unitId, long id, String by) {
        return customers
                .find(id)
                .filter(customer -> customer.unitId().equals(unitId))
                .filter(customer -> by.equals(customer.agent()) || hasMet(customer, by));
    }

    private boolean hasMet(Customer customer, String login) {
        return registers.stream()
                .anyMatch(register -> !register.of(customer.id(), login, 1).isEmpty());
    }
}

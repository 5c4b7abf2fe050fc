package io.rotadesk.leasing.customer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the correction of a register entry means for the customer. A number that others have already makes nobody the same
 * customer; whoever corrects is asked.
 */
@Service
@Transactional
public class CorrectedCustomers {

    private final Customers customers;
    private final List<ContactHistory> registers;

    CorrectedCustomers(Customers customers, List<ContactHistory> registers) {
        this.customers = customers;
        this.registers = registers;
    }

    /**
     * The customers who have a number already.
     *
     * @param except the customer whose entry it is; null for none
     * @param phone null for no number
     */
    @Transactional(readOnly = true)
    public List<Customer> othersWith(String unitId, Long except, String phone) {
        return phone == null
                ? List.of()
                : customers.byPhone(unitId, phone).stream()
                        .filter(other -> !Objects.equals(other.id(), except))
                        .toList();
    }

    /**
     * Carries a corrected name and number over to the customer of the entry, which is saved already. A name that the customer
     * got elsewhere, and a number that another call or visit has, stay.
     *
     * @throws java.util.NoSuchElementException if the unit has no such customer
     */
    public void corrected(
            String unitId, long customerId, String nameBefore, String name, String phoneBefore, String phone) {
        Customer customer = customers.find(customerId).orElse(null);
        if (customer == null || !customer.unitId().equals(unitId)) {
            return;
        }
        Customer locked = customers.locked(unitId, customer.id());
        if (name != null && (locked.name() == null || locked.name().equals(nameBefore))) {
            customers.rename(locked.id(), name);
        }
        if (Objects.equals(phoneBefore, phone)) {
            return;
        }
        if (phone != null) {
            customers.addPhone(locked.id(), unitId, phone);
        }
        if (phoneBefore != null
                && registers.stream().noneMatch(register -> register.knowsNumber(locked.id(), phoneBefore))) {
            customers.removePhone(locked.id(), phoneBefore);
        }
    }

    /**
     * Adds the customer of an entry that has name and number only now. They become the agent's as of the contact.
     *
     * @param transmitted the number that called or was announced, which is theirs too; null for none
     * @return the customer's id
     */
    public long founded(
            String unitId, String name, String phone, String transmitted, String agent, ContactKind kind, Instant at) {
        long id = customers.add(unitId, name, phone, agent, kind, at).id();
        if (transmitted != null && !transmitted.equals(phone)) {
            customers.addPhone(id, unitId, transmitted);
        }
        return id;
    }

    /** The entry is that of a customer who is known already. They stay whose they are; one who is nobody's becomes the agent's. */
    public void recognized(String unitId, long customerId, String agent, ContactKind kind, Instant at) {
        Customer known = customers.locked(unitId, customerId);
        customers.contacted(unitId, known.id(), null, known.agent() == null ? agent : null, kind, at);
    }
}

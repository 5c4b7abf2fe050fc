package io.rotadesk.leasing.correction;

import io.rotadesk.leasing.customer.Customer;
import java.util.List;

/**
 * Somebody's answer whose number it is that others have already.
 *
 * @param customerId the one of them who it is; null for another person with the same number
 */
public record SamePerson(Long customerId) {

    /** Somebody else, who shares the number with them. */
    public static final SamePerson SOMEBODY_ELSE = new SamePerson(null);

    /** Whether it names nobody but one of these; the entry of a customer stays theirs. */
    boolean isPossible(CorrectableEntry entry, List<Customer> others) {
        return customerId == null
                || entry.customerId() == null && others.stream().anyMatch(other -> other.id() == customerId);
    }
}

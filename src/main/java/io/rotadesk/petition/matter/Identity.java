package io.rotadesk.petition.matter;

import java.util.List;
import java.util.Optional;

/**
 * The identity of a petitioner as far as they said it.
 *
 * @param idNumber null if they did not say it
 * @param address null if they did not say it
 * @param representatives the names of those who speak for a group, in order
 */
public record Identity(PetitionerKind kind, IdNumber idNumber, String address, List<String> representatives) {

    static final Identity UNKNOWN = new Identity(PetitionerKind.PERSON, null, null, List.of());

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return equals(UNKNOWN);
    }

    /** What people see of the number: its end. */
    public Optional<String> maskedNumber() {
        return Optional.ofNullable(idNumber).map(IdNumber::masked);
    }
}

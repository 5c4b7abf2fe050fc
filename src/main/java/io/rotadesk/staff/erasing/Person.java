package io.rotadesk.staff.erasing;

import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.rota.Contact;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who is to be erased in a unit: by telephone number, by one entry of a register, or both.
 *
 * @param number as it was typed or shown; null if none is known, or if the text is too short for a number
 * @param entry the entry that names them, whatever number it has; null for all entries with the number
 */
public record Person(String unitId, String number, Contact entry) {

    /** A shorter number does not identify one person. */
    private static final int SHORTEST = 5;

    public Person {
        number = number == null || digits(number).length() < SHORTEST ? null : number.strip();
        if (number == null && entry == null) {
            throw new IllegalArgumentException("Neither a telephone number nor an entry");
        }
    }

    /** @return empty if no number is known, or if the text is too short for one */
    public static Optional<Person> withNumber(String unitId, String number) {
        return number == null || digits(number).length() < SHORTEST
                ? Optional.empty()
                : Optional.of(new Person(unitId, number, null));
    }

    /** The number as it is kept if somebody types it at this place: without area code too. A text that is no number is unchanged. */
    public static String atPlace(String typed, Numbering place) {
        return PhoneNumbers.e164(typed, place).orElse(typed);
    }

    /** The number in E.164; empty if it is not a valid number. */
    public Optional<String> e164() {
        return PhoneNumbers.e164(number);
    }

    /** The digits of the number with and without its country code, as a register may keep them; may be empty. */
    public String[] digits() {
        return Stream.of(number, e164().orElse(null), number == null ? null : PhoneNumbers.readable(number))
                .filter(Objects::nonNull)
                .map(Person::digits)
                .distinct()
                .toArray(String[]::new);
    }

    /** The entry's id if it is of this kind, else null. */
    public String entryOf(Contact.Kind kind) {
        return entry != null && entry.kind() == kind ? entry.id() : null;
    }

    private static String digits(String written) {
        return written.replaceAll("\\D", "");
    }

    /** Contains nothing personal, since it may be logged. */
    @Override
    public String toString() {
        return unitId + " " + PhoneNumbers.masked(number) + (entry == null ? "" : " " + entry.id());
    }
}

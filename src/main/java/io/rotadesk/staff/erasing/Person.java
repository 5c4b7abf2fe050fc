package io.rotadesk.staff.erasing;

import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.rota.Contact;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who is to be erased in a unit: by telephone number, by one entry of a register, or both.
 *
 * @param number as it was typed or shown; null if none is known, or if the text is too short for a number
 * @param entry the entry that names them, whatever number it has; null for all entries with the number
 * @param place where the number was written, and where it may stand in texts without area code
 */
public record Person(String unitId, String number, Contact entry, Numbering place) {

    /** A shorter number does not identify one person. */
    private static final int SHORTEST = 5;

    public Person {
        number = number == null || digits(number).length() < SHORTEST ? null : number.strip();
        if (number == null && entry == null) {
            throw new IllegalArgumentException("Neither a telephone number nor an entry");
        }
    }

    /** At a place whose area code is not known. */
    public Person(String unitId, String number, Contact entry) {
        this(unitId, number, entry, Numbering.HOME);
    }

    /** @return empty if no number is known, or if the text is too short for one */
    public static Optional<Person> withNumber(String unitId, String number, Numbering place) {
        return number == null || digits(number).length() < SHORTEST
                ? Optional.empty()
                : Optional.of(new Person(unitId, number, null, place));
    }

    /** The number in E.164; empty if it is not a valid number. */
    public Optional<String> e164() {
        return PhoneNumbers.e164(number, place);
    }

    /** The digits of the number with and without its codes, as a register may keep them; may be empty. */
    public String[] digits() {
        return Stream.concat(digitsInFull(), digitsAmongThemselves().stream())
                .distinct()
                .toArray(String[]::new);
    }

    /** The digits that say which number it is at any place. */
    public Stream<String> digitsInFull() {
        String local = digitsAmongThemselves().orElse("");
        return Stream.concat(
                        Stream.ofNullable(number).map(Person::digits),
                        e164().stream().flatMap(place::inFull))
                .filter(digits -> !digits.equals(local))
                .distinct();
    }

    /** The digits without area code, if the number is one of the place. */
    Optional<String> digitsAmongThemselves() {
        return e164().flatMap(place::amongThemselves);
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

package io.rotadesk.petition.matter;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * The number of an identity card, eighteen signs with a check sign or fifteen of the old kind, or the credit code of a company or
 * organisation.
 *
 * @param text in capitals, without blanks
 */
public record IdNumber(String text) {

    /** A person's sex, as the number tells it. */
    public enum Sex {
        MALE,
        FEMALE
    }

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int SHOWN = 4;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final String CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** @return empty if it is no number of an identity card */
    public static Optional<IdNumber> ofPerson(String typed) {
        return Optional.of(new IdNumber(plain(typed))).filter(IdNumber::isOfPerson);
    }

    /** @return empty if it is no credit code (18 signs, the last one a check sign) */
    public static Optional<IdNumber> ofOrganisation(String typed) {
        return Optional.of(new IdNumber(plain(typed))).filter(IdNumber::isCreditCode);
    }

    /** As it is kept: wide digits become narrow ones, blanks and dashes go. */
    static String plain(String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "");
    }

    private boolean isOfPerson() {
        boolean old = text.matches("[1-9][0-9]{" + (OLD_LENGTH - 1) + "}");
        boolean complete = text.matches("[1-9][0-9]{" + (LENGTH - 2) + "}[0-9X]") && text.charAt(LENGTH - 1) == check();
        return (old || complete) && born().isPresent();
    }

    private char check() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private boolean isCreditCode() {
        if (!text.matches("[" + CREDIT_SIGNS + "]{" + LENGTH + "}")) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += weight * CREDIT_SIGNS.indexOf(text.charAt(i));
            weight = weight * 3 % CREDIT_SIGNS.length();
        }
        int check = (CREDIT_SIGNS.length() - sum % CREDIT_SIGNS.length()) % CREDIT_SIGNS.length();
        return CREDIT_SIGNS.indexOf(text.charAt(LENGTH - 1)) == check;
    }

    /** The day of birth; empty if the number has none. */
    public Optional<LocalDate> born() {
        String digits = text.length() == OLD_LENGTH
                ? "19" + text.substring(6, 12)
                : text.length() == LENGTH ? text.substring(6, 14) : "";
        try {
            return Optional.of(LocalDate.parse(digits, DAY));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** In years; empty if the number tells none. */
    public Optional<Integer> age(LocalDate today) {
        return born().map(day -> Period.between(day, today).getYears());
    }

    /** Empty for a company or organisation. */
    public Optional<Sex> sex() {
        if (born().isEmpty() || !isOfPerson()) {
            return Optional.empty();
        }
        char sign = text.charAt(text.length() == OLD_LENGTH ? OLD_LENGTH - 1 : LENGTH - 2);
        return Optional.of((sign - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE);
    }

    /** What people see of it: its end. */
    public String masked() {
        return "*".repeat(Math.max(0, text.length() - SHOWN)) + text.substring(Math.max(0, text.length() - SHOWN));
    }

    @Override
    public String toString() {
        return masked();
    }
}

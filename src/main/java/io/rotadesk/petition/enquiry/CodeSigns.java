package io.rotadesk.petition.enquiry;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a query code is written: eleven random signs (53 bits) and a check sign, in three groups of four. Of signs that look
 * alike there is one of each pair only; the other one, when somebody reads it, counts as that. The check sign finds every single
 * wrong sign, and every two neighbours that were exchanged.
 */
final class CodeSigns {

    /** A prime number of signs, or the check sign would not find everything. */
    static final String SIGNS = "0123456789ACDEFGHJKMNPQRTVWXY";

    private static final Map<Character, Character> READ_AS =
            Map.of('O', '0', 'I', '1', 'L', '1', 'Z', '2', 'S', '5', 'B', '8', 'U', 'V');
    private static final BigInteger BASE = BigInteger.valueOf(SIGNS.length());
    private static final int RANDOM = 11;
    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 100;

    private CodeSigns() {}

    /** @param bits many more than the code has, so that every code is as likely */
    static String of(byte[] bits) {
        BigInteger left = new BigInteger(1, bits);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RANDOM; i++) {
            BigInteger[] parts = left.divideAndRemainder(BASE);
            code.append(SIGNS.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return code.append(checkSign(code)).toString();
    }

    /** The code as it was typed: with or without spaces and dashes, in small letters, wide or with look-alikes. */
    static Optional<String> read(String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(sign -> (char) sign)
                .forEach(sign -> code.append(READ_AS.getOrDefault(sign, sign)));
        boolean complete = code.length() == RANDOM + 1
                && code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                && code.charAt(RANDOM) == checkSign(code.substring(0, RANDOM));
        return complete ? Optional.of(code.toString()) : Optional.empty();
    }

    /** For reading aloud: {@code 7K4M-2XQT-9HWP}. */
    static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static char checkSign(CharSequence random) {
        int sum = 0;
        for (int i = 0; i < RANDOM; i++) {
            sum += (i + 1) * SIGNS.indexOf(random.charAt(i));
        }
        return SIGNS.charAt(sum % SIGNS.length());
    }
}

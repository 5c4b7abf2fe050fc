package io.rotadesk.platform.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signs that phone systems send in place of a withheld number: words in the languages of their makers (in {@code
 * withheld.txt}), rows of one digit, and English words as they are spelled on a keypad.
 */
final class Withheld {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final String COMMENT = "#";
    private static final String PART = "~";

    private static final List<String> LINES = lines();

    private static final Set<String> WORDS = LINES.stream()
            .filter(line -> !line.startsWith(PART))
            .map(Withheld::joined)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> PARTS = LINES.stream()
            .filter(line -> line.startsWith(PART))
            .map(line -> joined(line.substring(PART.length())))
            .toList();

    private static final List<String> ON_KEYPAD = Stream.of(
                    "UNKNOWN", "RESTRICTED", "ANONYMOUS", "UNAVAILABLE", "PRIVATE", "BLOCKED", "WITHHELD")
            .map(Withheld::onKeypad)
            .toList();

    /** So much of a word, behind a plus, can be nothing else. */
    private static final int BEGINNING = 5;

    private static final Pattern ALL_ONE_DIGIT = Pattern.compile("0+|([0-9])\\1{2,}");
    private static final int FEW_DIGITS = 3;
    private static final int LONGEST_LOCAL = 8;

    private Withheld() {}

    /** Whether the user part of an address, in plain signs, stands for a withheld number. */
    static boolean isMeantBy(String user, Numbering place) {
        String digits = Signs.digits(user);
        if (digits.length() < FEW_DIGITS && isWord(user)) {
            return true;
        }
        boolean onlyDigits = user.chars().noneMatch(Character::isLetter);
        return onlyDigits && (digits.isEmpty() || isRow(user, digits, place) || isSpelled(user, digits));
    }

    private static boolean isWord(String user) {
        String joined = joined(user);
        return WORDS.contains(joined)
                || PARTS.stream().anyMatch(joined::contains)
                // One letter is a code, but only alone.
                || Stream.of(NO_LETTERS.split(folded(user)))
                        .anyMatch(word -> word.length() > 2 && WORDS.contains(word));
    }

    private static boolean isRow(String user, String digits, Numbering place) {
        if (ALL_ONE_DIGIT.matcher(digits).matches()) {
            return true;
        }
        String rest = digits.replaceFirst("^0+", "");
        if (rest.length() >= BEGINNING && ALL_ONE_DIGIT.matcher(rest).matches()) {
            return true;
        }
        boolean abroad = user.startsWith("+") || digits.startsWith("00");
        if (!abroad && digits.length() <= LONGEST_LOCAL && new ValidNumbers(place).isComplete(false, digits)) {
            // 86666666 of Shanghai only begins like a country code.
            return false;
        }
        // A row behind a country code.
        return Stream.of(place.countryCode(), Numbering.HOME.countryCode(), abroad ? "1" : place.countryCode())
                .filter(rest::startsWith)
                .map(code -> rest.substring(code.length()))
                .anyMatch(behind -> behind.length() >= BEGINNING
                        && ALL_ONE_DIGIT.matcher(behind).matches());
    }

    private static boolean isSpelled(String user, String digits) {
        String core = digits.replaceFirst("^0+", "");
        boolean abroad = user.startsWith("+") || digits.startsWith("00");
        return ON_KEYPAD.stream()
                .anyMatch(word -> core.equals(word)
                        || core.equals("1" + word)
                        || core.equals(Numbering.HOME.countryCode() + word)
                        || abroad && core.length() >= BEGINNING && word.startsWith(core));
    }

    private static String joined(String text) {
        return NO_LETTERS.matcher(folded(text)).replaceAll("");
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    private static List<String> lines() {
        try (InputStream file = Withheld.class.getResourceAsStream("withheld.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String onKeypad(String word) {
        StringBuilder digits = new StringBuilder();
        for (char letter : word.toCharArray()) {
            digits.append("22233344455566677778889999".charAt(letter - 'A'));
        }
        return digits.toString();
    }
}

package io.rotadesk.platform.phone;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a number as people write it, with an extension behind it, and as carriers change it on the way. */
final class NumberReader {

    /** @param extension null for none */
    record Read(String e164, String extension) {}

    /** Signs and words between a number and its extension. */
    private static final Pattern MARKED = Pattern.compile(
            "(?i)^(.*?[0-9][ ).]*)(?:转接?|轉接?|分机号?|分機號?|内线|內線|extension|extn?\\b|ext|x|#|;|,+|~|p|w|\\*|/)"
                    + "[ :.=#号號-]*(?:(?:转|分机|分機|ext)[ :.]*)?([0-9]{1,8})(?:[^0-9]{0,20})$");

    private static final Pattern BEHIND_A_DASH = Pattern.compile("^(.*[0-9]\\)?)[ -]+\\(?([0-9]{1,6})\\)?$");
    private static final Pattern IN_BRACKETS = Pattern.compile("^(.*[0-9]) ?\\(([0-9]{1,6})\\)$");
    private static final Pattern SHORT = Pattern.compile("9[56][0-9]{3}|1[0-2][0-9]{3}");
    private static final Pattern LABEL = Pattern.compile("^[^0-9+(*#]*(?:[\\p{IsHan}:： ])(?=[0-9+(])");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[/、;,|或和&]");

    /** {@code 17951} and its like lead over another network and say nothing of the caller; so do codes that hide a number. */
    private static final Pattern LEADING_ON =
            Pattern.compile("^(?:179[0-9]{2}|12593|10193|11808|1258[0-9])(?=[0-9]{7})");

    private static final Pattern HIDING = Pattern.compile("^(?:\\*67|\\*31#|#31#)(?=[0-9+])");

    /** More would not be a number, and costs time. */
    private static final int LONGEST = 200;

    private static final int MOST_EXTENSIONS = 3;

    private final Numbering place;
    private final ValidNumbers valid;

    NumberReader(Numbering place) {
        this.place = place;
        this.valid = new ValidNumbers(place);
    }

    /** @param text in plain signs */
    Optional<Read> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String unlabelled = LABEL.matcher(text).replaceFirst("");
        return read(unlabelled, 0).or(() -> firstOf(unlabelled));
    }

    private Optional<Read> read(String text, int extensions) {
        if (extensions < MOST_EXTENSIONS) {
            Optional<Read> marked = split(MARKED, text, extensions).or(() -> split(IN_BRACKETS, text, extensions));
            if (marked.isPresent()) {
                return marked;
            }
        }
        Optional<String> whole = number(text);
        if (extensions < MOST_EXTENSIONS && (whole.isEmpty() || isShort(BEHIND_A_DASH, text))) {
            Optional<Read> dashed = split(BEHIND_A_DASH, text, extensions);
            if (dashed.isPresent()) {
                return dashed;
            }
        }
        return whole.map(number -> new Read(number, null));
    }

    private Optional<Read> split(Pattern pattern, String text, int extensions) {
        Matcher parts = pattern.matcher(text);
        return parts.matches()
                ? read(parts.group(1).strip(), extensions + 1).map(head -> behind(head, parts.group(2)))
                : Optional.empty();
    }

    private static Read behind(Read head, String extension) {
        return new Read(head.e164(), head.extension() == null ? extension : head.extension() + "-" + extension);
    }

    /** Whether it is a service number of five digits with something behind it. */
    private static boolean isShort(Pattern pattern, String text) {
        Matcher parts = pattern.matcher(text);
        return parts.matches() && SHORT.matcher(parts.group(1).strip()).matches();
    }

    /** Of several numbers in one field the first counts. */
    private Optional<Read> firstOf(String text) {
        String[] numbers = BETWEEN_NUMBERS.split(text);
        return numbers.length < 2
                ? Optional.empty()
                : Stream.of(numbers)
                        .map(String::strip)
                        .flatMap(one -> read(one, 0).stream())
                        .findFirst();
    }

    private Optional<String> number(String text) {
        String written = HIDING.matcher(text.strip()).replaceFirst("");
        if (written.chars().anyMatch(one -> Character.isLetter(one) || one == '*' || one == '#' || one == '@')) {
            return Optional.empty();
        }
        String digits = Signs.digits(written);
        int plus = written.indexOf('+');
        boolean abroad = plus >= 0 && Signs.digits(written.substring(0, plus)).isEmpty();
        boolean dialledAbroad = !abroad && digits.startsWith("00");
        String core = digits.replaceFirst("^0+", "");
        Optional<String> found = Optional.empty();
        if (abroad || dialledAbroad) {
            found = valid.abroad(core);
        }
        return found.or(() -> here(digits, core)).or(() -> withCountry(core));
    }

    private Optional<String> here(String digits, String core) {
        return valid.here(core, digits.equals(core)).or(() -> {
            String led = LEADING_ON.matcher(core).replaceFirst("");
            return led.equals(core) ? Optional.empty() : number(led);
        });
    }

    private Optional<String> withCountry(String core) {
        if (!core.startsWith(place.countryCode())) {
            return Optional.empty();
        }
        String rest = core.substring(place.countryCode().length());
        return here(rest, rest.replaceFirst("^0+", ""));
    }
}

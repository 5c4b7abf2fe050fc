package io.rotadesk.access;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Refuses passwords that are short, or easy to guess for somebody who knows the person. There is no rule about kinds of
 * characters, since such rules make passwords worse. zxcvbn estimates the number of guesses. It treats the login, the
 * name, telephone numbers and units as words like any other: forwards, backwards, with digits for letters or with a
 * year appended.
 */
@Component
class PasswordRules {

    static final int MINIMUM_LENGTH = 10;
    /** More than anybody types. */
    private static final int MAXIMUM_LENGTH = 200;
    /** The estimate is slow for long passwords, and one with a strong beginning is strong. */
    private static final int LOOKED_AT = 24;
    /** On the scale from 0 to 4: at least 10^8 guesses, each of which takes the time of a {@link PasswordHash}. */
    private static final int STRONG_ENOUGH = 3;

    private static final double LEAST_WITHOUT_SIGNS = 1e6;

    /**
     * A password of digits only: a telephone number, a date, an identity card. Nobody remembers a random number of that
     * length.
     */
    private static final Pattern NUMBER = Pattern.compile("[\\d\\s./:_+-]*[xX]?");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cc}]");

    private static final int LEAST_REST = 8;
    private static final String LOOKS = "0345789@$";
    private static final String LETTERS = "oeastbgas";

    private static final String SIGNS = "!@#$%^&*()";
    private static final String DIGITS = "1234567890";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})");
    private static final int SHORTEST_WORD = 3;

    /**
     * Words of this product and of its users, which zxcvbn may not know: its lists are English words and leaked
     * passwords.
     */
    private static final List<String> EVERYBODYS = List.of(
            "rotadesk",
            "rota",
            "desk",
            "demo",
            "admin",
            "administrator",
            "manager",
            "owner",
            "agent",
            "password",
            "woaini",
            "mima",
            "wodemima",
            "zhongguo",
            "beijing",
            "shanghai",
            "guangzhou",
            "shenzhen",
            "zhaoshang",
            "xinfang",
            "lunzhi",
            "lunzhitai",
            "qianbo",
            "laopo",
            "laogong",
            "baobei",
            "mima123",
            "huanying",
            "5201314",
            "1314520",
            "520",
            "1314",
            "888888",
            "666666",
            "changeme",
            "welcome",
            "letmein",
            "camunda",
            "tasklist");

    private final Zxcvbn estimate = new Zxcvbn();
    private final Agents agents;
    private final Units units;
    private final EngineUsers users;

    PasswordRules(Agents agents, Units units, EngineUsers users) {
        this.agents = agents;
        this.units = units;
        this.users = users;
    }

    /** @return the message key of the rule that the password breaks; empty when it may be used */
    Optional<String> violation(String login, String password) {
        if (password == null || password.codePointCount(0, password.length()) < MINIMUM_LENGTH) {
            return Optional.of("access.password.short");
        }
        if (password.length() > MAXIMUM_LENGTH) {
            return Optional.of("access.password.long");
        }
        return violation(password, wordsAbout(login));
    }

    /** @param about words that belong to the person who chose the password */
    Optional<String> violation(String password, List<String> about) {
        String plain = plain(password);
        if (plain.codePointCount(0, plain.length()) < MINIMUM_LENGTH) {
            return Optional.of("access.password.short");
        }
        return Stream.of(password, plain)
                .distinct()
                .flatMap(spelling -> violationAsWritten(spelling, about).stream())
                .findFirst();
    }

    /**
     * The password in the characters that a guesser would try: without tone marks, width variants and invisible
     * characters.
     */
    private static String plain(String password) {
        return UNSEEN.matcher(Normalizer.normalize(password, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    private Optional<String> violationAsWritten(String password, List<String> about) {
        if (NUMBER.matcher(password).matches()) {
            return Optional.of("access.password.common");
        }
        String begin = password.length() > LOOKED_AT ? password.substring(0, LOOKED_AT) : password;
        List<String> words = Stream.concat(about.stream(), EVERYBODYS.stream()).toList();
        Strength strength = estimate.measure(begin, words);
        if (strength.getScore() >= STRONG_ENOUGH
                && isStrongWithoutSigns(begin, words)
                && isStrongWithout(words, begin)) {
            return Optional.empty();
        }
        boolean namesThePerson = estimate.measure(begin, about).getGuesses()
                < estimate.measure(begin).getGuesses();
        return Optional.of(namesThePerson ? "access.password.login" : "access.password.common");
    }

    /**
     * Whether the password is strong even without the full stops and exclamation marks that everybody adds, and with
     * each sign replaced by the digit on the same key.
     */
    private boolean isStrongWithoutSigns(String password, List<String> words) {
        String letters = password.replaceAll("[^\\p{L}\\p{N}]", "");
        String keys = password.chars()
                .mapToObj(sign -> SIGNS.indexOf(sign) < 0 ? (char) sign : DIGITS.charAt(SIGNS.indexOf(sign)))
                .map(String::valueOf)
                .collect(Collectors.joining());
        return Stream.of(letters, keys)
                .filter(spelling -> !spelling.equals(password))
                .allMatch(spelling -> estimate.measure(spelling, words).getGuesses() >= LEAST_WITHOUT_SIGNS);
    }

    /** Whether the rest is strong once the words are removed in all spellings. */
    private boolean isStrongWithout(List<String> words, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return Stream.of(lower, lettersFor(lower, 'i'), lettersFor(lower, 'l')).allMatch(spelling -> {
            String rest = words.stream()
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .flatMap(word ->
                            Stream.of(word, new StringBuilder(word).reverse().toString()))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .reduce(spelling, (left, word) -> left.replace(word, ""));
            return rest.equals(spelling)
                    || rest.length() >= LEAST_REST && estimate.measure(rest).getGuesses() >= LEAST_WITHOUT_SIGNS;
        });
    }

    /** The password with letters in place of the digits and signs that look like them. */
    private static String lettersFor(String password, char one) {
        return password.chars()
                .map(sign -> sign == '1' || sign == '!'
                        ? one
                        : LOOKS.indexOf(sign) < 0 ? sign : LETTERS.charAt(LOOKS.indexOf(sign)))
                .mapToObj(sign -> String.valueOf((char) sign))
                .collect(Collectors.joining());
    }

    /** The login, name, telephone numbers and units of the person, as a whole and word by word. */
    private List<String> wordsAbout(String login) {
        List<String> whole = new ArrayList<>(List.of(login));
        List<String> ofUnits = new ArrayList<>();
        users.find(login).ifPresent(user -> {
            whole.add(user.displayName());
            ofUnits.addAll(user.units());
        });
        agents.find(login).ifPresent(agent -> {
            whole.addAll(List.of(agent.name(), agent.mobile(), agent.extension()));
            ofUnits.add(agent.unitId());
        });
        for (String id : ofUnits) {
            whole.add(id);
            units.find(id).ifPresent(unit -> namesOf(unit).forEach(whole::add));
        }
        return whole.stream()
                .flatMap(text -> Stream.concat(
                        Stream.of(text, text.replaceAll("[^\\p{L}\\p{N}]", "")), BETWEEN_WORDS.splitAsStream(text)))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .toList();
    }

    private static Stream<String> namesOf(Unit unit) {
        return Stream.of(unit.name(), unit.projectName()).filter(Predicate.not(name -> name == null || name.isBlank()));
    }
}

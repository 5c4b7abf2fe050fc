package io.rotadesk.engine;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;

/**
 * A regular expression that a form sets for a field. It is run by RE2, whose time grows only with the length of the
 * text, so no pattern can run for ever. Features that RE2 lacks (look-around, back references) are refused.
 */
final class FormPattern {

    private static final int LONGEST = 500;
    private static final int MOST_REPETITIONS = 20_000;
    private static final int LARGEST_PROGRAM = 5_000;
    private static final int MOST_REMEMBERED = 2_000;

    /** Our own pattern; runs in linear time. */
    private static final java.util.regex.Pattern COUNTED =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private static final java.util.regex.Pattern ESCAPE =
            java.util.regex.Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|.)", java.util.regex.Pattern.DOTALL);

    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private FormPattern() {}

    /**
     * @return whether the pattern occurs in the text, as browsers search for it
     * @throws IllegalArgumentException when this is no pattern that can be run, with the reason
     */
    static boolean find(String pattern, String text) {
        if (COMPILED.size() > MOST_REMEMBERED) {
            COMPILED.clear();
        }
        Pattern compiled = COMPILED.computeIfAbsent(pattern, FormPattern::compile);
        Budget.current().spend((long) compiled.programSize() * text.length() / 1_000);
        return compiled.matcher(text).find();
    }

    /** @throws IllegalArgumentException when this is no pattern that can be run, with the reason */
    static Pattern compile(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("> " + LONGEST);
        }
        long repetitions = COUNTED.matcher(pattern)
                .results()
                .mapToLong(FormPattern::most)
                .reduce(1, (one, other) -> Math.min(one * Math.max(other, 1), Integer.MAX_VALUE));
        if (repetitions > MOST_REPETITIONS) {
            throw new IllegalArgumentException("{n} > " + MOST_REPETITIONS);
        }
        try {
            Pattern compiled = Pattern.compile(inRe2(pattern));
            if (compiled.programSize() > LARGEST_PROGRAM) {
                throw new IllegalArgumentException("{n} > " + MOST_REPETITIONS);
            }
            return compiled;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("(((", e);
        }
    }

    private static long most(MatchResult counted) {
        String highest = counted.group(2);
        return Long.parseLong(highest == null || highest.isEmpty() ? counted.group(1) : highest);
    }

    /** RE2 writes a character code differently. */
    private static String inRe2(String pattern) {
        return ESCAPE.matcher(pattern)
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        escape.group(1) == null ? escape.group() : "\\x{" + escape.group(1) + "}"));
    }
}

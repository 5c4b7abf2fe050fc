package io.rotadesk.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Finds signs in FEEL that a Chinese keyboard writes in the place of those that FEEL knows: “ for ", ＜ for &lt;. Within a
 * text in quotation marks any sign may stand.
 */
final class FeelSigns {

    private static final Map<Character, String> MEANT = Map.ofEntries(
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""),
            Map.entry('「', "\""),
            Map.entry('」', "\""),
            Map.entry('‘', "\""),
            Map.entry('’', "\""),
            Map.entry('、', ","),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≠', "!="),
            Map.entry('×', "*"),
            Map.entry('÷', "/"),
            Map.entry('—', "-"),
            Map.entry('…', ".."),
            Map.entry('【', "["),
            Map.entry('】', "]"));

    /** The full-width copies of the signs of ASCII stand in one row, in the same order. */
    private static final char FIRST_FULL_WIDTH = '！';

    private static final char LAST_FULL_WIDTH = '～';
    private static final char FIRST_ASCII = '!';

    private FeelSigns() {}

    /**
     * The first wrong sign of an expression.
     *
     * @param written the sign as it stands there
     * @param meant what has to stand there
     */
    record Wrong(String written, String meant) {}

    static Optional<Wrong> firstIn(String feel) {
        boolean isWithinText = false;
        for (int i = 0; i < feel.length(); i++) {
            char sign = feel.charAt(i);
            if (sign == '\\' && isWithinText) {
                i++;
            } else if (sign == '"') {
                isWithinText = !isWithinText;
            } else if (!isWithinText) {
                Optional<String> meant = meant(sign);
                if (meant.isPresent()) {
                    return Optional.of(new Wrong(String.valueOf(sign), meant.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> meant(char sign) {
        boolean isFullWidth = sign >= FIRST_FULL_WIDTH && sign <= LAST_FULL_WIDTH;
        return isFullWidth
                ? Optional.of(String.valueOf((char) (sign - FIRST_FULL_WIDTH + FIRST_ASCII)))
                : Optional.ofNullable(MEANT.get(sign));
    }
}

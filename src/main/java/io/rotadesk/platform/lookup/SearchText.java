package io.rotadesk.platform.lookup;

import io.rotadesk.platform.input.SafeText;

/**
 * A search text, converted for {@code like}. A number is found by its digits, however it was typed; anything else is a
 * name.
 *
 * @param piece the digits of a number, or a piece of a name, as it is looked for
 * @param digits at least three, or null unless it is a number; without a leading zero of an area code, since numbers
 *     are kept with their country code, as long as enough is left to look for
 * @param name the pattern for a name that contains the text
 */
public record SearchText(String piece, String digits, String name) {

    private static final String NUMBER = "[0-9]{3,}";

    /** More signs than that tell no more, and each costs; what is found is compared with the whole text. */
    private static final int INDEXED = 40;

    /** @return null if nothing was typed */
    public static SearchText of(String text) {
        String typed = SafeText.orNull(text);
        if (typed == null) {
            return null;
        }
        String digits = typed.replaceAll("[ ()+-]", "");
        String withoutZeros = digits.replaceFirst("^0+", "");
        String number = digits.matches(NUMBER) ? (withoutZeros.matches(NUMBER) ? withoutZeros : digits) : null;
        return new SearchText(
                number == null ? typed : number,
                number,
                "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** The beginning of {@link #piece}, by which an index finds where to look. */
    public String indexed() {
        int length = Math.min(INDEXED, piece.codePointCount(0, piece.length()));
        return piece.substring(0, piece.offsetByCodePoints(0, length));
    }

    public boolean isNumber() {
        return digits != null;
    }
}

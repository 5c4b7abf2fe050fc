package io.rotadesk.platform.input;

/** What is done with typed texts: whether one can be stored and read back unchanged, and what is cut off. */
public final class SafeText {

    /** Signs that count as letters and are drawn as nothing: fillers of Hangul, the empty pattern of Braille. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private SafeText() {}

    /** The text without the blanks around it; null if nothing is left, or nothing was there. */
    public static String orNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /**
     * Whether the database can store it: it has no U+0000, and no half of a surrogate pair, which would come back as
     * "?".
     */
    public static boolean canBeKept(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == 0) {
                return false;
            }
            if (Character.isSurrogate(one)) {
                boolean pair = Character.isHighSurrogate(one)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether a reader sees anything of it. Blanks of any width and signs without a shape are nothing. */
    public static boolean isVisible(CharSequence text) {
        return text.codePoints().anyMatch(SafeText::isVisible);
    }

    private static boolean isVisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> BLANK_LETTERS.indexOf(sign) < 0;
        };
    }

    /** The beginning of a text; a character that would be cut in halves goes too. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halves = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, halves ? longest - 1 : longest);
    }

    /** The beginning of a text as it is shown, with an ellipsis where more was cut off. */
    public static String shortened(String text, int longest) {
        return text.length() <= longest ? text : cut(text, longest) + "…";
    }

    /**
     * The text without characters that no telephone sends on purpose: control characters, direction marks, halves of
     * surrogate pairs.
     */
    public static String cleaned(String text) {
        return text.codePoints()
                .filter(one -> switch (Character.getType(one)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                    default -> true;
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package io.rotadesk.platform.phone;

import java.text.Normalizer;

/** Brings the signs of a text into the ones that a telephone has: full-width digits, dashes and brackets, invisible marks. */
final class Signs {

    private Signs() {}

    /** The same text in plain signs, without blanks around it; empty for null. */
    static String plain(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder(text.length());
        // Normalized twice as long at most would still be short: what is kept of a number was cut before.
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(one -> append(plain, one));
        return plain.toString().strip();
    }

    private static void append(StringBuilder plain, int one) {
        switch (Character.getType(one)) {
            case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(one, 10));
            case Character.DASH_PUNCTUATION -> plain.append('-');
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                plain.append(' ');
            case Character.CONTROL -> {
                if (one == '\t' || one == '\n' || one == '\r') {
                    plain.append(' ');
                }
            }
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> {
                // Nobody sees it, so nobody meant it.
            }
            default -> {
                // A minus sign is no dash, and a katakana lengthening mark is a dash on some keyboards.
                if (one == '−' || one == 'ー' || one == '一' && endsInDigit(plain)) {
                    plain.append('-');
                } else {
                    plain.appendCodePoint(one);
                }
            }
        }
    }

    private static boolean endsInDigit(StringBuilder plain) {
        return !plain.isEmpty() && isDigit(plain.charAt(plain.length() - 1));
    }

    static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    /** The digits of a plain text. */
    static String digits(String plain) {
        StringBuilder digits = new StringBuilder();
        plain.chars().filter(one -> isDigit((char) one)).forEach(one -> digits.append((char) one));
        return digits.toString();
    }
}

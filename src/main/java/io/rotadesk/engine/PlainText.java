package io.rotadesk.engine;

/** Whether a text consists of characters that can be written down and read again. */
final class PlainText {

    private PlainText() {}

    /** @return false for NUL and other control characters but line breaks and tabs, and for halves of characters */
    static boolean isReadable(String text) {
        return text.codePoints().allMatch(PlainText::isReadable);
    }

    private static boolean isReadable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}

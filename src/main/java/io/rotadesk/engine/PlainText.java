package io.rotadesk.engine;

/** Checks whether a text consists of characters that can be stored and read again. */
final class PlainText {

    private PlainText() {}

    /** @return false for control characters other than line breaks and tabs, and for halves of surrogate pairs */
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

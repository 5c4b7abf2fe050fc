package io.rotadesk.platform.input;

/**
 * Text for a file that spreadsheets open. A text that begins like a formula gets an apostrophe before it, which
 * spreadsheets read as "this is text". Reading the file back removes it.
 */
public final class SheetCell {

    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String TEXT = "'";

    private SheetCell() {}

    /** @return the text to write into the file */
    public static String written(String text) {
        return isFormula(text) || text.startsWith(TEXT) ? TEXT + text : text;
    }

    /** @return the original text of a cell */
    public static String read(String cell) {
        boolean written =
                cell.startsWith(TEXT) && (cell.startsWith(TEXT, 1) || isFormula(cell.substring(TEXT.length())));
        return written ? cell.substring(TEXT.length()) : cell;
    }

    private static boolean isFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return "\t\r\n".indexOf(text.charAt(0)) >= 0
                || first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    }

    /** Characters that spreadsheets may skip before they look at the first one. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}

package io.rotadesk.staff.roster;

/**
 * Text in a file that spreadsheets open: what begins like a formula is no formula there, and is as it was when the file
 * comes back. Spreadsheets take the apostrophe before it for "this is text".
 */
public final class SheetCell {

    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String TEXT = "'";

    private SheetCell() {}

    /** @return what to write into the file */
    public static String written(String text) {
        return isFormula(text) || text.startsWith(TEXT) ? TEXT + text : text;
    }

    /** @return the text that was meant by what stands in the file */
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

    /** What spreadsheets may leave out before they look at the first character. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}

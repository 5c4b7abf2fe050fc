package io.rotadesk.petition.paper;

/**
 * The words of a paper or a template.
 *
 * @param title null, like the text, once the petitioner is erased
 * @param text plain text; see {@link SheetText} for how lines are printed
 */
public record Wording(String title, String text) {

    /** Longer than any title that fits on two lines. */
    public static final int MAX_TITLE = 100;

    /** About ten printed pages. */
    public static final int MAX_TEXT = 20_000;
}

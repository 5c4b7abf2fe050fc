package io.rotadesk.engine;

import io.rotadesk.platform.phone.ClickToCall;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A text that a form shows with its formatting. Every other text in a form's Markdown is shown as it was written, see
 * {@link ShownInText}; a bean of models that wants paragraphs, lists or links returns one of these.
 *
 * @param markdown the Markdown, never null; texts by people must have gone through {@link #text}
 */
public record FormMarkdown(String markdown) {

    /** The longest text that the engine's variable table holds. */
    private static final int LONGEST = 4000;

    private static final String ALWAYS_SPECIAL = "\\`*_[]<&~|@";
    private static final String SPECIAL_AT_LINE_START = "#>-+=:.)/";
    /** Stars that nobody wrote: those of a text are escaped one by one. */
    private static final Pattern BOLD = Pattern.compile("(?<!\\\\)\\*\\*");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

    public FormMarkdown {
        Objects.requireNonNull(markdown);
    }

    /** @param markdown null counts as empty */
    public static FormMarkdown of(String markdown) {
        return new FormMarkdown(markdown == null ? "" : markdown);
    }

    /**
     * @param text a text that somebody wrote; null counts as empty
     * @return Markdown that shows exactly this text: without any link, image, heading, list, table, quotation, code or
     *     HTML
     */
    public static String text(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder markdown = new StringBuilder(text.length() + 16);
        text.lines().forEach(line -> {
            // Blanks at the beginning would turn a line into code.
            appendLine(line.stripLeading(), markdown);
            markdown.append('\n');
        });
        if (!markdown.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r")) {
            markdown.setLength(markdown.length() - 1);
        }
        return markdown.toString();
    }

    /**
     * @param number as it is kept; null counts as empty
     * @return the number as people write it, which a click dials if it has an address
     */
    public static FormMarkdown phone(String number, ClickToCall dialling) {
        String shown = text(PhoneNumbers.readable(number));
        return new FormMarkdown(dialling.address(number)
                .map(address -> "[" + shown + "](" + address + ")")
                .orElse(shown));
    }

    /**
     * @param arguments the arguments of a sentence with formatting
     * @return the same arguments, with each text escaped
     */
    public static Object[] arguments(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String text ? text(text) : argument)
                .toArray();
    }

    /**
     * @return the Markdown cut to the length that the engine can store; cut between lines, so that no link is cut in
     *     half
     */
    public String fitting() {
        if (markdown.length() <= LONGEST) {
            return markdown;
        }
        int end = markdown.lastIndexOf('\n', LONGEST - 2);
        return end > 0 ? markdown.substring(0, end) + "\n…" : fitting(markdown);
    }

    /** @return the text that was given to {@link #text}, for places that do not read Markdown; our own bold type is dropped */
    static String plain(String markdown) {
        return ESCAPED.matcher(BOLD.matcher(markdown).replaceAll("")).replaceAll("$1");
    }

    /** @return {@link #text} of as much of the text as the engine can store */
    static String fitting(String text) {
        String markdown = text(text);
        for (int length = LONGEST; markdown.length() > LONGEST; length -= 100) {
            markdown = text(text.substring(0, Math.min(length, text.length()))) + "…";
        }
        return markdown;
    }

    private static void appendLine(String line, StringBuilder markdown) {
        boolean number = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (ALWAYS_SPECIAL.indexOf(c) >= 0
                    || i == 0 && SPECIAL_AT_LINE_START.indexOf(c) >= 0
                    || i > 0 && number && (c == '.' || c == ')')
                    // Also if the next value continues the line.
                    || c == ':' && (i == line.length() - 1 || line.charAt(i + 1) == '/')
                    || c == '.' && i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3)) {
                markdown.append('\\');
            }
            number &= c >= '0' && c <= '9';
            markdown.append(c);
        }
    }

    @Override
    public String toString() {
        return markdown;
    }
}

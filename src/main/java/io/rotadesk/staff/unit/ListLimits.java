package io.rotadesk.staff.unit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Limits the size of a list that somebody pastes or sends as a file, such as a roster or a calendar. The limits are
 * more than any unit needs, and low enough that a wrong file cannot keep the application busy. They are checked before
 * the list is parsed.
 */
public final class ListLimits {

    public static final int BYTES = 1024 * 1024;
    /** The number of entries; a line break within quotes does not begin a new one. */
    public static final int LINES = 5_000;

    private ListLimits() {}

    /** @throws ListTooLongException when there is more to read than {@link #BYTES}; no more than that is read */
    public static byte[] read(InputStream sent) throws IOException {
        byte[] bytes = sent.readNBytes(BYTES + 1);
        requireSize(bytes.length);
        return bytes;
    }

    /** @throws ListTooLongException when the text is larger than {@link #BYTES} in UTF-8 */
    public static void requireSize(String text) {
        requireSize(text.length());
        requireSize(text.getBytes(StandardCharsets.UTF_8).length);
    }

    /** @throws ListTooLongException when it is larger than {@link #BYTES} */
    public static void requireSize(long bytes) {
        if (bytes > BYTES) {
            throw new ListTooLongException("list.tooLarge", BYTES / 1024);
        }
    }

    /** @throws ListTooLongException when there are more than {@link #LINES} */
    public static void requireLines(long lines) {
        if (lines > LINES) {
            throw new ListTooLongException("list.tooManyLines", LINES);
        }
    }
}

package io.rotadesk.platform.input;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The text of a list as spreadsheets save it. */
public final class ListText {

    /** With this spreadsheets begin a file, and recognise UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private ListText() {}

    /** The text of a file in UTF-8, or in GB 18030 as Chinese spreadsheets write it. */
    public static String of(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("GB18030"));
        }
    }

    /** The text without the mark with which spreadsheets begin a file. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    /**
     * The rows of a list with a line of names first, parted as that line is: by tabs, semicolons or commas. A row that is broken, by a quote
     * that is never closed for example, throws an {@link java.io.UncheckedIOException} when it is come to.
     */
    public static CSVParser rows(String text) throws IOException {
        String list = withoutMark(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(list))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        return CSVParser.parse(new StringReader(list), format);
    }

    private static String delimiter(String list) {
        String names = list.lines().findFirst().orElse("");
        return names.contains("\t") ? "\t" : names.contains(";") ? ";" : ",";
    }
}

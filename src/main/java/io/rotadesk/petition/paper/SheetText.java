package io.rotadesk.petition.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the text of a paper is laid out: a line is a paragraph; {@code # …} is a heading, {@code | … | … |} a row of a table, and a line
 * that ends with a colon before anything else has been said is the salutation.
 */
public final class SheetText {

    /** The kinds of blocks on a sheet. */
    public enum Kind {
        SALUTATION,
        HEADING,
        PARAGRAPH,
        TABLE
    }

    /**
     * A part of the sheet.
     *
     * @param text empty for a table
     * @param rows the cells of a table, by rows; empty for everything else
     */
    public record Block(Kind kind, String text, List<List<String>> rows) {}

    private SheetText() {}

    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (isRow(line)) {
                rows.add(cells(line));
                continue;
            }
            endTable(rows, blocks);
            if (!line.isEmpty()) {
                blocks.add(block(line, blocks.isEmpty()));
            }
        }
        endTable(rows, blocks);
        return blocks;
    }

    private static Block block(String line, boolean first) {
        if (line.startsWith("# ")) {
            return new Block(Kind.HEADING, line.substring(2).strip(), List.of());
        }
        boolean salutation = first && (line.endsWith("：") || line.endsWith(":"));
        return new Block(salutation ? Kind.SALUTATION : Kind.PARAGRAPH, line, List.of());
    }

    private static void endTable(List<List<String>> rows, List<Block> blocks) {
        if (!rows.isEmpty()) {
            blocks.add(new Block(Kind.TABLE, "", List.copyOf(rows)));
            rows.clear();
        }
    }

    static boolean isRow(String line) {
        String row = line.strip();
        return row.length() > 2 && row.startsWith("|") && row.endsWith("|");
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** A value as it can stand in a cell: on one line, and without the sign between cells. */
    static String inCell(String value) {
        return value.replaceAll("\\s*\\R\\s*", " ").replace('|', '｜').strip();
    }
}

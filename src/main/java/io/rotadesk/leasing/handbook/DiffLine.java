package io.rotadesk.leasing.handbook;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a comparison. A paragraph of Chinese is one line, so a changed line also says which part of it changed.
 *
 * @param head the common beginning of a changed line; the whole text of any other line
 * @param changed the part that differs; empty unless the line was reworded
 * @param tail the common end of a changed line
 */
public record DiffLine(Kind kind, String head, String changed, String tail) {

    /** With more pairs of lines than this, everything counts as rewritten. */
    private static final int TOO_MANY = 4_000_000;

    /** The kind of change of a line. */
    public enum Kind {
        SAME,
        OUT,
        IN
    }

    static List<DiffLine> between(String before, String after) {
        String[] a = before.isEmpty() ? new String[0] : before.split("\n", -1);
        String[] b = after.isEmpty() ? new String[0] : after.split("\n", -1);
        var lines = new ArrayList<DiffLine>();
        if ((long) a.length * b.length > TOO_MANY) {
            replaced(a, 0, a.length, b, 0, b.length, lines);
            return lines;
        }
        int[][] common = commonLines(a, b);
        int i = 0;
        int j = 0;
        int outFrom = 0;
        int inFrom = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i].equals(b[j])) {
                replaced(a, outFrom, i, b, inFrom, j, lines);
                lines.add(whole(Kind.SAME, a[i]));
                outFrom = ++i;
                inFrom = ++j;
            } else if (j == b.length || i < a.length && common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        replaced(a, outFrom, i, b, inFrom, j, lines);
        return List.copyOf(lines);
    }

    /** The number of lines that a from i and b from j have in common, in order. */
    private static int[][] commonLines(String[] a, String[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Removed lines and the added lines in their place; they are paired as rewordings as far as possible. */
    private static void replaced(String[] a, int aFrom, int aTo, String[] b, int bFrom, int bTo, List<DiffLine> lines) {
        int reworded = Math.min(aTo - aFrom, bTo - bFrom);
        for (int i = aFrom; i < aTo; i++) {
            lines.add(i - aFrom < reworded ? part(Kind.OUT, a[i], b[bFrom + i - aFrom]) : whole(Kind.OUT, a[i]));
        }
        for (int j = bFrom; j < bTo; j++) {
            lines.add(j - bFrom < reworded ? part(Kind.IN, b[j], a[aFrom + j - bFrom]) : whole(Kind.IN, b[j]));
        }
    }

    private static DiffLine whole(Kind kind, String line) {
        return new DiffLine(kind, line, "", "");
    }

    private static DiffLine part(Kind kind, String line, String other) {
        int shorter = Math.min(line.length(), other.length());
        int head = 0;
        while (head < shorter && line.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && line.charAt(line.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        int end = line.length() - tail;
        return new DiffLine(kind, line.substring(0, head), line.substring(head, end), line.substring(end));
    }
}

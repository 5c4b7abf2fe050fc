package io.rotadesk.leasing.calllist;

import io.rotadesk.platform.input.AnyTime;
import io.rotadesk.platform.input.ListText;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.input.SheetCell;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.ListTooLongException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A phone system's list of calls as CSV. A row that cannot be read is named, and the others are compared all the same.
 *
 * @param unread the rows that could not be read
 */
public record CallList(List<ListedCall> calls, List<Unread> unread) {

    /**
     * A row that could not be read.
     *
     * @param line of the file, from 1; 0 for the file as a whole
     * @param column that is missing or wrong; null if the file itself cannot be read
     * @param text what stands there; empty if nothing
     */
    public record Unread(int line, ListColumn column, String text) {}

    private static final int LONGEST_SHOWN = 60;
    private static final Set<String> YES =
            Set.of("yes", "true", "1", "y", "answered", "answer", "ok", "是", "已接", "已接听", "接听", "接通", "已接通", "成功");
    private static final Set<String> NO = Set.of(
            "no",
            "unanswered",
            "notanswered",
            "rejected",
            "false",
            "0",
            "n",
            "noanswer",
            "busy",
            "failed",
            "abandoned",
            "missed",
            "cancel",
            "cancelled",
            "congestion",
            "否",
            "未接",
            "未接听",
            "未接通",
            "无应答",
            "未应答",
            "忙",
            "放弃",
            "失败",
            "漏接");
    private static final Set<String> ELSEWHERE =
            Set.of("out", "outbound", "outgoing", "internal", "local", "呼出", "去电", "外呼", "内部", "内线");
    private static final Pattern CLOCK = Pattern.compile("(?:([0-9]{1,2}):)?([0-9]{1,2}):([0-9]{2})");
    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,6})(?:\\.[0-9]+)?(?:s|sec|秒)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{1,2}");
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /**
     * @param csv with a line of names first; parted by commas, semicolons or tabs
     * @param zone of times without offset
     * @throws ListTooLongException when it is too long
     */
    public static CallList read(String csv, ZoneId zone) {
        ListLimits.requireSize(csv);
        Reading reading = new Reading(zone);
        try (CSVParser parser = ListText.rows(csv)) {
            try {
                for (CSVRecord row : parser) {
                    ListLimits.requireLines(parser.getRecordNumber() - 1);
                    reading.row((int) parser.getCurrentLineNumber(), row);
                }
            } catch (UncheckedIOException e) {
                reading.unread.add(new Unread((int) parser.getCurrentLineNumber(), null, ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reading.done();
    }

    private static final class Reading {

        private final ZoneId zone;
        private final List<ListedCall> calls = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private List<Optional<ListColumn>> columns;

        Reading(ZoneId zone) {
            this.zone = zone;
        }

        CallList done() {
            if (columns == null) {
                unread.add(new Unread(0, null, ""));
            }
            return new CallList(List.copyOf(calls), List.copyOf(unread));
        }

        void row(int line, CSVRecord row) {
            if (columns == null) {
                columns = row.stream().map(ListColumn::of).toList();
                requireColumns();
                return;
            }
            if (!columns.contains(Optional.of(ListColumn.AT)) || !isIdentified()) {
                return;
            }
            Map<ListColumn, String> cells = new EnumMap<>(ListColumn.class);
            for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
                String cell = SafeText.cleaned(SheetCell.read(row.get(i))).strip();
                columns.get(i).filter(column -> !cell.isEmpty()).ifPresent(column -> cells.putIfAbsent(column, cell));
            }
            call(line, cells);
        }

        private boolean isIdentified() {
            return columns.contains(Optional.of(ListColumn.ID)) || columns.contains(Optional.of(ListColumn.FROM));
        }

        private void requireColumns() {
            if (!columns.contains(Optional.of(ListColumn.AT))) {
                unread.add(new Unread(1, ListColumn.AT, ""));
            }
            if (!isIdentified()) {
                unread.add(new Unread(1, ListColumn.FROM, ""));
            }
        }

        private void call(int line, Map<ListColumn, String> cells) {
            String time = cells.getOrDefault(ListColumn.AT, "");
            Optional<Instant> at = AnyTime.read(time, zone);
            if (at.isEmpty()) {
                unread.add(new Unread(line, ListColumn.AT, SafeText.cut(time, LONGEST_SHOWN)));
                return;
            }
            calls.add(new ListedCall(
                    cells.get(ListColumn.ID),
                    number(cells.get(ListColumn.FROM)),
                    at.get(),
                    cells.get(ListColumn.EXTENSION),
                    answered(cells.get(ListColumn.ANSWERED)),
                    seconds(cells.get(ListColumn.RANG_FOR)),
                    !ELSEWHERE.contains(word(cells.get(ListColumn.DIRECTION)))));
        }

        /** Spreadsheets write long numbers as 1.3812345678E+10; with fewer digits, as 1.38E+10, it is nobody's number any more. */
        private static String number(String cell) {
            if (cell == null || !SCIENTIFIC.matcher(cell).matches()) {
                return cell;
            }
            BigDecimal number = new BigDecimal(cell);
            return number.scale() >= 0 ? number.toBigInteger().toString() : cell;
        }

        private static Boolean answered(String cell) {
            String word = word(cell);
            return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
        }

        private static String word(String cell) {
            return cell == null ? "" : cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        }

        /** @return null if it is no duration */
        private static Integer seconds(String cell) {
            String text = word(cell);
            Matcher clock = CLOCK.matcher(text);
            if (clock.matches()) {
                int hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
                return hours * HOUR + Integer.parseInt(clock.group(2)) * MINUTE + Integer.parseInt(clock.group(3));
            }
            Matcher seconds = SECONDS.matcher(text);
            return seconds.matches() ? Integer.valueOf(seconds.group(1)) : null;
        }
    }
}

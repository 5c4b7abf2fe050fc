package io.rotadesk.staff.roster;

import io.rotadesk.platform.input.ListText;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.input.SheetCell;
import io.rotadesk.platform.phone.Extensions;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.ListTooLongException;
import io.rotadesk.staff.unit.RosterText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a roster from CSV and reports every error, not only the first. */
final class RosterFile {

    private static final Map<String, String> TEAMS =
            Map.of("A", "A", "B", "B", "甲", "A", "乙", "B", "1", "A", "2", "B", "-", "-", "无", "-");
    private static final Set<String> YES = Set.of("yes", "true", "1", "是");
    private static final Set<String> NO = Set.of("no", "false", "0", "否");
    private static final String MOBILE = "(\\+?[0-9]{5,15})?";
    private static final String EXTENSION = "[0-9*#]{0,10}";
    /** Before a number that nobody can have, so that it matches nothing. */
    private static final String NOBODYS = "\u00bf";

    private static final int LONGEST_NAME = 64;
    private static final int LAST_PLACE = 9999;

    private final Locale locale;
    private final List<RosterRow> rows = new ArrayList<>();
    private final List<RosterError> errors = new ArrayList<>();
    private final Map<RosterColumn, String> headers = new EnumMap<>(RosterColumn.class);

    private RosterFile(Locale locale) {
        this.locale = locale;
    }

    /**
     * @param locale of the reasons
     * @throws ListTooLongException when it is too long to be a roster
     */
    static RosterFile read(String csv, Locale locale) {
        ListLimits.requireSize(csv);
        RosterFile file = new RosterFile(locale);
        try (CSVParser parser = ListText.rows(csv)) {
            try {
                file.readAll(parser);
            } catch (UncheckedIOException e) {
                file.error((int) parser.getCurrentLineNumber(), "", "roster.broken");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    List<RosterRow> rows() {
        return rows;
    }

    List<RosterError> errors() {
        return errors;
    }

    String header(RosterColumn column) {
        return headers.getOrDefault(column, column.header(locale));
    }

    private void readAll(CSVParser parser) {
        List<RosterColumn> columns = null;
        for (CSVRecord line : parser) {
            int number = (int) parser.getCurrentLineNumber();
            // The first one is the header.
            ListLimits.requireLines(parser.getRecordNumber() - 1);
            if (columns == null) {
                columns = columns(line);
                if (!errors.isEmpty()) {
                    return;
                }
            } else if (line.size() != columns.size()) {
                error(number, "", "roster.columns", columns.size(), line.size());
            } else {
                row(number, line, columns);
            }
        }
        if (columns == null || rows.isEmpty() && errors.isEmpty()) {
            error(0, "", "roster.empty");
        }
    }

    private List<RosterColumn> columns(CSVRecord header) {
        List<RosterColumn> columns = new ArrayList<>();
        for (String name : header) {
            Optional<RosterColumn> column = RosterColumn.of(name);
            if (column.isEmpty()) {
                error(1, name, "roster.unknownColumn", names());
            } else if (headers.put(column.get(), name) != null) {
                error(1, name, "roster.columnTwice");
            }
            columns.add(column.orElse(null));
        }
        for (RosterColumn column : RosterColumn.values()) {
            if (column.required() && !columns.contains(column)) {
                error(1, column.header(locale), "roster.noColumn");
            }
        }
        return columns;
    }

    private String names() {
        return String.join(
                ", ",
                List.of(RosterColumn.values()).stream()
                        .map(column -> column.header(locale))
                        .toList());
    }

    private void row(int line, CSVRecord record, List<RosterColumn> columns) {
        Map<RosterColumn, String> cells = new EnumMap<>(RosterColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), SheetCell.read(record.get(i)).strip());
        }
        int before = errors.size();
        cells.forEach((column, text) -> {
            if (!SafeText.canBeKept(text)) {
                error(line, header(column), "roster.characters");
            }
        });
        Cells in = new Cells(line, cells);
        RosterRow row = new RosterRow(
                line,
                in.matching(RosterColumn.LOGIN, Agent.LOGIN.pattern(), "roster.login"),
                in.matching(RosterColumn.NAME, ".{1," + LONGEST_NAME + "}", "roster.name"),
                in.number(RosterColumn.MOBILE, MOBILE, RosterFile::mobile, "roster.mobile"),
                in.number(RosterColumn.EXTENSION, EXTENSION, RosterFile::extension, "roster.extension"),
                in.given(RosterColumn.TEAM, text -> TEAMS.get(text.toUpperCase(Locale.ROOT)), "roster.team"),
                in.given(RosterColumn.PLACE, RosterFile::place, "roster.place"),
                in.given(RosterColumn.LEFT, RosterFile::yesOrNo, "roster.left"));
        if (errors.size() == before) {
            rows.add(row);
        }
    }

    /** Without spaces and hyphens; what nobody can have comes back unchanged, and does not pass for a number. */
    private static String mobile(String text) {
        String digits = text.replaceAll("[ -]", "");
        SentNumber number = SentNumber.read(text, Numbering.HOME);
        if (digits.isEmpty()) {
            return digits;
        }
        if (number.isWithheld() || !number.isValid() && digits.matches("0?1[3-9].*")) {
            return NOBODYS + text;
        }
        return digits.matches(MOBILE) ? digits : number.number().orElse(digits);
    }

    private static String extension(String text) {
        String typed = text.replaceAll("[ -]", "");
        String plain = typed.matches(EXTENSION) ? typed : Extensions.plain(text);
        return plain == null ? typed : plain;
    }

    private static Integer place(String text) {
        return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= LAST_PLACE ? Integer.valueOf(text) : null;
    }

    private static Boolean yesOrNo(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }

    private void error(int line, String column, String key, Object... args) {
        Object[] texts = List.of(args).stream().map(String::valueOf).toArray();
        errors.add(new RosterError(line, column, RosterText.of(locale, key, texts)));
    }

    /** The cells of one line. */
    private final class Cells {

        private final int line;
        private final Map<RosterColumn, String> texts;

        Cells(int line, Map<RosterColumn, String> texts) {
            this.line = line;
            this.texts = texts;
        }

        /** @return null if there is no such column, or after an error */
        String matching(RosterColumn column, String pattern, String key) {
            String text = texts.get(column);
            if (text != null && !text.matches(pattern)) {
                error(line, header(column), key, text.replaceFirst("^" + NOBODYS, ""));
                return null;
            }
            return text;
        }

        /** A number as people and phone systems write it. */
        String number(RosterColumn column, String pattern, UnaryOperator<String> plain, String key) {
            texts.computeIfPresent(column, (same, text) -> plain.apply(text));
            return matching(column, pattern, key);
        }

        /** @return null if the cell is empty */
        <T> T given(RosterColumn column, Function<String, T> read, String key) {
            String text = texts.getOrDefault(column, "");
            if (text.isEmpty()) {
                return null;
            }
            T value = read.apply(text);
            if (value == null) {
                error(line, header(column), key, text);
            }
            return value;
        }
    }
}

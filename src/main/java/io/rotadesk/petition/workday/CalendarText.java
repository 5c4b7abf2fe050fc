package io.rotadesk.petition.workday;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.input.Times;
import io.rotadesk.platform.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Days as people paste them, one a line: {@code 2026-10-10 班}, or a period, {@code 2026-10-01~2026-10-07 休 国庆节}. Commas
 * and tabs between the parts are accepted, and so are {@code holiday} and {@code working}. The government's notice about a
 * year's holidays is accepted as it was published; its lines that name no days are left out.
 *
 * @param days empty if there is an error, since all lines are taken or none
 */
public record CalendarText(List<CalendarDay> days, List<CalendarError> errors) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);
    private static final String GAP = "[\\s,\uFF0C]+";
    private static final Pattern LINE =
            Pattern.compile("([^\\s~,\uFF5E\uFF0C\u81F3]+)(?:\\s*[~\uFF5E\u81F3]\\s*([^\\s,\uFF0C]+))?(?:" + GAP
                    + "([^\\s,\uFF0C]+))?(?:" + GAP + "(.*))?|.*");
    /** A line of our own among those of a notice. */
    private static final Pattern ENTRY = Pattern.compile("^\\d{4}[-/.]");

    private static final Set<String> OFF = Set.of("休", "休息", "放假", "假", "holiday", "off");
    private static final Set<String> WORKED = Set.of("班", "上班", "补班", "working", "work");
    static final int LONGEST_SPAN = 60;
    private static final int LONGEST_NAME = 30;

    /** Chinese, unless English is asked for. */
    private static final Words WORDS = new Words(Locale.SIMPLIFIED_CHINESE, "i18n/workday");

    /** @param locale of the reasons */
    public static CalendarText parse(String text, Locale locale) {
        return parse(text, null, locale);
    }

    /**
     * @param year of a notice that does not say of which year it is; null if it is not known
     * @param locale of the reasons
     */
    public static CalendarText parse(String text, Year year, Locale locale) {
        return new Reading(locale, year).read(text);
    }

    /** The days as text that can be pasted again. */
    public static String write(List<CalendarDay> days) {
        return days.stream()
                .map(day -> day.day() + (day.working() ? " 班" : " 休") + (day.name() == null ? "" : " " + day.name()))
                .collect(Collectors.joining("\n", "", days.isEmpty() ? "" : "\n"));
    }

    private static final class Reading {

        private final Locale locale;
        private final Map<LocalDate, CalendarDay> days = new LinkedHashMap<>();
        private final List<CalendarError> errors = new ArrayList<>();

        private final Year year;

        private Reading(Locale locale, Year year) {
            this.locale = locale;
            this.year = year;
        }

        private CalendarText read(String text) {
            List<String> lines = text.replace("\uFEFF", "").lines().toList();
            boolean notice = HolidayNotice.isIn(text);
            HolidayNotice reader = new HolidayNotice(HolidayNotice.titled(text).orElse(year));
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (HolidayNotice.isIn(line)) {
                    notice(i + 1, line, reader);
                } else if (notice && !ENTRY.matcher(line).find()) {
                    leaveOut(i + 1, line);
                } else if (!line.isEmpty()) {
                    line(i + 1, line);
                }
            }
            return new CalendarText(errors.isEmpty() ? List.copyOf(days.values()) : List.of(), List.copyOf(errors));
        }

        private void notice(int nr, String line, HolidayNotice reader) {
            try {
                add(nr, reader.read(line));
            } catch (HolidayNotice.Unreadable unreadable) {
                refuse(nr, "date", unreadable.key(), unreadable.arguments());
            }
        }

        private void leaveOut(int nr, String line) {
            if (HolidayNotice.seemsIn(line)) {
                refuse(nr, "date", "calendar.notice", line);
            }
        }

        private void line(int nr, String line) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches() || parts.group(1) == null) {
                refuse(nr, "date", "calendar.date", line);
                return;
            }
            LocalDate first = date(nr, parts.group(1));
            LocalDate last = parts.group(2) == null ? first : date(nr, parts.group(2));
            Boolean working = kind(nr, parts.group(3));
            String name = parts.group(4) == null || parts.group(4).isBlank()
                    ? null
                    : parts.group(4).strip();
            if (name != null && name.length() > LONGEST_NAME) {
                refuse(nr, "name", "calendar.name", name, LONGEST_NAME);
            }
            if (name != null && !SafeText.canBeKept(name)) {
                refuse(nr, "name", "calendar.characters");
            }
            if (first == null || last == null || working == null) {
                return;
            }
            if (last.isBefore(first) || first.plusDays(LONGEST_SPAN).isBefore(last)) {
                refuse(nr, "date", "calendar.span", first, last, LONGEST_SPAN);
                return;
            }
            add(
                    nr,
                    first.datesUntil(last.plusDays(1))
                            .map(day -> new CalendarDay(day, working, name))
                            .toList());
        }

        private void add(int nr, List<CalendarDay> read) {
            // The first duplicate day is enough to report for the line.
            read.stream().filter(day -> days.putIfAbsent(day.day(), day) != null).toList().stream()
                    .findFirst()
                    .ifPresent(day -> refuse(nr, "date", "calendar.twice", day.day()));
        }

        private LocalDate date(int nr, String text) {
            try {
                LocalDate date = LocalDate.parse(text.replace('/', '-').replace('.', '-'), DATE);
                return Times.sensible(date);
            } catch (DateTimeException e) {
                // rejected below
            }
            refuse(nr, "date", "calendar.date", text);
            return null;
        }

        private Boolean kind(int nr, String text) {
            String word = text == null ? "" : text.toLowerCase(Locale.ROOT);
            if (OFF.contains(word) || WORKED.contains(word)) {
                return WORKED.contains(word);
            }
            refuse(nr, "kind", "calendar.kind", text == null ? "" : text);
            return null;
        }

        private void refuse(int nr, String field, String key, Object... args) {
            errors.add(new CalendarError(nr, field, WORDS.get(locale, key, args)));
        }
    }
}

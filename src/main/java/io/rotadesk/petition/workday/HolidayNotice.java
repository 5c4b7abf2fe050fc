package io.rotadesk.petition.workday;

import io.rotadesk.platform.input.Times;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the sentences of the government's yearly notice about holidays, as they were published: {@code
 * 国庆节：10月1日（周四）至7日（周三）放假调休，共7天。10月10日（周六）上班。} The weekdays and the number of days that the sentences name are
 * checked, so that a notice of another year is not taken by mistake.
 */
final class HolidayNotice {

    /** The notice cannot be read. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Object[] arguments;

        private Unreadable(String key, Object... arguments) {
            super(key);
            this.arguments = arguments;
        }

        /** The key of the message about it. */
        String key() {
            return getMessage();
        }

        Object[] arguments() {
            return arguments;
        }
    }

    /** A holiday's name, and what follows until the next one. */
    private static final Pattern SENTENCE =
            Pattern.compile("(?:^|(?<=[。；;\\s、]))([\\p{IsHan}、]{2,20})[:：]\\s*(?=(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日)");

    /** The end of something that looks like such a sentence. */
    private static final Pattern DAYS_OFF = Pattern.compile("\\d日(?:[（(][^）)]*[）)])?(?:放假|上班)");

    private static final Pattern NUMBERING = Pattern.compile("^[一二三四五六七八九十]{1,3}、");
    private static final Pattern DATE =
            Pattern.compile("(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[（(]([^）)]*)[）)])?");
    private static final Pattern COUNT = Pattern.compile("(?:共|放假)(\\d{1,2})天");
    private static final Pattern TITLE = Pattern.compile("(\\d{4})年\\s*(?:部分)?\\s*节假日");
    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)([一二三四五六日天])");
    private static final String WEEKDAYS = "一二三四五六日";

    private final Year year;

    /** @param year of dates that name none; null if it is not known */
    HolidayNotice(Year year) {
        this.year = year;
    }

    /** The year that the title of a notice names. */
    static Optional<Year> titled(String text) {
        Matcher title = TITLE.matcher(text);
        return title.find() ? Optional.of(Year.of(Integer.parseInt(title.group(1)))) : Optional.empty();
    }

    /** Whether there is such a sentence in this text. */
    static boolean isIn(String text) {
        return SENTENCE.matcher(text).find();
    }

    /** Whether a line without such a sentence seems to name days all the same. */
    static boolean seemsIn(String line) {
        return DAYS_OFF.matcher(line).find();
    }

    /**
     * The days of the sentences in this line, in their order.
     *
     * @throws Unreadable if one of them does not say which days, or contradicts the calendar
     */
    List<CalendarDay> read(String line) {
        List<MatchResult> heads = SENTENCE.matcher(line).results().toList();
        List<CalendarDay> days = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : line.length();
            String name = NUMBERING.matcher(heads.get(i).group(1)).replaceFirst("");
            for (String clause : line.substring(heads.get(i).end(), end).split("[。；;]")) {
                read(clause, name, days);
            }
        }
        return days;
    }

    private void read(String clause, String name, List<CalendarDay> days) {
        boolean off = clause.contains("放假");
        if (!off && !clause.contains("上班")) {
            return;
        }
        List<LocalDate> dates = dates(clause);
        if (dates.isEmpty()) {
            throw new Unreadable("calendar.notice", clause.strip());
        }
        Matcher count = COUNT.matcher(clause);
        if (off && count.find() && Integer.parseInt(count.group(1)) != dates.size()) {
            throw new Unreadable("calendar.notice.count", clause.strip(), dates.size());
        }
        dates.forEach(date -> days.add(new CalendarDay(date, !off, name)));
    }

    /** Each date of the clause; two dates with a word like "to" between them are all days from one to the other. */
    private List<LocalDate> dates(String clause) {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate before = null;
        int after = 0;
        for (MatchResult one : DATE.matcher(clause).results().toList()) {
            LocalDate date = date(one, before);
            boolean span =
                    before != null && clause.substring(after, one.start()).matches("\\s*[至到~～—－-]+\\s*");
            if (span) {
                if (ChronoUnit.DAYS.between(before, date) > CalendarText.LONGEST_SPAN || date.isBefore(before)) {
                    throw new Unreadable("calendar.span", before, date, CalendarText.LONGEST_SPAN);
                }
                before.plusDays(1).datesUntil(date.plusDays(1)).forEach(dates::add);
            } else {
                dates.add(date);
            }
            before = date;
            after = one.end();
        }
        return dates;
    }

    /** @param before the date before it, whose month and year it has if it names none */
    private LocalDate date(MatchResult text, LocalDate before) {
        if (text.group(1) == null && before == null && year == null) {
            throw new Unreadable("calendar.notice.year", text.group());
        }
        if (text.group(2) == null && before == null) {
            throw new Unreadable("calendar.date", text.group());
        }
        try {
            int month = text.group(2) == null ? before.getMonthValue() : Integer.parseInt(text.group(2));
            int of = text.group(1) != null
                    ? Integer.parseInt(text.group(1))
                    : before == null ? year.getValue() : before.getYear();
            LocalDate date = LocalDate.of(of, month, Integer.parseInt(text.group(3)));
            boolean nextYear = text.group(1) == null && before != null && date.isBefore(before.minusMonths(6));
            return weekday(Times.sensible(nextYear ? date.plusYears(1) : date), text);
        } catch (DateTimeException e) {
            throw new Unreadable("calendar.date", text.group());
        }
    }

    private static LocalDate weekday(LocalDate date, MatchResult text) {
        Matcher named = WEEKDAY.matcher(text.group(4) == null ? "" : text.group(4));
        if (named.find()) {
            int index = WEEKDAYS.indexOf(named.group(1).replace('天', '日'));
            if (date.getDayOfWeek() != DayOfWeek.of(index + 1)) {
                throw new Unreadable(
                        "calendar.notice.weekday",
                        text.group(),
                        String.valueOf(date.getYear()),
                        WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1));
            }
        }
        return date;
    }
}

package io.rotadesk.web.desk.units;

import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.petition.workday.Workdays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A year's calendar as the page draws it.
 *
 * @param weekdays their one-letter names, Monday first
 */
record YearView(int year, List<String> weekdays, List<Month> months) {

    /** @param column of its first day, 1 for Monday */
    record Month(String name, int column, int workingDays, List<Day> days) {}

    /**
     * @param kind work, rest, holiday or makeup
     * @param name of the holiday; null if there is none
     */
    record Day(LocalDate date, String kind, String name, boolean today) {}

    static YearView of(
            int year, LocalDate today, Workdays workdays, List<WorkdayCalendar.Entry> entries, Locale locale) {
        Map<LocalDate, CalendarDay> exceptions = entries.stream()
                .map(WorkdayCalendar.Entry::day)
                .collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        return new YearView(
                year,
                Arrays.stream(java.time.DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.NARROW, locale))
                        .toList(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month(YearMonth.of(year, month), today, workdays, exceptions, locale))
                        .toList());
    }

    private static Month month(
            YearMonth month,
            LocalDate today,
            Workdays workdays,
            Map<LocalDate, CalendarDay> exceptions,
            Locale locale) {
        List<LocalDate> days =
                month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        return new Month(
                month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                month.atDay(1).getDayOfWeek().getValue(),
                (int) days.stream().filter(workdays::isWorking).count(),
                days.stream()
                        .map(day -> day(day, day.equals(today), workdays, exceptions.get(day)))
                        .toList());
    }

    private static Day day(LocalDate date, boolean today, Workdays workdays, CalendarDay exception) {
        boolean works = workdays.isWorking(date);
        if (exception == null) {
            return new Day(date, works ? "work" : "rest", null, today);
        }
        return new Day(date, works ? "makeup" : "holiday", exception.name(), today);
    }
}

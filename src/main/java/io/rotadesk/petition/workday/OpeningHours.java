package io.rotadesk.petition.workday;

import io.rotadesk.staff.unit.RosterRefusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a reception point receives by appointment, by weekday, in its time zone: {@code 周一至周五 08:30-12:00 13:30-17:30；周六
 * 9:00-11:30}, or in English {@code Mon-Fri 08:30-17:30; Sat 9:00-11:30}.
 *
 * @param week the spans of each weekday in their order; a weekday that is left out is closed
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week) {

    /** Part of a day; {@code to} is not part of it. */
    public record Span(LocalTime from, LocalTime to) {}

    private static final String KEY = "openingHours";
    private static final Pattern PARTS = Pattern.compile("[;；\\n]+");
    private static final Pattern SPAN =
            Pattern.compile("([01]?\\d|2[0-3])[:：]([0-5]\\d)\\s*[-–—~～至到]\\s*([01]?\\d|2[0-3])[:：]([0-5]\\d)");
    private static final String DAY = "((?:周|星期|礼拜)?[一二三四五六日天]|[A-Za-z]{3,9})";
    private static final Pattern DAYS = Pattern.compile(DAY + "(?:\\s*[-–—~～至到]\\s*" + DAY + ")?");
    private static final String CHINESE = "一二三四五六日";

    public OpeningHours {
        week = Map.copyOf(week);
    }

    /** @throws RosterRefusal naming the part that cannot be read */
    public static OpeningHours parse(String written) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : PARTS.split(written)) {
            if (!part.isBlank()) {
                List<Span> spans = spans(part);
                String days = SPAN.matcher(part)
                        .replaceAll("")
                        .replaceAll("[,，、\\s]+", " ")
                        .strip();
                for (DayOfWeek day : days(days, part)) {
                    week.put(day, spans);
                }
            }
        }
        if (week.isEmpty()) {
            throw refused(written);
        }
        return new OpeningHours(week);
    }

    private static List<Span> spans(String part) {
        List<Span> spans = new ArrayList<>();
        Matcher found = SPAN.matcher(part);
        while (found.find()) {
            Span span = new Span(time(found, 1), time(found, 3));
            boolean afterTheLast = spans.isEmpty()
                    || !span.from().isBefore(spans.get(spans.size() - 1).to());
            if (!span.from().isBefore(span.to()) || !afterTheLast) {
                throw refused(part);
            }
            spans.add(span);
        }
        if (spans.isEmpty()) {
            throw refused(part);
        }
        return List.copyOf(spans);
    }

    private static LocalTime time(Matcher found, int group) {
        return LocalTime.of(Integer.parseInt(found.group(group)), Integer.parseInt(found.group(group + 1)));
    }

    private static List<DayOfWeek> days(String written, String part) {
        List<DayOfWeek> days = new ArrayList<>();
        Matcher found = DAYS.matcher(written);
        while (found.find()) {
            DayOfWeek first = day(found.group(1), part);
            DayOfWeek last = found.group(2) == null ? first : day(found.group(2), part);
            for (DayOfWeek day = first; ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        if (days.isEmpty() || !found.replaceAll("").isBlank()) {
            throw refused(part);
        }
        return days;
    }

    private static DayOfWeek day(String written, String part) {
        String last = written.substring(written.length() - 1).replace('天', '日');
        if (CHINESE.contains(last)) {
            return DayOfWeek.of(CHINESE.indexOf(last) + 1);
        }
        String name = written.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name)) {
                return day;
            }
        }
        throw refused(part);
    }

    private static RosterRefusal refused(String part) {
        return new RosterRefusal(KEY, "setting.openingHours", part.strip());
    }

    /**
     * The spans of a day. A day that is worked instead of another has the hours of its weekday, or, if there are none, those of
     * the first day of the week that has any.
     *
     * @param exception whether the calendar says that the day is worked; null if it says nothing
     */
    public List<Span> on(LocalDate day, Boolean exception) {
        if (Boolean.FALSE.equals(exception)) {
            return List.of();
        }
        List<Span> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        return !usual.isEmpty() || exception == null
                ? usual
                : new EnumMap<>(week).values().iterator().next();
    }

    /** The times at which an appointment of this length can begin, within these spans. */
    public static List<LocalTime> starts(List<Span> spans, Duration length) {
        List<LocalTime> starts = new ArrayList<>();
        for (Span span : spans) {
            long minutes = Math.max(1, length.toMinutes());
            long last = Duration.between(span.from(), span.to()).toMinutes() - minutes;
            for (long after = 0; after <= last; after += minutes) {
                starts.add(span.from().plusMinutes(after));
            }
        }
        return starts;
    }
}

package io.rotadesk.web.desk.units;

import io.rotadesk.access.UnitAccess;
import io.rotadesk.petition.workday.CalendarWatch;
import io.rotadesk.petition.workday.DayKind;
import io.rotadesk.petition.workday.Deadlines;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.PublishedCalendars;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.petition.workday.Workdays;
import io.rotadesk.platform.input.Times;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers a petition unit's deadlines and calendar for their page. */
@Component
class WorkdayViews {

    /** A limit's two inputs. */
    record LimitView(String step, SettingView days, SettingView kind) {}

    record LimitTable(List<String> steps, Map<String, List<LimitView>> rows) {}

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final PetitionSettingsStore store;
    private final WorkdayCalendar calendar;
    private final SettingViews settings;
    private final Units units;
    private final UnitAccess access;
    private final Deadlines deadlines;
    private final Clock clock;

    WorkdayViews(
            PetitionSettingsStore store,
            WorkdayCalendar calendar,
            SettingViews settings,
            Units units,
            UnitAccess access,
            Deadlines deadlines,
            Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.settings = settings;
        this.units = units;
        this.access = access;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The settings in force at the unit, for the page's fields. */
    UnitForm form(Unit unit) {
        return form(store.of(unit.id()));
    }

    /**
     * @param wrong the reasons why fields were refused, by the setting's name
     * @param asked the year to show; null for the present one
     */
    void fill(Unit unit, Integer asked, UnitForm form, Map<String, String> wrong, Model page, Locale locale) {
        Map<String, String> byField = wrong.entrySet().stream()
                .collect(Collectors.toMap(one -> UnitForm.SETTINGS + one.getKey(), Map.Entry::getValue));
        UnitForm defaults = form(PetitionSettings.defaults());
        page.addAttribute("unit", unit);
        page.addAttribute("dayKinds", DayKind.values());
        page.addAttribute("tries", TriedLimit.ALL);
        if (!page.containsAttribute("tryFrom")) {
            page.addAttribute("tryFrom", today(unit));
        }
        page.addAttribute("limits", limits(form, defaults, byField));
        page.addAttribute(
                "others",
                WorkdayFields.OTHERS.stream()
                        .map(field -> settings.view(field, unit.kind(), form, defaults, byField, locale))
                        .toList());
        PetitionSettingsStore.Source source = store.source(unit.id());
        page.addAttribute("own", unit.id().equals(source.unitId()));
        page.addAttribute("setAt", source.unitId() == null ? null : units.get(source.unitId()));
        page.addAttribute("hasAbove", unit.parentId() != null);
        page.addAttribute("administrator", access.isAdministrator());
        calendar(unit, asked, page, locale);
    }

    /**
     * Tries a deadline out.
     *
     * @param from the day of the event; null for today
     * @param limit as {@link TriedLimit} names it; null or unknown for none
     */
    void tryDate(Unit unit, LocalDate from, String limit, Model page) {
        LocalDate begins = from == null || !Times.isSensible(from) ? today(unit) : from;
        page.addAttribute("tryFrom", begins);
        page.addAttribute("tryLimit", limit);
        TriedLimit.of(limit)
                .map(tried -> deadlines.compute(unit.id(), tried.profile(), tried.step(), begins))
                .ifPresent(computation -> page.addAttribute("tried", computation));
    }

    private LocalDate today(Unit unit) {
        return unit.clock().day(clock.instant());
    }

    private void calendar(Unit unit, Integer asked, Model page, Locale locale) {
        LocalDate today = today(unit);
        int year = asked == null || asked < FIRST_YEAR || asked > LAST_YEAR ? today.getYear() : asked;
        List<WorkdayCalendar.Entry> entries = calendar.entries(unit.id(), Year.of(year));
        page.addAttribute("year", YearView.of(year, today, calendar.of(unit.id()), entries, locale));
        page.addAttribute("entries", entries);
        Workdays workdays = calendar.of(unit.id());
        page.addAttribute(
                "published", !PublishedCalendars.of(Year.of(year)).isEmpty() && !workdays.knows(Year.of(year)));
        page.addAttribute("missing", missing(today, workdays));
        page.addAttribute(
                "names",
                Stream.concat(Stream.of(unit), units.above(unit.id()).stream())
                        .collect(Collectors.toMap(Unit::id, Unit::name)));
    }

    /** The years without a calendar: this one, and from October on the next. */
    private static List<Integer> missing(LocalDate today, Workdays workdays) {
        int last = today.getMonthValue() >= CalendarWatch.FROM_MONTH ? today.getYear() + 1 : today.getYear();
        return IntStream.rangeClosed(today.getYear(), last)
                .filter(year -> !workdays.knows(Year.of(year)))
                .boxed()
                .toList();
    }

    /** Tables of limits, by the heads of their rows. */
    private static List<LimitTable> limits(UnitForm form, UnitForm defaults, Map<String, String> wrong) {
        Map<String, List<LimitView>> profiles = new LinkedHashMap<>();
        WorkdayFields.ofProfiles()
                .forEach((profile, limits) -> profiles.put(
                        profile,
                        limits.stream()
                                .map(limit -> limit(limit, form, defaults, wrong))
                                .toList()));
        List<LimitView> stages = WorkdayFields.ofStages().stream()
                .map(limit -> limit(limit, form, defaults, wrong))
                .toList();
        return List.of(
                new LimitTable(WorkdayFields.STEPS, profiles),
                new LimitTable(WorkdayFields.STAGES, Map.of("ALL", stages)));
    }

    private static LimitView limit(
            WorkdayFields.Limit limit, UnitForm form, UnitForm defaults, Map<String, String> wrong) {
        return new LimitView(
                limit.step(), cell(limit.days(), form, defaults, wrong), cell(limit.kind(), form, defaults, wrong));
    }

    /** The table's head has the label. */
    private static SettingView cell(SettingField field, UnitForm form, UnitForm defaults, Map<String, String> wrong) {
        String name = UnitForm.SETTINGS + field.key();
        String text = form.text(name);
        String usual = defaults.text(name);
        boolean changed = !text.isBlank() && !text.equals(usual);
        return new SettingView(name, field.kind(), null, null, text, null, List.of(), usual, changed, wrong.get(name));
    }

    private static UnitForm form(PetitionSettings settings) {
        return new UnitForm(UnitForm.settings(settings.asMap(), WorkdayFields.ALL));
    }
}

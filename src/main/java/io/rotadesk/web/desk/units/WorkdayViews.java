package io.rotadesk.web.desk.units;

import io.rotadesk.access.UnitAccess;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.Profile;
import io.rotadesk.petition.workday.WorkdayCalendar;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers a petition unit's deadlines and calendar for their page. */
@Component
class WorkdayViews {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final PetitionSettingsStore store;
    private final WorkdayCalendar calendar;
    private final SettingViews settings;
    private final Units units;
    private final UnitAccess access;
    private final Clock clock;

    WorkdayViews(
            PetitionSettingsStore store,
            WorkdayCalendar calendar,
            SettingViews settings,
            Units units,
            UnitAccess access,
            Clock clock) {
        this.store = store;
        this.calendar = calendar;
        this.settings = settings;
        this.units = units;
        this.access = access;
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
        page.addAttribute("profiles", profiles(form, defaults, byField));
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

    private void calendar(Unit unit, Integer asked, Model page, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        int year = asked == null || asked < FIRST_YEAR || asked > LAST_YEAR ? today.getYear() : asked;
        List<WorkdayCalendar.Entry> entries = calendar.entries(unit.id(), Year.of(year));
        page.addAttribute("year", YearView.of(year, today, calendar.of(unit.id()), entries, locale));
        page.addAttribute("entries", entries);
        page.addAttribute(
                "names",
                Stream.concat(Stream.of(unit), units.above(unit.id()).stream())
                        .collect(Collectors.toMap(Unit::id, Unit::name)));
    }

    private static Map<String, List<SettingView>> profiles(
            UnitForm form, UnitForm defaults, Map<String, String> wrong) {
        Map<String, List<SettingView>> profiles = new LinkedHashMap<>();
        PetitionSettings.defaults().profiles().stream()
                .map(Profile::id)
                .forEach(profile -> profiles.put(
                        profile,
                        WorkdayFields.ofProfile(profile).stream()
                                .map(field -> cell(field, form, defaults, wrong.get(UnitForm.SETTINGS + field.key())))
                                .toList()));
        return profiles;
    }

    /** The table's head has the label. */
    private static SettingView cell(SettingField field, UnitForm form, UnitForm defaults, String wrong) {
        String name = UnitForm.SETTINGS + field.key();
        String text = form.text(name);
        String usual = defaults.text(name);
        boolean changed = !text.isBlank() && !text.equals(usual);
        return new SettingView(name, field.kind(), null, null, text, null, List.of(), usual, changed, wrong);
    }

    private static UnitForm form(PetitionSettings settings) {
        return new UnitForm(UnitForm.settings(settings.asMap(), WorkdayFields.ALL));
    }
}

package io.rotadesk.web.desk.units;

import io.rotadesk.petition.workday.CalendarText;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.platform.input.Times;
import io.rotadesk.staff.unit.ListTooLongException;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.api.setup.BadFieldsException;
import io.rotadesk.web.api.setup.PetitionSetup;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of a petition unit's deadlines and working days (P4), for its leaders and for administrators. The forms
 * name the unit, so that input for one unit is never saved at another.
 */
@Controller
@RequestMapping("/desk/workdays")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class WorkdayPages {

    private final WorkdayViews views;
    private final PetitionSetup setup;
    private final PetitionSettingsStore store;
    private final WorkdayCalendar calendar;

    WorkdayPages(WorkdayViews views, PetitionSetup setup, PetitionSettingsStore store, WorkdayCalendar calendar) {
        this.views = views;
        this.setup = setup;
        this.store = store;
        this.calendar = calendar;
    }

    @GetMapping
    String page(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            Model page,
            Locale locale) {
        return show(unit, year, views.form(unit), Map.of(), page, locale);
    }

    @PostMapping("/settings")
    String save(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            @RequestParam MultiValueMap<String, String> typed,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        UnitForm form = new UnitForm(typed);
        try {
            setup.save(unit.id(), form.sent(WorkdayFields.ALL), locale);
        } catch (BadFieldsException bad) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(unit, year, form, bad.byField(), page, locale);
        }
        return done(unit, year, "settings", next);
    }

    @PostMapping("/inherit")
    String inherit(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            RedirectAttributes next) {
        store.inherit(unit.id());
        return done(unit, year, "inherited", next);
    }

    /** Adds one day, or several in a row. */
    @PostMapping("/days")
    String add(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            @RequestParam MultiValueMap<String, String> typed,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        UnitForm day = new UnitForm(typed);
        String until =
                day.text("until").isBlank() ? "" : "~" + day.text("until").strip();
        String line = Stream.of(day.text("date").strip() + until, day.text("kind"), day.text("name"))
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
        CalendarText entered = setup.enter(unit.id(), line, locale);
        if (!entered.days().isEmpty()) {
            return done(unit, entered.days().get(0).day().getYear(), "days", next);
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        page.addAttribute("day", day);
        page.addAttribute("dayErrors", entered.errors());
        return show(unit, year, views.form(unit), Map.of(), page, locale);
    }

    /** Adds many days from pasted text: all or none. */
    @PostMapping("/paste")
    String paste(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            @RequestParam String text,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        CalendarText entered;
        try {
            entered = setup.enter(unit.id(), text, locale);
        } catch (ListTooLongException tooLong) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            page.addAttribute("tooLong", tooLong.reason(locale));
            return show(unit, year, views.form(unit), Map.of(), page, locale);
        }
        if (!entered.days().isEmpty()) {
            return done(unit, entered.days().get(0).day().getYear(), "days", next);
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        page.addAttribute("text", text);
        page.addAttribute("lines", text.lines().toList());
        page.addAttribute("errors", entered.errors());
        return show(unit, year, views.form(unit), Map.of(), page, locale);
    }

    @PostMapping("/remove")
    String remove(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            @RequestParam LocalDate day,
            RedirectAttributes next) {
        calendar.remove(unit.id(), day);
        return done(unit, year, "removed", next);
    }

    private String show(Unit unit, Integer year, UnitForm form, Map<String, String> wrong, Model page, Locale locale) {
        views.fill(unit, year, form, wrong, page, locale);
        if (!page.containsAttribute("day")) {
            page.addAttribute("day", new UnitForm(Map.of()));
        }
        page.addAttribute("wrong", wrong);
        page.addAttribute("profileDays", WorkdayFields.DAYS);
        page.addAttribute("timeUnits", UnitForm.TIME_UNITS);
        return "desk/units/workdays";
    }

    private static String done(Unit unit, Integer year, String what, RedirectAttributes next) {
        next.addFlashAttribute("done", what);
        next.addAttribute("unit", unit.id());
        if (year != null) {
            next.addAttribute("year", year);
        }
        return "redirect:/desk/workdays" + (List.of("settings", "inherited").contains(what) ? "" : "#calendar");
    }
}

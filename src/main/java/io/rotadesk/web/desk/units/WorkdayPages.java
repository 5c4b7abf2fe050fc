package io.rotadesk.web.desk.units;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.DeadlineMoves.Move;
import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.CalendarText;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.PublishedCalendars;
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
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    /** The deadlines that the question shows; it counts all. */
    private static final int MOST_SHOWN = 100;

    private final WorkdayViews views;
    private final PetitionSetup setup;
    private final PetitionSettingsStore store;

    WorkdayPages(WorkdayViews views, PetitionSetup setup, PetitionSettingsStore store) {
        this.views = views;
        this.setup = setup;
        this.store = store;
    }

    @GetMapping
    String page(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            @RequestParam(required = false) LocalDate tryFrom,
            @RequestParam(required = false) String tryLimit,
            Model page,
            Locale locale) {
        views.tryDate(unit, tryFrom, tryLimit, page);
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
            @AuthenticationPrincipal SignedInUser user,
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
        CalendarText read = setup.read(line, null, locale);
        if (!read.days().isEmpty()) {
            return enter(unit, read, false, user, page, next);
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        page.addAttribute("day", day);
        page.addAttribute("dayErrors", read.errors());
        return show(unit, year, views.form(unit), Map.of(), page, locale);
    }

    /**
     * Adds many days from pasted text: all or none.
     *
     * @param confirmed whether the person has seen which deadlines move
     */
    @PostMapping("/paste")
    String paste(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            @RequestParam String text,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        CalendarText read;
        try {
            read = setup.read(text, year == null ? null : Year.of(year), locale);
        } catch (ListTooLongException tooLong) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            page.addAttribute("tooLong", tooLong.reason(locale));
            return show(unit, year, views.form(unit), Map.of(), page, locale);
        }
        if (!read.days().isEmpty()) {
            return enter(unit, read, confirmed, user, page, next);
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        page.addAttribute("text", text);
        page.addAttribute("lines", text.lines().toList());
        page.addAttribute("errors", read.errors());
        return show(unit, year, views.form(unit), Map.of(), page, locale);
    }

    /** Takes over the published holidays of a year. */
    @PostMapping("/published")
    String published(
            @ShownUnit Unit unit,
            @RequestParam @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) int year,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            RedirectAttributes next) {
        List<CalendarDay> days = PublishedCalendars.of(Year.of(year));
        if (days.isEmpty()) {
            throw new NoSuchElementException("no published calendar of " + year);
        }
        return enter(unit, new CalendarText(days, List.of()), false, user, page, next);
    }

    @PostMapping("/remove")
    String remove(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @Min(Times.FIRST_YEAR) @Max(Times.LAST_YEAR) Integer year,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            RedirectAttributes next) {
        List<Move> moves = confirmed ? List.of() : setup.previewRemoval(unit.id(), day);
        if (!moves.isEmpty()) {
            page.addAttribute("removed", day);
            return asked(unit, moves, day.getYear(), page);
        }
        return done(unit, year, "removed", setup.remove(unit.id(), day, user.login()), next);
    }

    /** Enters the days; if deadlines would move that the person has not seen yet, asks first. */
    private String enter(
            Unit unit, CalendarText read, boolean confirmed, SignedInUser user, Model page, RedirectAttributes next) {
        int year = read.days().get(0).day().getYear();
        List<Move> moves = confirmed ? List.of() : setup.preview(unit.id(), read.days());
        if (!moves.isEmpty()) {
            page.addAttribute("text", CalendarText.write(read.days()).strip());
            return asked(unit, moves, year, page);
        }
        return done(unit, year, "days", setup.enter(unit.id(), read.days(), user.login()), next);
    }

    private static String asked(Unit unit, List<Move> moves, int year, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("count", moves.size());
        page.addAttribute("told", moves.stream().filter(Move::promised).count());
        page.addAttribute("moves", moves.stream().limit(MOST_SHOWN).toList());
        page.addAttribute("year", year);
        return "desk/units/calendar-change";
    }

    private String show(Unit unit, Integer year, UnitForm form, Map<String, String> wrong, Model page, Locale locale) {
        views.fill(unit, year, form, wrong, page, locale);
        if (!page.containsAttribute("day")) {
            page.addAttribute("day", new UnitForm(Map.of()));
        }
        page.addAttribute("wrong", wrong);
        page.addAttribute("timeUnits", UnitForm.TIME_UNITS);
        return "desk/units/workdays";
    }

    private static String done(Unit unit, Integer year, String what, List<Move> moved, RedirectAttributes next) {
        if (!moved.isEmpty()) {
            next.addFlashAttribute("moved", moved.size());
        }
        return done(unit, year, what, next);
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

package io.rotadesk.web.desk.units;

import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.api.setup.BadFieldsException;
import io.rotadesk.web.api.setup.UnitSetup;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages with the list of units, and one unit with all its settings. */
@Controller
@RequestMapping("/desk/units")
@PreAuthorize("@unitAccess.isAdministrator()")
class UnitPages {

    private static final String PROJECT_NAME = "广安世纪";

    private final Units units;
    private final UnitSetup setup;
    private final SettingViews settings;
    private final Agents agents;
    private final MessageSource messages;

    UnitPages(Units units, UnitSetup setup, SettingViews settings, Agents agents, MessageSource messages) {
        this.units = units;
        this.setup = setup;
        this.settings = settings;
        this.agents = agents;
        this.messages = messages;
    }

    @GetMapping
    String list(Model page) {
        List<Unit> tree = tree();
        page.addAttribute("units", tree);
        page.addAttribute("names", tree.stream().collect(Collectors.toMap(Unit::id, Unit::name)));
        page.addAttribute(
                "kinds", tree.stream().map(Unit::kind).distinct().sorted().toList());
        page.addAttribute("headcounts", agents.headcounts());
        return "desk/units/list";
    }

    @GetMapping(params = "new")
    String blank(@RequestParam(required = false) UnitKind kind, Model page, Locale locale) {
        Unit blank = kind(kind) == UnitKind.LEASING
                ? new Unit("", "", PROJECT_NAME, null, List.of(), List.of(), UnitSettings.defaults())
                : new Unit("", UnitKind.PETITION, "", null, null, List.of(), List.of(), UnitSettings.defaults());
        return edit(null, UnitForm.of(blank), Map.of(), page, locale);
    }

    @GetMapping("/{unit}")
    String one(@PathVariable String unit, Model page, Locale locale) {
        Unit there = units.get(unit);
        return edit(there, UnitForm.of(there), Map.of(), page, locale);
    }

    @PostMapping
    String create(
            @RequestParam String id,
            @RequestParam(defaultValue = "LEASING") UnitKind kind,
            @RequestParam MultiValueMap<String, String> typed,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        if (units.find(id.strip()).isPresent()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return edit(
                    null,
                    new UnitForm(typed).of(kind),
                    Map.of("id", messages.getMessage("desk.units.taken", new Object[] {id}, locale)),
                    page,
                    locale);
        }
        return save(id.strip(), kind, null, new UnitForm(typed).of(kind), page, locale, next, response);
    }

    @PostMapping("/{unit}")
    String change(
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> typed,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        Unit there = units.get(unit);
        return save(unit, there.kind(), there, new UnitForm(typed), page, locale, next, response);
    }

    private String save(
            String id,
            UnitKind kind,
            Unit there,
            UnitForm form,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        try {
            setup.save(id, form.sent(kind), locale);
        } catch (BadFieldsException bad) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return edit(there, form, bad.byField(), page, locale);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/desk/units/" + id + (there == null ? "/roster" : "");
    }

    /** @param there null for a new unit */
    private String edit(Unit there, UnitForm form, Map<String, String> wrong, Model page, Locale locale) {
        UnitKind kind = there != null ? there.kind() : UnitKind.valueOf(form.text("kind"));
        page.addAttribute("unit", there);
        page.addAttribute("kind", kind);
        page.addAttribute("form", form);
        page.addAttribute("wrong", wrong);
        page.addAttribute("groups", settings.of(kind, form, wrong, locale));
        page.addAttribute("timeUnits", UnitForm.TIME_UNITS);
        List<Unit> below = there == null ? List.of() : units.below(there.id());
        page.addAttribute(
                "parents",
                tree().stream()
                        .filter(other -> other.kind() == kind)
                        .filter(other -> there == null || !other.id().equals(there.id()))
                        .filter(other -> !below.contains(other))
                        .toList());
        return "desk/units/edit";
    }

    /** All units, each followed by those below it. */
    private List<Unit> tree() {
        return units.all().stream()
                .filter(unit -> unit.parentId() == null)
                .flatMap(top -> Stream.concat(Stream.of(top), units.below(top.id()).stream()))
                .toList();
    }

    /** The kind proposed for a new unit: a reception point if all units so far are reception points. */
    private UnitKind kind(UnitKind wanted) {
        if (wanted != null) {
            return wanted;
        }
        List<Unit> all = units.all();
        boolean onlyPetition = !all.isEmpty() && all.stream().allMatch(unit -> unit.kind() == UnitKind.PETITION);
        return onlyPetition ? UnitKind.PETITION : UnitKind.LEASING;
    }
}

package io.rotadesk.web.desk.papers;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.PaperRefusal;
import io.rotadesk.petition.paper.PaperTemplates;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.petition.paper.Placeholder;
import io.rotadesk.petition.paper.TemplateVersion;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The templates of papers. Everybody in a petition unit reads them; a process owner writes their versions. */
@Controller
@RequestMapping("/desk/papers/templates")
class TemplatePages {

    private final PaperTemplates templates;
    private final PaperWording words;
    private final Accounts accounts;
    private final Units units;

    TemplatePages(PaperTemplates templates, PaperWording words, Accounts accounts, Units units) {
        this.templates = templates;
        this.words = words;
        this.accounts = accounts;
        this.units = units;
    }

    @GetMapping
    String all(@ShownUnit Unit unit, Model page, Locale locale) {
        page.addAttribute("unit", unit);
        page.addAttribute(
                "templates",
                Arrays.stream(PaperKind.values())
                        .map(kind -> row(templates.current(unit.id(), kind), unit, locale))
                        .toList());
        return "desk/papers/templates";
    }

    /** @param from the number of an earlier version of the unit, or 0 for the text of the product, to begin a new version with */
    @GetMapping("/{kind}")
    String one(
            @ShownUnit Unit unit,
            @PathVariable String kind,
            @RequestParam(required = false) Integer from,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale) {
        PaperKind of = kind(kind);
        TemplateVersion shown = from == null
                ? templates.current(unit.id(), of)
                : templates
                        .version(unit.id(), of, from)
                        .orElseThrow(() -> new NoSuchElementException("no version " + from));
        return show(unit, of, TemplateForm.of(shown, templates.ownNumber(unit.id(), of)), user, page, locale);
    }

    @PostMapping("/{kind}")
    @PreAuthorize("hasRole('PROCESS_OWNER')")
    String save(
            @ShownUnit Unit unit,
            @PathVariable String kind,
            @ModelAttribute("form") TemplateForm form,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        PaperKind of = kind(kind);
        try {
            templates.save(unit.id(), of, form.basedOn(), form.words(), form.comment(), user.login());
        } catch (PaperRefusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page.addAttribute("wrong", Map.of(refusal.field(), words.refusal(refusal, locale)));
            // Saving once more means that the editor prefers their own text.
            return show(unit, of, form.basedOn(templates.ownNumber(unit.id(), of)), user, page, locale);
        }
        next.addFlashAttribute("done", "desk.papers.template.saved");
        next.addAttribute("unit", unit.id());
        return "redirect:/desk/papers/templates/" + of;
    }

    @PostMapping("/{kind}/preview")
    @PreAuthorize("hasRole('PROCESS_OWNER')")
    String preview(
            @ShownUnit Unit unit, @PathVariable String kind, @ModelAttribute("form") TemplateForm form, Model page) {
        page.addAttribute("sheet", Sheet.preview(form.words(), kind(kind), unit));
        return "desk/papers/parts :: sheet(s=${sheet})";
    }

    private String show(Unit unit, PaperKind kind, TemplateForm form, SignedInUser user, Model page, Locale locale) {
        page.addAttribute("unit", unit);
        page.addAttribute("edits", user.is(Role.PROCESS_OWNER));
        page.addAttribute("kind", kind);
        page.addAttribute("kindName", words.kind(kind, locale));
        page.addAttribute("form", form);
        page.addAttribute("sheet", Sheet.preview(form.words(), kind, unit));
        page.addAttribute("placeholders", Placeholder.values());
        page.addAttribute("current", row(templates.current(unit.id(), kind), unit, locale));
        page.addAttribute("versions", versions(unit, kind, locale));
        return "desk/papers/template";
    }

    private List<TemplateRow> versions(Unit unit, PaperKind kind, Locale locale) {
        return templates.history(unit.id(), kind).stream()
                .map(version -> row(version, unit, locale))
                .toList();
    }

    private TemplateRow row(TemplateVersion version, Unit unit, Locale locale) {
        String kind = words.kind(version.kind(), locale);
        if (version.isShipped()) {
            return new TemplateRow(version.kind().name(), kind, null, null, "", "", "");
        }
        return new TemplateRow(
                version.kind().name(),
                kind,
                version.number(),
                units.find(version.unitId()).map(Unit::name).orElse(version.unitId()),
                unit.clock().dayAndTime(version.savedAt()),
                accounts.find(version.author()).map(SignedInUser::displayName).orElse(version.author()),
                version.comment());
    }

    private static PaperKind kind(String name) {
        return Arrays.stream(PaperKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no kind of paper " + name));
    }
}

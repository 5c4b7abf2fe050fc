package io.rotadesk.web.desk.handbook;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.handbook.Edition;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Markdown;
import io.rotadesk.leasing.handbook.SaveResult;
import io.rotadesk.leasing.handbook.SaveResult.Overtaken;
import io.rotadesk.leasing.handbook.SaveResult.Saved;
import io.rotadesk.leasing.handbook.Section;
import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.leasing.handbook.SectionChange;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a process owner edits one section of the handbook. */
@Controller
@RequestMapping("/desk/handbook/edit")
@PreAuthorize("hasRole('PROCESS_OWNER')")
class EditPages {

    private static final String SECTION = "/{kind:script|qa}/{topic}";

    private final Handbook handbook;
    private final AuthorNames names;

    EditPages(Handbook handbook, AuthorNames names) {
        this.handbook = handbook;
        this.names = names;
    }

    /** A new question gets its topic before the form is filled in, so that sending the form twice makes one entry. */
    @GetMapping("/new")
    String begin(@ShownUnit Unit unit, RedirectAttributes next) {
        next.addAttribute("unit", unit.id());
        return "redirect:/desk/handbook/edit/qa/q-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    @GetMapping(SECTION)
    String open(@ShownUnit Unit unit, @PathVariable String kind, @PathVariable String topic, Model page) {
        Edition current = handbook.current(unit.id());
        int version = current.version().number();
        SectionForm form = existing(current, kind, topic)
                .map(section -> SectionForm.of(section, version))
                .orElseGet(() -> SectionForm.blank(version));
        return show(unit, kind, topic, form, page);
    }

    @PostMapping(SECTION)
    String save(
            @ShownUnit Unit unit,
            @PathVariable String kind,
            @PathVariable String topic,
            @Valid @ModelAttribute("form") SectionForm form,
            BindingResult wrong,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        existing(handbook.current(unit.id()), kind, topic);
        if (wrong.hasErrors()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(unit, kind, topic, form, page);
        }
        Section section = form.section(kind(kind), topic);
        SaveResult result = handbook.save(unit.id(), form.basedOn(), section, user.login(), form.comment());
        return after(result, unit, kind, topic, form, page, response, next, locale);
    }

    /** Without script in the browser, a button shows what the text will look like. */
    @PostMapping(path = SECTION, params = "preview")
    String previewOnPage(
            @ShownUnit Unit unit,
            @PathVariable String kind,
            @PathVariable String topic,
            @ModelAttribute("form") SectionForm form,
            Model page) {
        return show(unit, kind, topic, form, page);
    }

    @PostMapping(path = "/preview")
    String preview(@ShownUnit Unit unit, @ModelAttribute("form") SectionForm form, Model page) {
        page.addAttribute("preview", html(unit, form));
        return "desk/handbook/edit :: preview";
    }

    @PostMapping(path = "/qa/{topic}/remove")
    String remove(
            @ShownUnit Unit unit,
            @PathVariable String topic,
            @RequestParam int basedOn,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        SectionForm form = existing(handbook.current(unit.id()), "qa", topic)
                .map(section -> SectionForm.of(section, basedOn))
                .orElseGet(() -> SectionForm.blank(basedOn));
        SaveResult result = handbook.remove(unit.id(), basedOn, Kind.QA, topic, user.login(), form.title());
        return after(result, unit, "qa", topic, form, page, response, next, locale);
    }

    private String after(
            SaveResult result,
            Unit unit,
            String kind,
            String topic,
            SectionForm form,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        if (result instanceof Saved saved) {
            next.addAttribute("unit", unit.id());
            next.addFlashAttribute("saved", saved.number());
            return "redirect:/desk/handbook";
        }
        var overtaken = (Overtaken) result;
        response.setStatus(HttpStatus.CONFLICT.value());
        page.addAttribute("overtaken", VersionView.of(overtaken.current(), unit, names, locale));
        page.addAttribute("removed", overtaken.theirs() == null);
        page.addAttribute("difference", SectionChange.of(overtaken.theirs(), form.section(kind(kind), topic)));
        // Saving once more means that the editor prefers their own text.
        return show(unit, kind, topic, form.basedOn(overtaken.current().number()), page);
    }

    private String show(Unit unit, String kind, String topic, SectionForm form, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("kind", kind);
        page.addAttribute("topic", topic);
        page.addAttribute(
                "isNew", handbook.current(unit.id()).find(kind(kind), topic).isEmpty());
        page.addAttribute("form", form);
        page.addAttribute("preview", html(unit, form));
        return "desk/handbook/edit";
    }

    /** @throws ResponseStatusException for a topic that no page would show: only questions can be added */
    private static Optional<Section> existing(Edition current, String kind, String topic) {
        Optional<Section> section = current.find(kind(kind), topic);
        if (section.isEmpty() && (kind(kind) == Kind.SCRIPT || !topic.matches("[a-z0-9][a-z0-9-]{0,59}"))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return section;
    }

    private static String html(Unit unit, SectionForm form) {
        return Markdown.toHtml(form.markdown().replace(Section.PROJECT_NAME, unit.projectName()));
    }

    private static Kind kind(String path) {
        return Kind.valueOf(path.toUpperCase(Locale.ROOT));
    }
}

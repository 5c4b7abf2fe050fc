package io.rotadesk.web.desk.handbook;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.handbook.Edition;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a process owner looks at, compares and restores versions of the handbook. */
@Controller
@RequestMapping("/desk/handbook/edit/history")
@PreAuthorize("hasRole('PROCESS_OWNER')")
class HistoryPages {

    private final Handbook handbook;
    private final AuthorNames names;
    private final MessageSource messages;

    HistoryPages(Handbook handbook, AuthorNames names, MessageSource messages) {
        this.handbook = handbook;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping
    String list(@ShownUnit Unit unit, Model page, Locale locale) {
        List<VersionView> versions = handbook.history(unit.id()).stream()
                .map(version -> VersionView.of(version, unit, names, locale))
                .toList();
        page.addAttribute("unit", unit);
        page.addAttribute("versions", versions);
        return "desk/handbook/history";
    }

    @GetMapping("/{number}")
    String one(@ShownUnit Unit unit, @PathVariable int number, Model page, Locale locale) {
        Edition edition = edition(unit, number);
        page.addAttribute("unit", unit);
        page.addAttribute("version", VersionView.of(edition.version(), unit, names, locale));
        page.addAttribute("current", handbook.currentVersion(unit.id()));
        page.addAttribute("questions", SectionView.of(edition.of(Kind.QA)));
        page.addAttribute("script", SectionView.of(edition.of(Kind.SCRIPT)));
        return "desk/handbook/version";
    }

    @GetMapping("/compare")
    String compare(@ShownUnit Unit unit, @RequestParam int from, @RequestParam int to, Model page, Locale locale) {
        Edition earlier = edition(unit, Math.min(from, to));
        Edition later = edition(unit, Math.max(from, to));
        page.addAttribute("unit", unit);
        page.addAttribute("earlier", VersionView.of(earlier.version(), unit, names, locale));
        page.addAttribute("later", VersionView.of(later.version(), unit, names, locale));
        page.addAttribute(
                "changes",
                handbook.compare(
                        unit.id(), earlier.version().number(), later.version().number()));
        return "desk/handbook/compare";
    }

    @PostMapping("/{number}/restore")
    String restore(
            @ShownUnit Unit unit,
            @PathVariable int number,
            @AuthenticationPrincipal SignedInUser user,
            Locale locale,
            RedirectAttributes next) {
        edition(unit, number);
        String comment = messages.getMessage("desk.handbook.restoredFrom", new Object[] {number}, locale);
        next.addFlashAttribute("saved", handbook.restore(unit.id(), number, user.login(), comment));
        next.addAttribute("unit", unit.id());
        return "redirect:/desk/handbook";
    }

    private Edition edition(Unit unit, int number) {
        return handbook.edition(unit.id(), number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

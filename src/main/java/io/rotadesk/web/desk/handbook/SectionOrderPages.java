package io.rotadesk.web.desk.handbook;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a process owner sets the order of the handbook's sections. */
@Controller
@RequestMapping("/desk/handbook/edit/order")
@PreAuthorize("hasRole('PROCESS_OWNER')")
class SectionOrderPages {

    private final Handbook handbook;
    private final MessageSource messages;

    SectionOrderPages(Handbook handbook, MessageSource messages) {
        this.handbook = handbook;
        this.messages = messages;
    }

    @GetMapping
    String open(@ShownUnit Unit unit, Model page) {
        var current = handbook.current(unit.id());
        page.addAttribute("unit", unit);
        page.addAttribute("script", SectionView.of(current.of(Kind.SCRIPT)));
        page.addAttribute("questions", SectionView.of(current.of(Kind.QA)));
        return "desk/handbook/order";
    }

    /** The topics are sent in the order that the page showed. */
    @PostMapping
    String save(
            @ShownUnit Unit unit,
            @RequestParam(defaultValue = "") List<String> script,
            @RequestParam(defaultValue = "") List<String> qa,
            @AuthenticationPrincipal SignedInUser user,
            Locale locale,
            RedirectAttributes next) {
        String comment = messages.getMessage("desk.handbook.reordered", null, locale);
        next.addFlashAttribute(
                "saved", handbook.reorder(unit.id(), Map.of(Kind.SCRIPT, script, Kind.QA, qa), user.login(), comment));
        next.addAttribute("unit", unit.id());
        return "redirect:/desk/handbook";
    }
}

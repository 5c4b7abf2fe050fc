package io.rotadesk.web.desk.troubles;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.TroubleSight;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of open troubles, for the unit's leaders, the process owners and administrators. */
@Controller
@RequestMapping("/desk/troubles")
class TroublePages {

    private static final int LISTED = 200;

    private final Troubles troubles;

    TroublePages(Troubles troubles) {
        this.troubles = troubles;
    }

    @GetMapping
    String list(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        check(user);
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("troubles", troubles.openOf(unit.id(), LISTED));
        return "desk/troubles/list";
    }

    /** Marks a trouble as put right. */
    @PostMapping("/{id}/clear")
    String clear(
            @ShownUnit Unit unit,
            @PathVariable long id,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        check(user);
        troubles.clear(unit.id(), id, user.login());
        next.addAttribute("unit", unit.id());
        return "redirect:/desk/troubles";
    }

    private static void check(SignedInUser user) {
        if (!TroubleSight.sees(user)) {
            throw new AccessDeniedException(user.login() + " may not see troubles of processes");
        }
    }
}

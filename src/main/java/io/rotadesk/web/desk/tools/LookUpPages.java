package io.rotadesk.web.desk.tools;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which everybody of a unit asks whose customer somebody is, and its managers' page of who asked what. */
@Controller
@RequestMapping("/desk/customers")
class LookUpPages {

    private static final int MOST = 200;

    private final LookUps lookUps;
    private final CustomerLines lines;
    private final Agents agents;
    private final UnitAccess access;

    LookUpPages(LookUps lookUps, CustomerLines lines, Agents agents, UnitAccess access) {
        this.lookUps = lookUps;
        this.lines = lines;
        this.agents = agents;
        this.access = access;
    }

    @GetMapping("/whose")
    String page(@ShownUnit Unit unit, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("mayRead", access.mayManage(unit.id()));
        return "desk/customers/whose";
    }

    /** A question is put on record, so it is not in the page's address. */
    @PostMapping("/whose")
    String ask(@ShownUnit Unit unit, @RequestParam String q, @AuthenticationPrincipal SignedInUser user, Model page) {
        LookUps.Answer answer = lookUps.ask(unit.id(), q, user.login());
        page.addAttribute("q", q);
        page.addAttribute("answer", answer);
        page.addAttribute("rows", lines.of(answer.hits(), unit, user.login()));
        return page(unit, page);
    }

    @GetMapping("/look-ups")
    String record(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        if (!access.mayManage(unit.id())) {
            throw new AccessDeniedException(user.login() + " may not read who looked customers up");
        }
        page.addAttribute("unit", unit);
        page.addAttribute("rows", lookUps.latest(unit.id(), MOST));
        page.addAttribute("names", agents.names(unit.id()));
        page.addAttribute("kept", LookUps.KEPT.toDays());
        return "desk/customers/look-ups";
    }
}

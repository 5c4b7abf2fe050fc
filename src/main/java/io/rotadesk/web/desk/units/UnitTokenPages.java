package io.rotadesk.web.desk.units;

import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.PublicAddress;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of a unit's phone systems; a new one is shown once. */
@Controller
@RequestMapping("/desk/units/{unit}/tokens")
@PreAuthorize("@unitAccess.isAdministrator()")
class UnitTokenPages {

    private static final int LONGEST_NAME = 100;

    private final Units units;
    private final ApiTokens tokens;
    private final PublicAddress address;

    UnitTokenPages(Units units, ApiTokens tokens, PublicAddress address) {
        this.address = address;
        this.units = units;
        this.tokens = tokens;
    }

    @GetMapping
    String tokens(@PathVariable String unit, Model page) {
        Unit there = units.get(unit);
        page.addAttribute("unit", there);
        page.addAttribute("tokens", tokens.of(unit));
        page.addAttribute("zone", there.settings().zone());
        String reported = there.kind().hasTeams() ? "/calls" : "/petitioners";
        page.addAttribute("reportedUrl", address.link("/api/units/" + unit + reported));
        return "desk/units/tokens";
    }

    /** Answers with the page itself, since a redirect would have to keep the token somewhere. */
    @PostMapping
    String create(@PathVariable String unit, @RequestParam String name, Model page) {
        units.get(unit);
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            page.addAttribute("wrong", true);
            page.addAttribute("typed", name);
        } else {
            page.addAttribute("created", tokens.create(unit, name.strip()));
        }
        return tokens(unit, page);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable String unit, @PathVariable long id, RedirectAttributes next) {
        if (tokens.of(unit).stream().anyMatch(token -> token.id() == id) && tokens.revoke(id)) {
            next.addFlashAttribute("revoked", true);
        }
        return "redirect:/desk/units/{unit}/tokens";
    }
}

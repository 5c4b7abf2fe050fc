package io.rotadesk.web.desk.units;

import io.rotadesk.access.AccountStatus;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.PublicAddress;
import io.rotadesk.access.UnfitPasswordException;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the accounts of a unit's people: invitation links and first passwords. */
@Controller
@RequestMapping("/desk/units/{unit}/accounts")
@PreAuthorize("@unitAccess.isAdministrator()")
class UnitAccountPages {

    private final Units units;
    private final Agents agents;
    private final Accounts accounts;
    private final PublicAddress address;

    UnitAccountPages(Units units, Agents agents, Accounts accounts, PublicAddress address) {
        this.address = address;
        this.units = units;
        this.agents = agents;
        this.accounts = accounts;
    }

    @GetMapping
    String accounts(@PathVariable String unit, Model page) {
        Unit there = units.get(unit);
        Map<String, String> people = people(there);
        page.addAttribute("unit", there);
        page.addAttribute("people", people);
        page.addAttribute("states", accounts.statuses(people.keySet()));
        return "desk/units/accounts";
    }

    /** Answers with the page itself: the link is shown once and kept nowhere. */
    @PostMapping("/{login}/invitation")
    String invite(@PathVariable String unit, @PathVariable String login, Model page) {
        requireOfUnit(unit, login);
        if (accounts.statuses(List.of(login)).getOrDefault(login, AccountStatus.CLOSED) == AccountStatus.CLOSED) {
            throw new NoSuchElementException("no open account '" + login + "'");
        }
        page.addAttribute("invited", login);
        page.addAttribute("forThisComputer", !address.isConfigured());
        page.addAttribute("link", address.link(accounts.invite(login)));
        return accounts(unit, page);
    }

    @PostMapping("/{login}/password")
    String setPassword(
            @PathVariable String unit,
            @PathVariable String login,
            @RequestParam String password,
            Model page,
            RedirectAttributes next,
            HttpServletResponse response) {
        requireOfUnit(unit, login);
        try {
            accounts.setPassword(login, password);
        } catch (UnfitPasswordException unfit) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page.addAttribute("unfit", unfit.getMessage());
            page.addAttribute("unfitLogin", login);
            return accounts(unit, page);
        }
        next.addFlashAttribute("passwordSet", login);
        return "redirect:/desk/units/{unit}/accounts";
    }

    private void requireOfUnit(String unit, String login) {
        if (!people(units.get(unit)).containsKey(login)) {
            throw new NoSuchElementException("no '" + login + "' in unit '" + unit + "'");
        }
    }

    /** Names by login: first the leaders of the unit, then the people on its roster. */
    private Map<String, String> people(Unit unit) {
        Map<String, String> people = new LinkedHashMap<>();
        unit.managers().forEach(login -> people.put(login, login));
        unit.deputies().forEach(login -> people.put(login, login));
        for (Agent agent : agents.inUnit(unit.id())) {
            people.put(agent.login(), agent.name());
        }
        return people;
    }
}

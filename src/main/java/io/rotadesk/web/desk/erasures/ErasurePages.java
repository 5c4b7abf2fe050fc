package io.rotadesk.web.desk.erasures;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Erasure;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages for erasing one person, by number or from an entry of a register, with a list of past erasures. For
 * managers.
 */
@Controller
@RequestMapping("/desk/erasures")
class ErasurePages {

    private static final int LATEST = 50;

    private final ErasedPeople people;
    private final CallSearch calls;
    private final VisitSearch visits;
    private final Agents agents;
    private final UnitAccess access;

    ErasurePages(ErasedPeople people, CallSearch calls, VisitSearch visits, Agents agents, UnitAccess access) {
        this.people = people;
        this.calls = calls;
        this.visits = visits;
        this.agents = agents;
        this.access = access;
    }

    /** @param entry the key of the entry that names the person; empty if a number is typed */
    @GetMapping
    String page(
            @ShownUnit Unit unit,
            @RequestParam(required = false) Contact.Kind kind,
            @RequestParam(required = false) String entry,
            @AuthenticationPrincipal SignedInUser user,
            Model page) {
        requireManager(unit, user);
        entryOf(unit, kind, entry).ifPresent(found -> page.addAttribute("number", numberOf(found)));
        return show(unit, kind, entry, page);
    }

    /** @param sure ticked on the form, so that nobody erases with one click */
    @PostMapping
    String erase(
            @ShownUnit Unit unit,
            @RequestParam(required = false) Contact.Kind kind,
            @RequestParam(required = false) String entry,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            RedirectAttributes next,
            HttpServletResponse response) {
        requireManager(unit, user);
        Optional<Contact> named = entryOf(unit, kind, entry);
        String wrong;
        try {
            Person person = new Person(
                    unit.id(),
                    named.map(this::numberOf).orElse(number),
                    named.orElse(null),
                    unit.settings().numbering());
            Optional<Erasure> erased = sure ? people.erase(person, user.login()) : Optional.empty();
            if (erased.isPresent()) {
                next.addFlashAttribute("erased", erased.get());
                next.addAttribute("unit", unit.id());
                return "redirect:/desk/erasures";
            }
            List<String> open = sure ? people.open(person) : List.of();
            page.addAttribute("openMatters", String.join(" ", open));
            wrong = !sure ? "notSure" : open.isEmpty() ? "inHand" : "open";
        } catch (IllegalArgumentException noNumber) {
            wrong = "noNumber";
        }
        response.setStatus(
                wrong.equals("inHand") || wrong.equals("open")
                        ? HttpStatus.CONFLICT.value()
                        : HttpStatus.BAD_REQUEST.value());
        page.addAttribute("wrong", wrong);
        page.addAttribute("number", named.map(this::numberOf).orElse(number));
        return show(unit, kind, entry, page);
    }

    private String show(Unit unit, Contact.Kind kind, String entry, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("kind", kind);
        page.addAttribute("entry", entry);
        page.addAttribute("latest", people.latest(unit.id(), LATEST));
        page.addAttribute("names", agents.names(unit.id()));
        return "desk/erasures/erasures";
    }

    private void requireManager(Unit unit, SignedInUser user) {
        if (!access.mayManage(unit.id())) {
            throw new AccessDeniedException(user.login() + " may not erase people of " + unit.id());
        }
    }

    private static Optional<Contact> entryOf(Unit unit, Contact.Kind kind, String entry) {
        if (kind == null || entry == null || entry.isBlank()) {
            return Optional.empty();
        }
        if (kind == Contact.Kind.TICKET || !entry.startsWith(unit.id() + ":")) {
            throw new NoSuchElementException("no entry " + entry + " in " + unit.id());
        }
        return Optional.of(new Contact(kind, entry));
    }

    /** @return null when the entry has none */
    private String numberOf(Contact entry) {
        if (entry.kind() == Contact.Kind.CALL) {
            var call = calls.find(CallKey.parse(entry.id()), null)
                    .orElseThrow(() -> new NoSuchElementException("no call " + entry.id()));
            return call.caller().number() != null
                    ? call.caller().number()
                    : call.written().customerPhone();
        }
        var visit = visits.find(VisitKey.parse(entry.id()), null)
                .orElseThrow(() -> new NoSuchElementException("no visit " + entry.id()));
        return visit.announced().phone() != null
                ? visit.announced().phone()
                : visit.announced().raw() != null
                        ? visit.announced().raw()
                        : visit.written().customerPhone();
    }
}

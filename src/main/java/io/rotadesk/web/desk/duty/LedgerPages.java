package io.rotadesk.web.desk.duty;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.TurnLedger;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages that show the turn ledger in sentences: a day of a queue, and everything about one contact ("why this
 * agent?").
 */
@Controller
class LedgerPages {

    /** As many as a reader can take in on one page. */
    private static final int STEPS = 200;

    private final TurnLedger ledger;
    private final LedgerWording sentences;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;
    private final Clock clock;

    LedgerPages(
            TurnLedger ledger, LedgerWording sentences, Agents agents, Units units, UnitAccess access, Clock clock) {
        this.ledger = ledger;
        this.sentences = sentences;
        this.agents = agents;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    /** A day's turns, latest first; only those of one agent, if one is named. */
    @GetMapping("/desk/duty/ledger")
    String day(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(required = false) Queue queue,
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(defaultValue = "false") boolean all,
            Model page,
            Locale locale) {
        List<Queue> queues = unit.kind().queues();
        Queue shown = queue != null && queues.contains(queue) ? queue : queues.get(0);
        LocalDate day = date != null
                ? date
                : LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        List<LedgerMoment> steps = sentences.tell(unit.id(), ledger.day(unit.id(), shown, day), locale).stream()
                .filter(step -> agent.isEmpty() || step.isAbout(agent))
                .collect(java.util.stream.Collectors.toList());
        Collections.reverse(steps);
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("day", day);
        page.addAttribute("queue", shown);
        page.addAttribute("queues", queues);
        page.addAttribute("agent", agent);
        page.addAttribute(
                "agents",
                agents.inUnit(unit.id()).stream().filter(unit::givesTurnsTo).toList());
        page.addAttribute("more", !all && steps.size() > STEPS);
        page.addAttribute("steps", all ? steps : steps.subList(0, Math.min(STEPS, steps.size())));
        page.addAttribute("manages", access.mayManage(unit.id()));
        return "desk/duty/ledger";
    }

    /** Replays the day from its beginning, and says whether the answers are the same. */
    @GetMapping(path = "/desk/duty/ledger", params = "replay")
    String replay(
            @ShownUnit Unit unit,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam Queue queue,
            Model page,
            Locale locale) {
        page.addAttribute("replayed", ledger.replay(unit.id(), queue, date));
        return day(unit, date, queue, "", false, page, locale);
    }

    /**
     * Explains why this agent got the contact: who was asked, in order, who was passed over and why, and what followed.
     *
     * @param contact the id of a call, or of a visit or petition ticket if {@code kind} says so
     */
    @GetMapping("/desk/why/{contact}")
    String why(
            @PathVariable String contact,
            @RequestParam(defaultValue = "CALL") Contact.Kind kind,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale) {
        List<LedgerEntry> entries = ledger.of(new Contact(kind, contact));
        if (entries.isEmpty() || !user.mayEnter(entries.get(0).unitId())) {
            throw new NotThereException("nothing in the ledger about " + kind + " " + contact);
        }
        Unit unit = units.get(entries.get(0).unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("contact", new Contact(kind, contact));
        page.addAttribute("steps", sentences.tell(unit.id(), entries, locale));
        return "desk/duty/why";
    }
}

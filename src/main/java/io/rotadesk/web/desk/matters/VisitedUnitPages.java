package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterFiles;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.matter.SeenMatters.Viewer;
import io.rotadesk.petition.reception.PastTickets;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The visits to a leader's unit and the units below it, whether or not somebody was received (P1, P3). */
@Controller
@RequestMapping("/desk/matters/visits")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class VisitedUnitPages {

    static final int MOST = 200;
    private static final int USUAL_DAYS = 7;

    private final PastTickets tickets;
    private final SeenMatters seen;
    private final MatterFiles matters;
    private final MatterSights sights;
    private final Agents agents;
    private final Clock clock;

    VisitedUnitPages(
            PastTickets tickets,
            SeenMatters seen,
            MatterFiles matters,
            MatterSights sights,
            Agents agents,
            Clock clock) {
        this.tickets = tickets;
        this.seen = seen;
        this.matters = matters;
        this.sights = sights;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * @param of one of the units; none for all of them
     * @param from the first day; a week ago if there is none
     * @param to the last day; today if there is none
     */
    @GetMapping
    String visits(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Model page) {
        Viewer viewer = sights.viewer(unit.id(), user);
        Map<String, String> led = new LinkedHashMap<>();
        seen.led(viewer).forEach(one -> led.put(one.id(), one.name()));
        String one = SafeText.orNull(of);
        if (one != null && !led.containsKey(one)) {
            throw new AccessDeniedException("Not a unit below " + unit.id() + ": " + one);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        List<Ticket> found = tickets.of(one == null ? led.keySet() : Set.of(one), first, last, MOST);
        page.addAttribute("unit", unit);
        page.addAttribute("led", led);
        page.addAttribute("of", one);
        page.addAttribute("from", first);
        page.addAttribute("to", last);
        page.addAttribute("visits", rows(found, led, viewer));
        page.addAttribute("most", found.size() == MOST);
        return "desk/matters/visits";
    }

    private List<VisitRow> rows(List<Ticket> found, Map<String, String> led, Viewer viewer) {
        Set<MatterId> ids =
                found.stream().map(Ticket::matterId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<MatterId, Matter> open = matters.byId(seen.seen(ids, viewer));
        Map<String, String> names = agents.named(
                found.stream().map(Ticket::staff).filter(Objects::nonNull).collect(Collectors.toSet()));
        return found.stream()
                .map(ticket -> new VisitRow(
                        ticket,
                        ticket.standing().day(),
                        led.get(ticket.unitId()),
                        ticket.staff() == null ? null : names.getOrDefault(ticket.staff(), ticket.staff()),
                        ticket.matterId() == null ? null : open.get(ticket.matterId())))
                .toList();
    }
}

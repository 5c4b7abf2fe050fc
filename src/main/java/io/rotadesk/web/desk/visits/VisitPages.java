package io.rotadesk.web.desk.visits;

import io.rotadesk.access.DeskUser;
import io.rotadesk.access.NotThereException;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.RegisterQuery;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The pages of the visit register. Managers see the unit's visits; an agent sees the visitors whom they received, and
 * the visits of their customers.
 */
@Controller
@RequestMapping("/desk/visits")
class VisitPages {

    private final VisitSearch search;
    private final VisitEntryViews entries;
    private final Customers customers;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;
    private final Clock clock;

    VisitPages(
            VisitSearch search,
            VisitEntryViews entries,
            Customers customers,
            Agents agents,
            Units units,
            UnitAccess access,
            Clock clock) {
        this.search = search;
        this.entries = entries;
        this.customers = customers;
        this.agents = agents;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal DeskUser user,
            @ModelAttribute("query") RegisterQuery query,
            Model page) {
        EntryFilter<VisitState> filter = query.filter(
                VisitState.class,
                unit.id(),
                seenBy(unit.id(), user),
                unit.settings().zone(),
                clock);
        Found<Visit> found = search.find(filter, query.place(), RegisterQuery.PAGE);
        Map<String, String> names = agents.names(unit.id());
        Map<Long, String> customerNames = customers.names(found.entries().stream()
                .map(v -> v.known().customerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        page.addAttribute("unit", unit);
        page.addAttribute(
                "visits",
                found.entries().stream()
                        .map(visit -> VisitRow.of(visit, unit.settings().zone(), names, customerNames))
                        .toList());
        page.addAttribute("next", found.next());
        page.addAttribute("figures", search.figures(filter));
        page.addAttribute("agents", names);
        page.addAttribute("states", VisitState.values());
        page.addAttribute("seesAll", filter.seenBy() == null);
        return "desk/visits/list";
    }

    /** @param key as {@link VisitKey#toString()} writes it */
    @GetMapping("/entry/{key}")
    String entry(@PathVariable String key, @AuthenticationPrincipal DeskUser user, Model page, Locale locale) {
        VisitKey visit = parse(key);
        // Neither their visitor nor their customer's visit: answered as if it did not exist.
        Visit found = Optional.of(visit)
                .filter(named -> user.mayEnter(named.unitId()))
                .flatMap(named -> search.find(named, seenBy(named.unitId(), user)))
                .orElseThrow(() -> unknown(key));
        Unit unit = units.get(visit.unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("mayErase", access.mayManage(unit.id()));
        page.addAttribute("entry", entries.of(found, unit, agents.names(unit.id()), locale));
        return "desk/visits/entry";
    }

    private String seenBy(String unitId, DeskUser user) {
        return access.mayManage(unitId) ? null : user.login();
    }

    static NotThereException unknown(String key) {
        return new NotThereException("no visit " + key);
    }

    static VisitKey parse(String key) {
        try {
            return VisitKey.parse(key);
        } catch (IllegalArgumentException e) {
            throw unknown(key);
        }
    }
}

package io.rotadesk.web.desk.calls;

import io.rotadesk.access.DeskUser;
import io.rotadesk.access.NotThereException;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.customer.Customers;
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
 * The pages of the call register. Managers see the unit's calls; an agent sees the calls that they handled, and those
 * of their customers.
 */
@Controller
@RequestMapping("/desk/calls")
class CallPages {

    private final CallSearch search;
    private final CallEntryViews entries;
    private final Customers customers;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;
    private final Clock clock;

    CallPages(
            CallSearch search,
            CallEntryViews entries,
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
        EntryFilter<CallState> filter = query.filter(
                CallState.class,
                unit.id(),
                seenBy(unit.id(), user),
                unit.settings().zone(),
                clock);
        Found<Call> found = search.find(filter, query.place(), RegisterQuery.PAGE);
        Map<String, String> names = agents.names(unit.id());
        Map<Long, String> customerNames = customers.names(found.entries().stream()
                .map(c -> c.caller().customerId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        page.addAttribute("unit", unit);
        page.addAttribute(
                "calls",
                found.entries().stream()
                        .map(call -> CallRow.of(call, unit.settings().zone(), names, customerNames))
                        .toList());
        page.addAttribute("next", found.next());
        page.addAttribute(
                "figures",
                search.figures(filter, unit.settings().get(CallSettings.class).rings()));
        page.addAttribute("rings", unit.settings().get(CallSettings.class).rings());
        page.addAttribute("agents", names);
        page.addAttribute("states", CallState.values());
        page.addAttribute("seesAll", filter.seenBy() == null);
        return "desk/calls/list";
    }

    /** @param key as {@link CallKey#toString()} writes it */
    @GetMapping("/entry/{key}")
    String entry(@PathVariable String key, @AuthenticationPrincipal DeskUser user, Model page, Locale locale) {
        CallKey call = parse(key);
        // Neither their call nor their customer's: answered as if it did not exist.
        Call found = Optional.of(call)
                .filter(named -> user.mayEnter(named.unitId()))
                .flatMap(named -> search.find(named, seenBy(named.unitId(), user)))
                .orElseThrow(() -> unknown(key));
        Unit unit = units.get(call.unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("mayErase", access.mayManage(unit.id()));
        page.addAttribute("entry", entries.of(found, unit, agents.names(unit.id()), locale));
        return "desk/calls/entry";
    }

    private String seenBy(String unitId, DeskUser user) {
        return access.mayManage(unitId) ? null : user.login();
    }

    private static NotThereException unknown(String key) {
        return new NotThereException("no call " + key);
    }

    private static CallKey parse(String key) {
        try {
            return CallKey.parse(key);
        } catch (IllegalArgumentException e) {
            throw unknown(key);
        }
    }
}

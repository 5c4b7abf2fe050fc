package io.rotadesk.web.desk.customers;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerFilter;
import io.rotadesk.leasing.customer.CustomerMerge;
import io.rotadesk.leasing.customer.CustomerMerge.Result;
import io.rotadesk.leasing.customer.CustomerSearch;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for merging two records of one customer: find the other one, compare them side by side, merge them. */
@Controller
@RequestMapping("/desk/customers/{id:[0-9]+}/merge")
class MergePages {

    private static final int CANDIDATES = 20;

    private final CustomerMerge merge;
    private final CustomerSearch search;
    private final CustomerViews views;
    private final MergeRules rules;
    private final Customers customers;
    private final Units units;
    private final Clock clock;

    MergePages(
            CustomerMerge merge,
            CustomerSearch search,
            CustomerViews views,
            MergeRules rules,
            Customers customers,
            Units units,
            Clock clock) {
        this.merge = merge;
        this.search = search;
        this.views = views;
        this.rules = rules;
        this.customers = customers;
        this.units = units;
        this.clock = clock;
    }

    /** Asks for the other record; records with the same number or name are proposed until somebody searches. */
    @GetMapping
    String choose(
            @PathVariable long id,
            @RequestParam(required = false) String q,
            @AuthenticationPrincipal SignedInUser user,
            Model page) {
        Customer customer = begun(id, user);
        Unit unit = units.get(customer.unitId());
        List<Customer> found = q == null || q.isBlank()
                ? search.alike(customer, CANDIDATES)
                : search.find(
                                new CustomerFilter(unit.id(), q, null, null, clock.instant(), clock.instant()),
                                null,
                                CANDIDATES)
                        .customers();
        List<Customer> possible = found.stream()
                .filter(other -> other.id() != id && rules.mayMerge(customer, other, user))
                .toList();
        page.addAttribute("unit", unit);
        page.addAttribute("q", q);
        page.addAttribute("view", views.inFull(customer, unit));
        page.addAttribute("rows", views.rows(possible, unit, views.names(unit.id())));
        return "desk/customers/merge-choose";
    }

    @GetMapping("/{other:[0-9]+}")
    String preview(
            @PathVariable long id,
            @PathVariable long other,
            @RequestParam(required = false) Result result,
            @AuthenticationPrincipal SignedInUser user,
            Model page) {
        Customer remains = begun(id, user);
        Customer goes = other(remains, other, user);
        Unit unit = units.get(remains.unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("remains", views.inFull(remains, unit));
        page.addAttribute("goes", views.inFull(goes, unit));
        page.addAttribute("agentsDiffer", CustomerMerge.agentsDiffer(remains, goes));
        page.addAttribute("agentMissing", result == Result.AGENT_NEEDED);
        return "desk/customers/merge";
    }

    @PostMapping("/{other:[0-9]+}")
    String merge(
            @PathVariable long id,
            @PathVariable long other,
            @RequestParam(required = false) String agent,
            @AuthenticationPrincipal SignedInUser user) {
        Customer remains = begun(id, user);
        Customer goes = other(remains, other, user);
        Result result = merge.merge(remains.unitId(), id, goes.id(), agent, user.login());
        return result == Result.MERGED
                ? "redirect:/desk/customers/" + id
                : "redirect:/desk/customers/" + id + "/merge/" + other + "?result=" + result;
    }

    private Customer begun(long id, SignedInUser user) {
        Customer customer = get(id);
        if (!rules.mayBegin(customer, user)) {
            throw user.mayEnter(customer.unitId()) && views.mayLook(customer, user)
                    ? new AccessDeniedException(user.login() + " may not merge customer " + id)
                    : unknown(id);
        }
        return customer;
    }

    private Customer other(Customer remains, long other, SignedInUser user) {
        Customer goes = get(other);
        if (!rules.mayMerge(remains, goes, user)) {
            throw remains.unitId().equals(goes.unitId()) && views.mayLook(goes, user)
                    ? new AccessDeniedException(
                            user.login() + " may not merge customers " + remains.id() + " and " + other)
                    : unknown(other);
        }
        return goes;
    }

    private Customer get(long id) {
        return customers.find(id).filter(found -> found.id() == id).orElseThrow(() -> unknown(id));
    }

    private static NotThereException unknown(long id) {
        return new NotThereException("no customer " + id);
    }
}

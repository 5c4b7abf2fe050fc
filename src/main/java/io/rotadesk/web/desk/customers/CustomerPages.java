package io.rotadesk.web.desk.customers;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.CustomerFilter;
import io.rotadesk.leasing.customer.CustomerSearch;
import io.rotadesk.leasing.customer.CustomerStatus;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages of the unit's customers. Managers see and erase all. An agent sees their own, and of others only what the
 * pages of calls and visits show them too.
 */
@Controller
@RequestMapping("/desk/customers")
class CustomerPages {

    private static final int PAGE = 50;

    private final CustomerSearch search;
    private final CustomerViews views;
    private final MergeRules mergeRules;
    private final Customers customers;
    private final Disputes disputes;
    private final Units units;
    private final UnitAccess access;
    private final Clock clock;

    CustomerPages(
            CustomerSearch search,
            CustomerViews views,
            MergeRules mergeRules,
            Customers customers,
            Disputes disputes,
            Units units,
            UnitAccess access,
            Clock clock) {
        this.search = search;
        this.views = views;
        this.mergeRules = mergeRules;
        this.customers = customers;
        this.disputes = disputes;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("query") CustomerQuery query,
            Model page) {
        boolean seesAll = access.mayManage(unit.id());
        CustomerFilter filter = query.filter(unit, seesAll ? null : user.login(), clock);
        CustomerSearch.Found found = search.find(filter, query.place(), PAGE);
        Map<String, String> names = views.names(unit.id());
        page.addAttribute("unit", unit);
        page.addAttribute("rows", views.rows(found.customers(), unit, names));
        page.addAttribute("next", CustomerQuery.text(found.next()));
        page.addAttribute("agents", names);
        page.addAttribute("statuses", statuses(seesAll));
        page.addAttribute("seesAll", seesAll);
        return "desk/customers/list";
    }

    @GetMapping("/{id:[0-9]+}")
    String customer(@PathVariable long id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Customer customer = customers.find(id).orElseThrow(() -> unknown(id));
        Unit unit = entered(customer, user);
        if (customer.id() != id && views.mayLook(customer, user)) {
            // The record was merged into that one.
            return "redirect:/desk/customers/" + customer.id();
        }
        page.addAttribute("unit", unit);
        page.addAttribute("view", views.of(customer, unit, user));
        page.addAttribute("mayMerge", mergeRules.mayBegin(customer, user));
        page.addAttribute("mayErase", access.mayManage(unit.id()));
        disputes(customer, user, page);
        return "desk/customers/customer";
    }

    private void disputes(Customer customer, SignedInUser user, Model page) {
        List<Dispute> all = disputes.of(customer.id());
        page.addAttribute(
                "mayClaim",
                user.is(Role.AGENT)
                        && customer.isValid(clock.instant())
                        && !user.login().equals(customer.agent())
                        && all.stream().noneMatch(Dispute::isOpen));
        page.addAttribute(
                "disputes",
                all.stream()
                        .filter(one -> access.mayManage(customer.unitId()) || one.concerns(user.login()))
                        .toList());
    }

    @GetMapping("/{id:[0-9]+}/erase")
    String eraseOrNot(@PathVariable long id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Customer customer = toErase(id, user);
        Unit unit = units.get(customer.unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("view", views.inFull(customer, unit));
        return "desk/customers/erase";
    }

    /** @param sure ticked on the form, so that nobody erases with one click */
    @PostMapping("/{id:[0-9]+}/erase")
    String erase(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Customer customer = toErase(id, user);
        if (!sure) {
            return "redirect:/desk/customers/" + id + "/erase";
        }
        customers.erase(customer.unitId(), id);
        next.addFlashAttribute("erased", true);
        return "redirect:/desk/customers?unit=" + customer.unitId();
    }

    /** An agent's own customers always have an agent. */
    private static Set<CustomerStatus> statuses(boolean seesAll) {
        return seesAll ? EnumSet.allOf(CustomerStatus.class) : EnumSet.complementOf(EnumSet.of(CustomerStatus.NOBODYS));
    }

    private Customer toErase(long id, SignedInUser user) {
        Customer customer = customers.find(id).filter(found -> found.id() == id).orElseThrow(() -> unknown(id));
        entered(customer, user);
        if (!access.mayManage(customer.unitId())) {
            if (!views.mayLook(customer, user)) {
                throw unknown(id);
            }
            throw new AccessDeniedException(user.login() + " may not erase customers");
        }
        return customer;
    }

    private static NotThereException unknown(long id) {
        return new NotThereException("no customer " + id);
    }

    private Unit entered(Customer customer, SignedInUser user) {
        if (!user.mayEnter(customer.unitId())) {
            throw unknown(customer.id());
        }
        return units.get(customer.unitId());
    }
}

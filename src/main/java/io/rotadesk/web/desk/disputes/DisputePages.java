package io.rotadesk.web.desk.disputes;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.ClaimResult;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.DisputeEvidence;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.dispute.Evidence;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of disputes. Managers see the unit's disputes, an agent those in which they are a party. The decision is
 * made in Tasklist.
 */
@Controller
@RequestMapping("/desk/disputes")
class DisputePages {

    private static final int AT_MOST = 200;
    private static final int LONGEST_REASON = 1000;

    private final Disputes disputes;
    private final DisputeEvidence evidence;
    private final Customers customers;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;
    private final MessageSource messages;
    private final Clock clock;

    DisputePages(
            Disputes disputes,
            DisputeEvidence evidence,
            Customers customers,
            Agents agents,
            Units units,
            UnitAccess access,
            MessageSource messages,
            Clock clock) {
        this.disputes = disputes;
        this.evidence = evidence;
        this.customers = customers;
        this.agents = agents;
        this.units = units;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        boolean seesAll = access.mayManage(unit.id());
        List<Dispute> shown = disputes.inUnit(unit.id(), seesAll ? null : user.login(), AT_MOST);
        Map<String, String> names = agents.names(unit.id());
        Map<Long, String> customerNames = customers.names(
                shown.stream().map(Dispute::customerId).filter(Objects::nonNull).collect(Collectors.toSet()));
        page.addAttribute("unit", unit);
        page.addAttribute("seesAll", seesAll);
        page.addAttribute("mayClaim", user.is(Role.AGENT));
        page.addAttribute(
                "rows",
                shown.stream()
                        .map(dispute -> view(dispute, null, customerNames.get(dispute.customerId()), names, unit))
                        .toList());
        return "desk/disputes/list";
    }

    @GetMapping("/{id}")
    String dispute(@PathVariable long id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Dispute dispute = disputes.find(id)
                .filter(found -> user.mayEnter(found.unitId()))
                .filter(found -> access.mayManage(found.unitId()) || found.concerns(user.login()))
                .orElseThrow(() -> new NotThereException("no dispute " + id + " for " + user.login()));
        Unit unit = units.get(dispute.unitId());
        Optional<Evidence> found = evidence.of(dispute);
        page.addAttribute("unit", unit);
        page.addAttribute(
                "view",
                view(
                        dispute,
                        found.orElse(null),
                        found.map(known -> known.customer().name()).orElse(null),
                        agents.names(unit.id()),
                        unit));
        return "desk/disputes/dispute";
    }

    /** @param customer the customer's number or one of their phone numbers, if it is known already */
    @GetMapping("/claim")
    @PreAuthorize("hasRole('AGENT')")
    String claim(@ShownUnit Unit unit, @RequestParam(defaultValue = "") String customer, Model page) {
        return ask(unit, customer, "", null, page);
    }

    @PostMapping("/claim")
    @PreAuthorize("hasRole('AGENT')")
    String claim(
            @ShownUnit Unit unit,
            @RequestParam String customer,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            return ask(unit, customer, reason, messages.getMessage("desk.disputes.reason.missing", null, locale), page);
        }
        ClaimResult result = disputes.claim(unit.id(), user.login(), customer, reason);
        if (!result.isRefused()) {
            return "redirect:/desk/disputes/" + result.dispute().id();
        }
        Map<String, String> names = agents.names(unit.id());
        String details = result.details().stream()
                .map(detail -> names.getOrDefault(detail, detail))
                .collect(Collectors.joining(", "));
        String refused =
                messages.getMessage("desk.disputes.refused." + result.refusal(), new Object[] {details}, locale);
        return ask(unit, customer, reason, refused, page);
    }

    private static String ask(Unit unit, String customer, String reason, String refused, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("customer", customer);
        page.addAttribute("reason", reason);
        page.addAttribute("refused", refused);
        return "desk/disputes/claim";
    }

    private DisputeView view(
            Dispute dispute, Evidence found, String customerName, Map<String, String> names, Unit unit) {
        Instant due = disputes.decisionDue(dispute);
        boolean late = dispute.isOpen() && due.isBefore(clock.instant());
        return new DisputeView(
                dispute, found, customerName, names, unit.settings().zone(), due, late);
    }
}

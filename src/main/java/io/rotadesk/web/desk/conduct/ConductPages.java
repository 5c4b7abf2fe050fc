package io.rotadesk.web.desk.conduct;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.conduct.ConductPoint;
import io.rotadesk.leasing.conduct.ServiceChecks;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page with the results of the spot checks (L3.6): managers see them by agent, an agent sees their own. */
@Controller
@RequestMapping("/desk/conduct")
class ConductPages {

    private static final int LISTED = 100;

    private final ServiceChecks checks;
    private final Agents agents;
    private final UnitAccess access;
    private final Clock clock;

    ConductPages(ServiceChecks checks, Agents agents, UnitAccess access, Clock clock) {
        this.checks = checks;
        this.agents = agents;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String report(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("asked") ConductQuery asked,
            Model page) {
        ZoneId zone = unit.settings().zone();
        ConductQuery query = asked.within(clock, zone);
        String seenBy = access.mayManage(unit.id()) ? null : user.login();
        Map<String, String> names = agents.names(unit.id());
        page.addAttribute("unit", unit);
        page.addAttribute("query", query);
        page.addAttribute("seesAll", seenBy == null);
        page.addAttribute("points", ConductPoint.values());
        page.addAttribute("names", names);
        page.addAttribute("agents", checks.report(unit.id(), seenBy, query.begin(zone), query.end(zone)));
        page.addAttribute(
                "checks",
                checks.made(unit.id(), seenBy, query.begin(zone), query.end(zone), LISTED).stream()
                        .map(check -> CheckRow.of(check, zone, names))
                        .toList());
        return "desk/conduct/report";
    }
}

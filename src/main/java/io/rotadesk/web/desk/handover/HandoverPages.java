package io.rotadesk.web.desk.handover;

import io.rotadesk.access.UnitAccess;
import io.rotadesk.staff.handover.Handovers;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows how much work each person has, including people who left already, and hands it over in one step. For managers.
 */
@Controller
class HandoverPages {

    /** @param work how many pieces of each kind */
    record Row(Agent agent, Map<String, Integer> work) {

        public boolean hasAny() {
            return work.values().stream().anyMatch(count -> count > 0);
        }
    }

    private final Handovers handovers;
    private final Agents agents;
    private final UnitAccess access;

    HandoverPages(Handovers handovers, Agents agents, UnitAccess access) {
        this.handovers = handovers;
        this.agents = agents;
        this.access = access;
    }

    @GetMapping("/desk/handover")
    String all(@ShownUnit Unit unit, @RequestParam(required = false) String leaver, Model page) {
        requireManager(unit);
        List<Row> rows = agents.inUnit(unit.id()).stream()
                .map(agent -> new Row(agent, handovers.of(unit.id(), agent.login())))
                .filter(row -> !row.agent().left() || row.hasAny())
                .toList();
        page.addAttribute("unit", unit);
        page.addAttribute("rows", rows);
        page.addAttribute(
                "leaver",
                rows.stream()
                        .filter(row -> row.agent().login().equals(leaver))
                        .findFirst()
                        .orElse(null));
        page.addAttribute(
                "colleagues",
                rows.stream()
                        .map(Row::agent)
                        .filter(agent -> !agent.left() && !agent.login().equals(leaver))
                        .toList());
        return "desk/handover/list";
    }

    @PostMapping("/desk/handover")
    String handOver(
            @ShownUnit Unit unit,
            @RequestParam String leaver,
            @RequestParam(defaultValue = "") List<String> customersTo,
            @RequestParam String workTo,
            RedirectAttributes next) {
        requireManager(unit);
        Handovers.Result result = handovers.handOver(unit.id(), leaver, customersTo, workTo);
        next.addFlashAttribute("result", result);
        next.addAttribute("unit", unit.id());
        if (result != Handovers.Result.DONE) {
            next.addAttribute("leaver", leaver);
            next.addFlashAttribute("customersTo", customersTo);
            next.addFlashAttribute("workTo", workTo);
        }
        return "redirect:/desk/handover";
    }

    private void requireManager(Unit unit) {
        if (!access.mayManage(unit.id())) {
            throw new AccessDeniedException("Handing over is for managers");
        }
    }
}

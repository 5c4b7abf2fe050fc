package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.duty.DayOrders;
import io.rotadesk.staff.duty.DayOrders.QueueOrder;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the manager sets the order of a queue on a day (L1.2, L1.3). */
@Controller
@RequestMapping("/desk/duty/order")
class OrderPages {

    private final DayOrders orders;
    private final DutyDays days;

    OrderPages(DayOrders orders, DutyDays days) {
        this.orders = orders;
        this.days = days;
    }

    @GetMapping
    @PreAuthorize("@unitAccess.mayManage(#unit.id())")
    String order(
            @ShownUnit Unit unit,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(required = false) Queue queue,
            Model page) {
        List<Queue> queues = unit.kind().queues();
        Queue shown = queue != null && queues.contains(queue) ? queue : queues.get(0);
        page.addAttribute("unit", unit);
        page.addAttribute("day", day);
        page.addAttribute("duty", days.on(unit.id(), day));
        page.addAttribute("queues", queues);
        QueueOrder order = orders.of(unit.id(), day, shown);
        // An order that was refused stays in hands.
        page.addAttribute(
                "order",
                page.containsAttribute("refused") && page.getAttribute("typed") instanceof List<?> typed
                        ? order.arranged(typed)
                        : order);
        return "desk/duty/order";
    }

    /** @param login the logins in their new order; if absent, nobody is in the queue */
    @PostMapping
    @PreAuthorize("@unitAccess.mayManage(#unitId)")
    String save(
            @RequestParam("unit") String unitId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam Queue queue,
            @RequestParam(defaultValue = "") List<String> login,
            RedirectAttributes next,
            Locale locale) {
        next.addFlashAttribute("typed", login);
        return change(unitId, day, queue, next, locale, () -> orders.set(unitId, day, queue, login));
    }

    @PostMapping("/planned")
    @PreAuthorize("@unitAccess.mayManage(#unitId)")
    String planned(
            @RequestParam("unit") String unitId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam Queue queue,
            RedirectAttributes next,
            Locale locale) {
        return change(unitId, day, queue, next, locale, () -> orders.planned(unitId, day, queue));
    }

    private static String change(
            String unitId, LocalDate day, Queue queue, RedirectAttributes next, Locale locale, Runnable change) {
        try {
            change.run();
            next.addFlashAttribute("changed", true);
        } catch (RosterRefusal refusal) {
            next.addFlashAttribute("refused", refusal.reason(locale));
        }
        next.addAttribute("unit", unitId);
        next.addAttribute("day", day.toString());
        next.addAttribute("queue", queue.name());
        return "redirect:/desk/duty/order";
    }
}

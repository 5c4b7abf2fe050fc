package io.rotadesk.web.desk.calls;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.calllist.CallComparison;
import io.rotadesk.leasing.calllist.CallComparison.Compared;
import io.rotadesk.leasing.calllist.CallDifference;
import io.rotadesk.leasing.calllist.CallDifferences;
import io.rotadesk.leasing.calllist.CallList;
import io.rotadesk.leasing.calllist.ListColumn;
import io.rotadesk.leasing.calllist.MissingCalls;
import io.rotadesk.platform.input.ListText;
import io.rotadesk.platform.phone.Extensions;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.ListTooLongException;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a manager compares the phone system's own list of calls with the register. */
@Controller
@RequestMapping("/desk/calls/list")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class CallListPages {

    private static final int SHOWN = 200;

    /** Of a file of another kind, hardly a row can be read. */
    private static final int UNREAD_SHOWN = 20;

    private final CallComparison comparison;
    private final CallDifferences differences;
    private final MissingCalls missing;
    private final Agents agents;

    CallListPages(CallComparison comparison, CallDifferences differences, MissingCalls missing, Agents agents) {
        this.comparison = comparison;
        this.differences = differences;
        this.missing = missing;
        this.agents = agents;
    }

    /**
     * A difference as the page shows it.
     *
     * @param agent the name of the person at the extension; null if nobody has it, or there is none
     * @param entry the address of the call in the register; null if it is not there
     */
    record Row(CallDifference difference, String agent, String entry) {}

    /** What came of a comparison: the differences themselves are too many for a session. */
    record Counts(int listed, int agreed, int found, int added) {}

    @GetMapping
    String page(@ShownUnit Unit unit, Model page) {
        return show(unit, "", page);
    }

    @PostMapping
    String compare(
            @ShownUnit Unit unit,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        try {
            if (file != null) {
                ListLimits.requireSize(file.getSize());
            }
            String csv = file != null && !file.isEmpty() ? ListText.of(file.getBytes()) : text;
            CallList list = CallList.read(csv, unit.settings().zone());
            if (list.calls().isEmpty()) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                unread(list, page);
                return show(unit, csv, page);
            }
            Compared compared = comparison.compare(unit.id(), list.calls(), user.login());
            next.addFlashAttribute(
                    "compared",
                    new Counts(
                            compared.listed(),
                            compared.agreed(),
                            compared.found().size(),
                            compared.added()));
            next.addFlashAttribute("unread", shown(list));
            next.addFlashAttribute("unreadRows", list.unread().size());
            return back(unit);
        } catch (ListTooLongException tooLong) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            page.addAttribute("tooLong", tooLong.reason(locale));
            return show(unit, "", page);
        }
    }

    @PostMapping("/{id:[0-9]+}/settle")
    String settle(@ShownUnit Unit unit, @PathVariable long id, @AuthenticationPrincipal SignedInUser user) {
        if (!differences.settle(unit.id(), id, user.login())) {
            throw new NotThereException("no open difference " + id + " in " + unit.id());
        }
        return back(unit);
    }

    /** Enters a call that never arrived. */
    @PostMapping("/{id:[0-9]+}/enter")
    String enter(
            @ShownUnit Unit unit,
            @PathVariable long id,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Call call = missing.enter(unit.id(), id, user.login())
                .orElseThrow(() -> new NotThereException("no open call " + id + " in " + unit.id()));
        next.addFlashAttribute("entered", "/desk/calls/entry/" + call.key());
        return back(unit);
    }

    private static String back(Unit unit) {
        return "redirect:/desk/calls/list?unit=" + unit.id();
    }

    private static void unread(CallList list, Model page) {
        page.addAttribute("unread", shown(list));
        page.addAttribute("unreadRows", list.unread().size());
    }

    private static List<CallList.Unread> shown(CallList list) {
        return list.unread().stream().limit(UNREAD_SHOWN).toList();
    }

    private String show(Unit unit, String text, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("text", text);
        page.addAttribute("columns", ListColumn.values());
        page.addAttribute("open", differences.countOpen(unit.id()));
        Map<String, Agent> phones = agents.byExtension(unit.id());
        page.addAttribute(
                "rows",
                differences.open(unit.id(), SHOWN).stream()
                        .map(difference -> row(unit, difference, phones))
                        .toList());
        return "desk/calls/compared";
    }

    /** @param phones the people, by the extension of their phone */
    private static Row row(Unit unit, CallDifference difference, Map<String, Agent> phones) {
        String extension = Extensions.plain(difference.extension());
        Agent agent = extension == null ? null : phones.get(extension);
        return new Row(
                difference,
                agent == null ? null : agent.name(),
                difference.callId() == null ? null : "/desk/calls/entry/" + unit.id() + ":" + difference.callId());
    }
}

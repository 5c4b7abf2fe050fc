package io.rotadesk.web.desk.units;

import io.rotadesk.platform.input.ListText;
import io.rotadesk.staff.roster.RosterError;
import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.ListTooLongException;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.api.setup.RosterSetup;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of a unit's roster: its people, and loading it from a file or from pasted text, with a preview. */
@Controller
@RequestMapping("/desk/units/{unit}/roster")
@PreAuthorize("@unitAccess.isAdministrator()")
class UnitRosterPages {

    private final Units units;
    private final Agents agents;
    private final RosterSetup setup;

    UnitRosterPages(Units units, Agents agents, RosterSetup setup) {
        this.units = units;
        this.agents = agents;
        this.setup = setup;
    }

    @GetMapping
    String roster(@PathVariable String unit, Model page) {
        return show(units.get(unit), "", page);
    }

    /** A file that a spreadsheet can open and this page can load again. */
    @GetMapping(params = "csv")
    ResponseEntity<byte[]> download(@PathVariable String unit, Locale locale) {
        String csv = ListText.BYTE_ORDER_MARK + setup.csv(units.get(unit).id(), locale);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("roster-" + unit + ".csv")
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows what loading would do; changes nothing. */
    @PostMapping(params = "preview")
    String preview(
            @PathVariable String unit,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Model page,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        try {
            if (file != null) {
                ListLimits.requireSize(file.getSize());
            }
            return preview(unit, file != null && !file.isEmpty() ? ListText.of(file.getBytes()) : text, page, locale);
        } catch (ListTooLongException tooLong) {
            return tooLong(unit, tooLong, page, locale, response);
        }
    }

    private String preview(String unit, String sent, Model page, Locale locale) {
        String csv = ListText.withoutMark(sent);
        RosterSetup.Preview preview = setup.preview(unit, csv, locale);
        if (preview.load().accepted()) {
            page.addAttribute("changes", RosterChange.of(agents.inUnit(unit), preview));
        } else {
            page.addAttribute("errors", preview.load().errors());
            page.addAttribute("lines", csv.lines().toList());
        }
        return show(units.get(unit), csv, page);
    }

    @PostMapping(params = "load")
    String load(
            @PathVariable String unit,
            @RequestParam String text,
            Model page,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        RosterLoad load;
        try {
            load = setup.load(unit, text, locale);
        } catch (ListTooLongException tooLong) {
            return tooLong(unit, tooLong, page, locale, response);
        }
        if (load.accepted()) {
            next.addFlashAttribute("loaded", load);
            return "redirect:/desk/units/{unit}/roster";
        }
        // Somebody else changed the roster after the preview.
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        page.addAttribute("errors", load.errors());
        page.addAttribute("lines", text.lines().toList());
        return show(units.get(unit), text, page);
    }

    /** The text itself is not sent back. */
    private String tooLong(
            String unit, ListTooLongException tooLong, Model page, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        page.addAttribute("errors", List.of(new RosterError(0, "", tooLong.reason(locale))));
        page.addAttribute("lines", List.of());
        return show(units.get(unit), "", page);
    }

    private String show(Unit unit, String text, Model page) {
        page.addAttribute("unit", unit);
        List<Agent> people = agents.inUnit(unit.id());
        page.addAttribute("people", people);
        page.addAttribute("withoutPhone", withoutPhone(unit, people));
        page.addAttribute("text", text);
        return "desk/units/roster";
    }

    /** The names of those to whom calls are offered and who have no phone that could ring. */
    private static String withoutPhone(Unit unit, List<Agent> people) {
        return unit.kind() != UnitKind.LEASING
                ? ""
                : people.stream()
                        .filter(agent -> !agent.left() && agent.team() != null)
                        .filter(agent -> agent.extension().isBlank())
                        .map(Agent::name)
                        .collect(Collectors.joining("、"));
    }
}

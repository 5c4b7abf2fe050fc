package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterExports;
import io.rotadesk.petition.matter.MatterExports.Export;
import io.rotadesk.petition.matter.MatterExports.Format;
import io.rotadesk.petition.matter.MatterFilter;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.matter.SeenMatters.Viewer;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.PageEnd;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The list of matters as a file, written while it is read; leaders only. Each export is on record, with who, when, and
 * what was looked for.
 */
@Controller
@RequestMapping("/desk/matters")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class ExportPages {

    private static final int PAGE = 500;
    private static final int MOST = 100_000;
    private static final int MOST_SHOWN = 200;

    private final SeenMatters register;
    private final MatterExports exports;
    private final MatterSights sights;
    private final ChosenMatters chosen;
    private final ExportRows rows;
    private final Agents agents;
    private final MessageSource messages;
    private final Clock clock;

    ExportPages(
            SeenMatters register,
            MatterExports exports,
            MatterSights sights,
            ChosenMatters chosen,
            ExportRows rows,
            Agents agents,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.exports = exports;
        this.sights = sights;
        this.chosen = chosen;
        this.rows = rows;
        this.agents = agents;
        this.messages = messages;
        this.clock = clock;
    }

    /** Writes the matters that the list shows with the same choice, all pages of it. */
    @PostMapping("/export")
    void export(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("query") MatterQuery query,
            @RequestParam Format format,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Viewer viewer = sights.viewer(unit.id(), user);
        MatterFilter filter = chosen.filter(unit, register.led(viewer), query);
        long id = exports.begin(unit.id(), user.login(), format, choice(query));
        head(response, format, unit, locale);
        OutputStream out = response.getOutputStream();
        int written = 0;
        try (MatterSheet sheet = format == Format.CSV
                ? MatterSheet.csv(out)
                : MatterSheet.xlsx(out, text("desk.matters.title", locale), ExportRows.WIDTHS)) {
            sheet.row(rows.head(locale));
            PageEnd place = null;
            do {
                Found<Matter> found = register.find(filter, viewer, place, PAGE);
                for (List<?> row : rows.of(found.entries(), locale)) {
                    sheet.row(row);
                }
                written += found.entries().size();
                place = found.next();
            } while (place != null && written < MOST);
        }
        exports.ended(id, written);
    }

    private void head(HttpServletResponse response, Format format, Unit unit, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        String name =
                messages.getMessage("desk.matters.export.file", new Object[] {unit.name(), today.toString()}, locale)
                        + (format == Format.CSV ? ".csv" : ".xlsx");
        response.setContentType(
                format == Format.CSV
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** The searched text may be a name: that there was one is all that is kept of it. */
    private static String choice(MatterQuery query) {
        return query.chosen().entrySet().stream()
                .map(one -> one.getKey() + "=" + (one.getKey().equals("q") ? "*" : one.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** The record of exports of the unit and the units below it. */
    @GetMapping("/exports")
    String exports(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        List<Unit> led = register.led(sights.viewer(unit.id(), user));
        List<Export> all = exports.of(led.stream().map(Unit::id).toList(), MOST_SHOWN);
        page.addAttribute("unit", unit);
        page.addAttribute("exports", all);
        page.addAttribute("units", led.stream().collect(Collectors.toMap(Unit::id, Unit::name, (one, same) -> one)));
        page.addAttribute(
                "people", agents.named(all.stream().map(Export::exportedBy).collect(Collectors.toSet())));
        return "desk/matters/exports";
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}

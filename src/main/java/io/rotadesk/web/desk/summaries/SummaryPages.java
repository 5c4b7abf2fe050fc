package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryVersion;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages of the monthly summaries (P7), for leaders and administrators: those of the unit shown and of the units
 * below it. The analysis is shown at the top of the tree only, since it may mention any unit.
 */
@Controller
@RequestMapping("/desk/summaries")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class SummaryPages {

    private static final int LONGEST_YEARS = 5;

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Summaries summaries;
    private final SummaryViews views;
    private final SummaryWorkbook workbook;
    private final MessageSource messages;
    private final Clock clock;

    SummaryPages(
            Summaries summaries, SummaryViews views, SummaryWorkbook workbook, MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
        this.summaries = summaries;
        this.views = views;
        this.workbook = workbook;
    }

    @GetMapping
    String list(@ShownUnit Unit unit, Model page, Locale locale) {
        List<MonthRow> months = views.months(unit);
        page.addAttribute("unit", unit);
        page.addAttribute("root", summaries.root(unit));
        page.addAttribute("months", months);
        page.addAttribute("chart", views.trend(months, locale));
        return "desk/summaries/list";
    }

    @GetMapping("/{id}/{version}")
    String one(@ShownUnit Unit unit, @PathVariable String id, @PathVariable int version, Model page, Locale locale) {
        SummaryView view = views.of(unit, version(unit, id, version), locale);
        page.addAttribute("unit", unit);
        page.addAttribute("s", view);
        return "desk/summaries/one";
    }

    /**
     * The figures of any period as the register is now: a look that nobody signs.
     *
     * @param from the first day; the first of this month if there is none
     * @param to the last day; today if there is none
     */
    @GetMapping("/period")
    String period(
            @ShownUnit Unit unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            Model page,
            Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        if (last.isBefore(first) || first.plusYears(LONGEST_YEARS).isBefore(last)) {
            page.addAttribute("wrong", true);
            last = today;
            first = today.withDayOfMonth(1);
        }
        page.addAttribute("unit", unit);
        page.addAttribute("s", views.period(unit, first, last, locale));
        page.addAttribute("periods", Period.upTo(today));
        return "desk/summaries/period";
    }

    /** A period that is often looked at, and the key of its name. */
    record Period(String key, LocalDate from, LocalDate to) {

        private static List<Period> upTo(LocalDate today) {
            LocalDate month = today.withDayOfMonth(1);
            LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
            return List.of(
                    new Period("month", month, today),
                    new Period("quarter", quarter, today),
                    new Period("lastQuarter", quarter.minusMonths(3), quarter.minusDays(1)),
                    new Period("year", today.withDayOfYear(1), today),
                    new Period(
                            "lastYear",
                            today.withDayOfYear(1).minusYears(1),
                            today.withDayOfYear(1).minusDays(1)));
        }
    }

    /** The summary as a spreadsheet. */
    @GetMapping(path = "/{id}/{version}", params = "xlsx")
    ResponseEntity<byte[]> xlsx(@ShownUnit Unit unit, @PathVariable String id, @PathVariable int version, Locale locale)
            throws IOException {
        SummaryVersion found = version(unit, id, version);
        SummaryView view = views.of(unit, found, locale);
        String file = messages.getMessage(
                "desk.summaries.file",
                new Object[] {unit.name(), view.month().toString(), String.valueOf(version)},
                locale);
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(workbook.write(view, views.matters(unit, found, locale), locale));
    }

    /** @throws NoSuchElementException if there is none, or if it belongs to another tree */
    private SummaryVersion version(Unit unit, String id, int version) {
        SummaryVersion found = summaries.version(id, version);
        if (!found.rootUnitId().equals(summaries.root(unit).id())) {
            throw new NoSuchElementException("no summary " + id + " of unit '" + unit.id() + "'");
        }
        return found;
    }
}

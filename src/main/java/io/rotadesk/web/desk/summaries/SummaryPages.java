package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryVersion;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
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

/**
 * The pages of the monthly summaries (P7), for leaders and administrators: those of the unit shown and of the units
 * below it. The analysis is shown at the top of the tree only, since it may mention any unit.
 */
@Controller
@RequestMapping("/desk/summaries")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class SummaryPages {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Summaries summaries;
    private final SummaryViews views;
    private final SummaryWorkbook workbook;

    SummaryPages(Summaries summaries, SummaryViews views, SummaryWorkbook workbook) {
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

    /** The summary as a spreadsheet. */
    @GetMapping(path = "/{id}/{version}", params = "xlsx")
    ResponseEntity<byte[]> xlsx(@ShownUnit Unit unit, @PathVariable String id, @PathVariable int version, Locale locale)
            throws IOException {
        SummaryView view = views.of(unit, version(unit, id, version), locale);
        String file = "summary-" + unit.id() + "-" + view.month() + "-v" + version + ".xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(workbook.write(view, locale));
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

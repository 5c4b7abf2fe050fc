package io.rotadesk.web.desk.handbook;

import io.rotadesk.leasing.handbook.Found;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Section;
import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages on which everybody in the unit reads and searches the handbook. */
@Controller
@RequestMapping("/desk/handbook")
class HandbookPages {

    private final Handbook handbook;
    private final AuthorNames names;

    HandbookPages(Handbook handbook, AuthorNames names) {
        this.handbook = handbook;
        this.names = names;
    }

    @GetMapping
    String read(@ShownUnit Unit unit, @RequestParam(defaultValue = "") String q, Model page, Locale locale) {
        var edition = handbook.spoken(unit.id());
        page.addAttribute("unit", unit);
        page.addAttribute("version", VersionView.of(edition.version(), unit, names, locale));
        page.addAttribute("questions", SectionView.of(edition.of(Kind.QA)));
        page.addAttribute("script", SectionView.of(edition.of(Kind.SCRIPT)));
        find(unit, q, page);
        return "desk/handbook/read";
    }

    /** The part of the page that changes while somebody types. */
    @GetMapping("/search")
    String search(
            @ShownUnit Unit unit, @RequestParam(defaultValue = "") String q, Model page, HttpServletResponse response) {
        page.addAttribute("unit", unit);
        find(unit, q, page);
        // The address follows, so that a reload shows the same.
        response.setHeader(
                "HX-Replace-Url",
                UriComponentsBuilder.fromPath("/desk/handbook")
                        .queryParam("unit", unit.id())
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(q)
                        .toUriString());
        return "desk/handbook/read :: results";
    }

    private void find(Unit unit, String q, Model page) {
        Found found = handbook.search(unit.id(), q);
        page.addAttribute("q", q);
        page.addAttribute("exact", found.exact());
        page.addAttribute("foundQuestions", SectionView.of(of(Kind.QA, found)));
        page.addAttribute("foundScript", SectionView.of(of(Kind.SCRIPT, found)));
    }

    private static List<Section> of(Kind kind, Found found) {
        return found.sections().stream()
                .filter(section -> section.kind() == kind)
                .toList();
    }
}

package io.rotadesk.web.desk.visits;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ChoiceWording;
import io.rotadesk.web.desk.RegisterQuery;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.corrections.CorrectionViews;
import io.rotadesk.web.desk.notes.NoteView;
import io.rotadesk.web.desk.notes.NoteViews;
import io.rotadesk.web.desk.register.RegisterPages;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The pages of the visit register. Managers see the unit's visits; an agent sees the visitors whom they received, and
 * the visits of their customers.
 */
@Controller
@RequestMapping("/desk/visits")
class VisitPages {

    private final VisitSearch search;
    private final RegisterPages pages;
    private final NoteViews notes;
    private final CorrectionViews corrections;
    private final ChoiceWording words;

    VisitPages(
            VisitSearch search,
            RegisterPages pages,
            NoteViews notes,
            CorrectionViews corrections,
            ChoiceWording words) {
        this.search = search;
        this.pages = pages;
        this.notes = notes;
        this.corrections = corrections;
        this.words = words;
    }

    @GetMapping
    String list(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("query") RegisterQuery query,
            Model page) {
        EntryFilter<VisitState> filter = pages.filter(VisitState.class, unit, user, query);
        var found = search.find(filter, query.place(), RegisterQuery.PAGE).map(RegisteredVisit::new);
        pages.list(page, unit, filter, VisitState.values(), found);
        page.addAttribute("counted", search.figures(filter));
        return "desk/visits/list";
    }

    /** @param key as {@link VisitKey#toString()} writes it */
    @GetMapping("/entry/{key}")
    String entry(@PathVariable String key, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        VisitKey visit = RegisterPages.key(key, VisitKey::parse);
        RegisteredVisit found = pages.find(visit.unitId(), user, seenBy -> search.find(visit, seenBy))
                .map(RegisteredVisit::new)
                .orElseThrow(() -> RegisterPages.unknown(key));
        pages.entry(page, found, locale);
        NoteView note = notes.of(found.contact(), user).orElse(null);
        page.addAttribute("note", note);
        page.addAttribute("corrections", corrections.of(found.contact(), user, note != null, locale));
        page.addAttribute(
                "parts", words.of("desk.visits.shown.", found.visit().showing().shown(), locale));
        return "desk/visits/entry";
    }
}

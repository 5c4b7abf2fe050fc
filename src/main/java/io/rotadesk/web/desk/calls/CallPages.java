package io.rotadesk.web.desk.calls;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.staff.unit.Unit;
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
 * The pages of the call register. Managers see the unit's calls; an agent sees the calls that they handled, and those
 * of their customers.
 */
@Controller
@RequestMapping("/desk/calls")
class CallPages {

    private final CallSearch search;
    private final RegisterPages pages;
    private final NoteViews notes;
    private final CorrectionViews corrections;

    CallPages(CallSearch search, RegisterPages pages, NoteViews notes, CorrectionViews corrections) {
        this.search = search;
        this.pages = pages;
        this.notes = notes;
        this.corrections = corrections;
    }

    @GetMapping
    String list(
            @ShownUnit Unit unit,
            @AuthenticationPrincipal SignedInUser user,
            @ModelAttribute("query") RegisterQuery query,
            Model page) {
        EntryFilter<CallState> filter = pages.filter(CallState.class, unit, user, query);
        var found = search.find(filter, query.place(), RegisterQuery.PAGE).map(RegisteredCall::new);
        pages.list(page, unit, filter, CallState.values(), found);
        int rings = unit.settings().get(CallSettings.class).rings();
        page.addAttribute("counted", search.figures(filter, rings));
        page.addAttribute("rings", rings);
        return "desk/calls/list";
    }

    /** @param key as {@link CallKey#toString()} writes it */
    @GetMapping("/entry/{key}")
    String entry(@PathVariable String key, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        CallKey call = RegisterPages.key(key, CallKey::parse);
        RegisteredCall found = pages.find(call.unitId(), user, seenBy -> search.find(call, seenBy))
                .map(RegisteredCall::new)
                .orElseThrow(() -> RegisterPages.unknown(key));
        pages.entry(page, found, locale);
        NoteView note = notes.of(found.contact(), user).orElse(null);
        page.addAttribute("note", note);
        page.addAttribute("corrections", corrections.of(found.contact(), user, note != null, locale));
        return "desk/calls/entry";
    }
}

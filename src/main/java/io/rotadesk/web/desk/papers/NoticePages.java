package io.rotadesk.web.desk.papers;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.PaperRights;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.matters.MatterSights;
import io.rotadesk.web.desk.matters.PrintedCodes;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The notice that a petitioner takes along (P4), and the form of their visit (P2), under an address of the matter. A paper that was
 * signed is shown; before that, the sheet that would be made now, which the responsible person can turn into a paper.
 */
@Controller
class NoticePages {

    private final MatterSights sights;
    private final Papers papers;
    private final PaperRights rights;
    private final PrintedCodes codes;
    private final Units units;

    NoticePages(MatterSights sights, Papers papers, PaperRights rights, PrintedCodes codes, Units units) {
        this.sights = sights;
        this.papers = papers;
        this.rights = rights;
        this.codes = codes;
        this.units = units;
    }

    @GetMapping("/desk/matters/{id}/notice")
    String notice(@PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        Matter matter = sights.seen(id, user);
        if (matter.receivedAt() == null || !matter.isOpen() && !matter.isPlanned()) {
            throw new NoSuchElementException(matter.number() + " has nothing to tell the petitioner of");
        }
        return show(matter, papers.notice(matter), user, page);
    }

    /** The form of the visit with which the matter began. */
    @GetMapping("/desk/matters/{id}/registration")
    String registration(@PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        return show(sights.seen(id, user), PaperKind.REGISTRATION, user, page);
    }

    private String show(Matter matter, PaperKind kind, SignedInUser user, Model page) {
        Optional<Paper> signed = papers.inForce(matter, kind);
        if (signed.isPresent()) {
            return "redirect:/desk/papers/" + signed.get().id() + "/print";
        }
        page.addAttribute("sheet", Sheet.preview(papers.preview(matter, kind), kind, units.get(matter.unitId())));
        page.addAllAttributes(kind.isDelivered() ? codes.on(matter, user) : Map.of());
        page.addAttribute("back", "/desk/matters/" + matter.id());
        page.addAttribute("matter", matter);
        page.addAttribute("kind", kind);
        page.addAttribute("makes", rights.makes(matter, user.login()));
        return "desk/papers/print";
    }
}

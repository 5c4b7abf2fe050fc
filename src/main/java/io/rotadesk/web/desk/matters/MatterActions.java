package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.Collisions;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.OpenMatterException;
import io.rotadesk.petition.matter.Responsibles;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The changes that leaders and the responsible person make to a matter outside its tasks. */
@Controller
@RequestMapping("/desk/matters/{id}")
class MatterActions {

    private static final int LONGEST_REASON = 500;

    private final MatterSights sights;
    private final Matters matters;
    private final MatterCategories categories;
    private final Coordination coordination;
    private final Responsibles responsibles;
    private final Collisions collisions;

    MatterActions(
            MatterSights sights,
            Matters matters,
            MatterCategories categories,
            Coordination coordination,
            Responsibles responsibles,
            Collisions collisions) {
        this.sights = sights;
        this.matters = matters;
        this.categories = categories;
        this.coordination = coordination;
        this.responsibles = responsibles;
        this.collisions = collisions;
    }

    /** Changes the category, for the summary (P7). */
    @PostMapping("/category")
    String reclassify(
            @PathVariable MatterId id,
            @RequestParam String category,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Matter matter = sights.decided(id, user);
        if (!categories.codes(matter.unitId()).contains(category)
                || reason.isBlank()
                || reason.length() > LONGEST_REASON) {
            next.addFlashAttribute("wrong", "desk.matters.reclassify.wrong");
            next.addFlashAttribute("typedCategory", category);
            next.addFlashAttribute("typedReason", reason);
            return back(id);
        }
        collisions.again(() -> matters.reclassify(matter.id(), category, reason, user.login()));
        return done(id, "category", next);
    }

    /** Ends a coordination: nobody waits any longer for the units that have not answered (P6). */
    @PostMapping("/coordination/end")
    String endCoordination(
            @PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        Matter matter = sights.decided(id, user);
        if (!matter.isOpen()) {
            return tooLate(id, next);
        }
        collisions.again(() -> {
            coordination.end(matter.id(), user.login());
            return true;
        });
        return done(id, "coordination", next);
    }

    /** The leader makes somebody else of the unit responsible (P6). */
    @PostMapping("/responsible")
    String nameResponsible(
            @PathVariable MatterId id,
            @RequestParam(defaultValue = "") String responsible,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Matter matter = sights.led(id, user);
        if (!matter.isOpen()) {
            next.addFlashAttribute("unsaved", reason);
            return tooLate(id, next);
        }
        try {
            if (reason.length() > LONGEST_REASON) {
                return wrongResponsible(id, responsible, reason, next);
            }
            collisions.again(() -> responsibles.name(matter.id(), responsible, reason, user.login()));
        } catch (MatterRefusal nobodyOfTheUnitOrNoReason) {
            return wrongResponsible(id, responsible, reason, next);
        }
        return done(id, "responsible", next);
    }

    private static String wrongResponsible(MatterId id, String responsible, String reason, RedirectAttributes next) {
        next.addFlashAttribute("wrong", "desk.matters.responsible.wrong");
        next.addFlashAttribute("typedResponsible", responsible);
        next.addFlashAttribute("typedResponsibleReason", reason);
        return back(id);
    }

    @GetMapping("/erase")
    String toErase(@PathVariable MatterId id, @AuthenticationPrincipal SignedInUser user, Model page) {
        page.addAttribute("matter", sights.led(id, user));
        return "desk/matters/erase";
    }

    /** Erases the petitioner from all their matters, for good; refused while one of them is open. */
    @PostMapping("/erase")
    String erase(
            @PathVariable MatterId id,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Matter matter = sights.led(id, user);
        if (!sure) {
            return "redirect:/desk/matters/" + id + "/erase";
        }
        try {
            collisions.again(() -> matters.erasePetitioner(matter.id(), user.login()));
        } catch (OpenMatterException open) {
            next.addFlashAttribute("openMatter", open.number());
            return back(id);
        }
        return done(id, "erased", next);
    }

    private static String done(MatterId id, String what, RedirectAttributes next) {
        next.addFlashAttribute("done", "desk.matters.done." + what);
        return back(id);
    }

    private static String tooLate(MatterId id, RedirectAttributes next) {
        next.addFlashAttribute("wrong", "desk.matters.tooLate");
        return back(id);
    }

    private static String back(MatterId id) {
        return "redirect:/desk/matters/" + id;
    }
}

package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.Collisions;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.Urging;
import io.rotadesk.petition.matter.Urgings;
import io.rotadesk.platform.register.WrongStateException;
import io.rotadesk.web.desk.matters.MatterSights.Seen;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A leader of the matter's unit, or of one above it, urges; the responsible person or a leader of the unit answers
 * (decision 0075).
 */
@Controller
@RequestMapping("/desk/matters/{id}/urgings")
class UrgingActions {

    private final MatterSights sights;
    private final Urgings urgings;
    private final Collisions collisions;

    UrgingActions(MatterSights sights, Urgings urgings, Collisions collisions) {
        this.sights = sights;
        this.urgings = urgings;
        this.collisions = collisions;
    }

    /**
     * @param due the last day for the answer; none for the usual time
     * @param board the unit whose board the click came from; none for the matter's page
     */
    @PostMapping
    String urge(
            @PathVariable MatterId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            @RequestParam(required = false) String board,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Seen seen = sights.urged(id, user);
        String unit = sights.urgingUnit(seen, user);
        try {
            collisions.again(() -> urgings.urge(seen.matter().id(), unit, user.login(), text, due));
            next.addFlashAttribute("done", "desk.matters.done.urged");
            next.addFlashAttribute("urgedNumber", seen.matter().number());
        } catch (WrongStateException closed) {
            next.addFlashAttribute("wrong", "desk.matters.tooLate");
            next.addFlashAttribute("unsaved", text);
        } catch (MatterRefusal refusal) {
            refused(refusal, next);
            next.addFlashAttribute("typedUrging", text);
            next.addFlashAttribute("typedUrgingDue", due);
        }
        if (board != null) {
            next.addAttribute("unit", board);
            return "redirect:/desk/matters/board";
        }
        return back(id);
    }

    @PostMapping("/{number}")
    String answer(
            @PathVariable MatterId id,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String answer,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next) {
        Matter matter = sights.decided(id, user);
        boolean theirs = urgings.of(matter.id()).stream()
                .filter(one -> one.id() == number)
                .map(Urging::urgedBy)
                .anyMatch(user.login()::equals);
        if (theirs) {
            throw new AccessDeniedException(user.login() + " urges, and does not answer, for " + matter.number());
        }
        try {
            collisions.again(() -> urgings.answer(matter.id(), number, answer, user.login()));
            next.addFlashAttribute("done", "desk.matters.done.urgingAnswered");
        } catch (MatterRefusal refusal) {
            refused(refusal, next);
            next.addFlashAttribute("unsaved", answer);
            next.addFlashAttribute("typedAnswerTo", number);
        }
        return back(id);
    }

    private static void refused(MatterRefusal refusal, RedirectAttributes next) {
        next.addFlashAttribute("wrong", "desk.matters.urging." + refusal.key());
    }

    private static String back(MatterId id) {
        return "redirect:/desk/matters/" + id + "#urgings";
    }
}

package io.rotadesk.web.desk.reviews;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.Collisions;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.review.ReviewRefusal;
import io.rotadesk.petition.review.ReviewWording;
import io.rotadesk.petition.review.Reviews;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import io.rotadesk.web.desk.matters.MatterSights;
import io.rotadesk.web.desk.matters.ReviewCards;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is under review, and entering a petitioner's request: on the matter's page, or by its number for those who are at the desk and do
 * not see the matter.
 */
@Controller
class ReviewPages {

    private final Reviews reviews;
    private final ReviewCards cards;
    private final Matters matters;
    private final MatterSights sights;
    private final ReviewWording words;
    private final Collisions collisions;
    private final Clock clock;

    ReviewPages(
            Reviews reviews,
            ReviewCards cards,
            Matters matters,
            MatterSights sights,
            ReviewWording words,
            Collisions collisions,
            Clock clock) {
        this.reviews = reviews;
        this.cards = cards;
        this.matters = matters;
        this.sights = sights;
        this.words = words;
        this.collisions = collisions;
        this.clock = clock;
    }

    /** The reviews of the unit, and for its leaders of those below. */
    @GetMapping("/desk/reviews")
    String list(@ShownUnit Unit unit, @AuthenticationPrincipal SignedInUser user, Model page) {
        page.addAttribute("unit", unit);
        page.addAttribute("today", unit.clock().day(clock.instant()));
        page.addAttribute("reviews", cards.open(sights.viewer(unit.id(), user)));
        return "desk/reviews/list";
    }

    /** Enters a request for a matter of the unit, or of one below it. */
    @PostMapping("/desk/reviews")
    String askByNumber(
            @ShownUnit Unit unit,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate askedOn,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "false") boolean late,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next,
            Locale locale) {
        next.addAttribute("unit", unit.id());
        Optional<Matter> matter = matters.named(unit.id(), number, null);
        if (matter.isEmpty()) {
            next.addFlashAttribute("wrong", "desk.reviews.unknown");
            typed(number, askedOn, request, next);
            return "redirect:/desk/reviews";
        }
        ask(matter.get(), askedOn, request, late, user, next, locale);
        next.addFlashAttribute("typedNumber", number);
        return "redirect:/desk/reviews";
    }

    @PostMapping("/desk/matters/{id}/reviews")
    String ask(
            @PathVariable MatterId id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate askedOn,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "false") boolean late,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next,
            Locale locale) {
        ask(sights.seen(id, user), askedOn, request, late, user, next, locale);
        return "redirect:/desk/matters/" + id + "#reviews";
    }

    /** @param late whether the person knows that the request came too late, and can only be refused */
    private void ask(
            Matter matter,
            LocalDate askedOn,
            String request,
            boolean late,
            SignedInUser user,
            RedirectAttributes next,
            Locale locale) {
        var card = cards.of(matter, user);
        if (card.standing().canBeAsked() && !card.mayAsk()) {
            throw new AccessDeniedException(user.login() + " enters no request about " + matter.number());
        }
        LocalDate until = card.standing().until();
        if (!late && askedOn != null && until != null && askedOn.isAfter(until) && !askedOn.isAfter(card.today())) {
            next.addFlashAttribute("refused", words.get(locale, "ask.late", until.toString()));
            next.addFlashAttribute("typedLate", true);
            typed(matter.number(), askedOn, request, next);
            return;
        }
        try {
            String unit = cards.askingUnit(matter, user).orElse(matter.unitId());
            collisions.again(() -> reviews.ask(matter.id(), askedOn, request, user.login(), unit));
            next.addFlashAttribute("done", "desk.reviews.done");
        } catch (ReviewRefusal refusal) {
            next.addFlashAttribute("refused", words.refused(refusal, locale));
            typed(matter.number(), askedOn, request, next);
        }
    }

    private static void typed(String number, LocalDate askedOn, String request, RedirectAttributes next) {
        next.addFlashAttribute("typedNumber", number);
        next.addFlashAttribute("typedAskedOn", askedOn);
        next.addFlashAttribute("typedRequest", request);
    }
}

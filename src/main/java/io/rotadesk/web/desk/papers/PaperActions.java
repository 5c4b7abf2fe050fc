package io.rotadesk.web.desk.papers;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.paper.PaperDeliveries;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.paper.PaperRefusal;
import io.rotadesk.petition.paper.PaperSigning;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.web.desk.papers.PaperSights.Seen;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with a paper. A refused entry is shown again beside its reason. */
@Controller
@RequestMapping("/desk/papers/{id}")
class PaperActions {

    private final Papers papers;
    private final PaperSigning signing;
    private final PaperDeliveries deliveries;
    private final PaperSights sights;
    private final PaperViews views;
    private final PaperWording words;

    PaperActions(
            Papers papers,
            PaperSigning signing,
            PaperDeliveries deliveries,
            PaperSights sights,
            PaperViews views,
            PaperWording words) {
        this.papers = papers;
        this.signing = signing;
        this.deliveries = deliveries;
        this.sights = sights;
        this.views = views;
        this.words = words;
    }

    /** @param then {@code handIn} to hand it in with the same click */
    @PostMapping
    String save(
            @PathVariable PaperId id,
            @ModelAttribute("form") PaperForm form,
            @RequestParam(defaultValue = "") String then,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        sights.require(id, user);
        try {
            papers.edit(id, form.words(), form.seenAt(), user.login());
            if (then.equals("handIn")) {
                return done(id, signing.handIn(id, user.login()).isSigned() ? "signed" : "handedIn", next);
            }
        } catch (PaperRefusal refusal) {
            // The words are saved even if they cannot be handed in yet.
            return refused(sights.require(id, user), form.seeing(papers.get(id)), refusal, page, response, locale);
        }
        return done(id, "saved", next);
    }

    /** What the sheet would look like; nothing is saved. */
    @PostMapping("/preview")
    String preview(
            @PathVariable PaperId id,
            @ModelAttribute("form") PaperForm form,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            Locale locale) {
        PaperView view = views.of(sights.require(id, user), locale);
        page.addAttribute("sheet", Sheet.preview(form.words(), view.paper().kind(), view.unit()));
        return "desk/papers/parts :: sheet(s=${sheet})";
    }

    @PostMapping("/discard")
    String discard(@PathVariable PaperId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        MatterId matter = sights.require(id, user).matter().id();
        papers.discard(id, user.login());
        return "redirect:/desk/matters/" + matter;
    }

    @PostMapping("/sign")
    String sign(@PathVariable PaperId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        sights.require(id, user);
        signing.sign(id, user.login());
        return done(id, "signed", next);
    }

    @PostMapping("/send-back")
    String sendBack(
            @PathVariable PaperId id,
            @RequestParam(defaultValue = "") String remarks,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Seen seen = sights.require(id, user);
        try {
            signing.sendBack(id, remarks, user.login());
        } catch (PaperRefusal refusal) {
            page.addAttribute("remarks", remarks);
            return refused(seen, PaperForm.of(seen.paper()), refusal, page, response, locale);
        }
        return done(id, "sentBack", next);
    }

    @PostMapping("/deliver")
    String deliver(
            @PathVariable PaperId id,
            @ModelAttribute("delivery") DeliveryForm delivery,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        Seen seen = sights.require(id, user);
        PaperView view = views.of(seen, locale);
        try {
            deliveries.deliver(
                    id,
                    delivery.way(),
                    delivery.time(view.unit().clock().zone()),
                    delivery.receiver(),
                    delivery.relation(),
                    delivery.note(),
                    user.login());
        } catch (PaperRefusal refusal) {
            return refused(seen, PaperForm.of(seen.paper()), refusal, page, response, locale);
        }
        return done(id, "delivered", next);
    }

    @PostMapping("/correct")
    String correct(@PathVariable PaperId id, @AuthenticationPrincipal SignedInUser user, RedirectAttributes next) {
        sights.require(id, user);
        return done(signing.correct(id, user.login()).id(), "correcting", next);
    }

    private String refused(
            Seen seen, PaperForm form, PaperRefusal refusal, Model page, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        page.addAttribute("view", views.of(seen, locale));
        page.addAttribute("form", form);
        page.addAttribute("wrong", Map.of(refusal.field(), words.refusal(refusal, locale)));
        return "desk/papers/paper";
    }

    private static String done(PaperId id, String what, RedirectAttributes next) {
        next.addFlashAttribute("done", "desk.papers.done." + what);
        return "redirect:/desk/papers/" + id;
    }
}

package io.rotadesk.web.desk.attachments;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.attachment.AttachmentId;
import io.rotadesk.petition.attachment.AttachmentRefusal;
import io.rotadesk.petition.attachment.AttachmentWording;
import io.rotadesk.petition.attachment.Attachments;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.hall.HallAccess;
import io.rotadesk.web.desk.matters.AttachmentCard.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Files are sent and removed here. The page's script sends one file at a time, and is answered with the list as it is then, or with a
 * sentence; without the script a form sends several, and the page says what became of each.
 */
@Controller
class UploadPages {

    /** What browsers' scripts say of themselves, and our login looks for. */
    private static final String BY_SCRIPT = "X-Requested-With";

    private static final String LIST = "desk/attachments/parts :: list(card=${card})";

    private final Spots spots;
    private final Attachments attachments;
    private final AttachmentWording words;
    private final HallAccess hall;
    private final Units units;

    UploadPages(Spots spots, Attachments attachments, AttachmentWording words, HallAccess hall, Units units) {
        this.spots = spots;
        this.attachments = attachments;
        this.words = words;
        this.hall = hall;
        this.units = units;
    }

    /** Exactly one of the ids is in the address. */
    private Spot spot(MatterId matter, PaperId paper, TicketId ticket, SignedInUser user, Locale locale) {
        if (matter != null) {
            return spots.matter(matter, user, locale);
        }
        return paper != null ? spots.paper(paper, user, locale) : spots.ticket(ticket, user, locale);
    }

    /** What petitioners bring along is photographed when they are registered (P2). */
    @GetMapping("/desk/hall/{id}/attachments")
    String ofTicket(@PathVariable TicketId id, @AuthenticationPrincipal SignedInUser user, Model page, Locale locale) {
        Ticket ticket = hall.ticket(id, user);
        page.addAttribute("unit", units.get(ticket.unitId()));
        page.addAttribute("ticket", ticket);
        page.addAttribute("card", spots.ticket(id, user, locale).card().get());
        return "desk/attachments/ticket";
    }

    @PostMapping({
        "/desk/matters/{matter}/attachments",
        "/desk/papers/{paper}/attachments",
        "/desk/hall/{ticket}/attachments"
    })
    Object add(
            @PathVariable(required = false) MatterId matter,
            @PathVariable(required = false) PaperId paper,
            @PathVariable(required = false) TicketId ticket,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestHeader(name = BY_SCRIPT, required = false) String script,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            RedirectAttributes next,
            Locale locale)
            throws IOException {
        Spot spot = spot(matter, paper, ticket, user, locale);
        if (!spot.card().get().adds()) {
            throw new AccessDeniedException(user.login() + " may not attach anything to "
                    + spot.matter().number());
        }
        int added = 0;
        List<String> refused = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            // A form sends a field in which nothing was chosen, too.
            boolean nothing =
                    file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty();
            if (!nothing) {
                try {
                    attachments.add(
                            spot.matter().id(),
                            spot.paperId(),
                            file.getOriginalFilename(),
                            file.getBytes(),
                            user.login());
                    added++;
                } catch (AttachmentRefusal refusal) {
                    String why = words.refusal(refusal, locale);
                    refused.add(script == null ? file.getOriginalFilename() + "：" + why : why);
                }
            }
        }
        if (script == null) {
            next.addFlashAttribute("attached", added);
            next.addFlashAttribute("notAttached", refused);
            return back(spot);
        }
        if (!refused.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(refused.get(0));
        }
        page.addAttribute("card", spot.card().get());
        return LIST;
    }

    @PostMapping({
        "/desk/matters/{matter}/attachments/{attachment}/remove",
        "/desk/papers/{paper}/attachments/{attachment}/remove",
        "/desk/hall/{ticket}/attachments/{attachment}/remove"
    })
    String remove(
            @PathVariable(required = false) MatterId matter,
            @PathVariable(required = false) PaperId paper,
            @PathVariable(required = false) TicketId ticket,
            @PathVariable("attachment") AttachmentId id,
            @AuthenticationPrincipal SignedInUser user,
            RedirectAttributes next,
            Locale locale) {
        Spot spot = spot(matter, paper, ticket, user, locale);
        Line line = spot.card().get().shown().stream()
                .filter(one -> one.attachment().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThereException("no attachment " + id + " at " + spot.page()));
        if (!line.removes()) {
            throw new AccessDeniedException(user.login() + " may not remove attachment " + id);
        }
        attachments.remove(id, user.login());
        next.addFlashAttribute("detached", line.attachment().name());
        return back(spot);
    }

    private static String back(Spot spot) {
        return "redirect:" + spot.page() + "#attachments";
    }
}

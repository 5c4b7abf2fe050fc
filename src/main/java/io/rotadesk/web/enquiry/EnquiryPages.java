package io.rotadesk.web.enquiry;

import io.rotadesk.access.CodeTries;
import io.rotadesk.petition.enquiry.Enquiries;
import io.rotadesk.petition.enquiry.Grade;
import io.rotadesk.petition.enquiry.Progress;
import io.rotadesk.petition.enquiry.RatedMatters;
import io.rotadesk.petition.enquiry.RatedMatters.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What anybody can ask who has the code of a matter. The code comes in the body of a request and is in no address, so that it
 * stands in no log and in no history. An address that tries many codes is asked to come back later.
 */
@Controller
@RequestMapping("/public/matters")
class EnquiryPages {

    private static final String PAGE = "enquiry/matters";

    private final Enquiries enquiries;
    private final RatedMatters rated;
    private final CodeTries tries;

    EnquiryPages(Enquiries enquiries, RatedMatters rated, CodeTries tries) {
        this.enquiries = enquiries;
        this.rated = rated;
        this.tries = tries;
    }

    @GetMapping
    String ask() {
        return PAGE;
    }

    /** @param code as typed */
    @PostMapping
    String look(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        show(code, request, response, page);
        return PAGE;
    }

    /** Takes the rating; sent twice, the second one changes nothing and reads the same. */
    @PostMapping("/rating")
    String rate(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String centre,
            @RequestParam(defaultValue = "") String handling,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        if (show(code, request, response, page).isEmpty()) {
            return PAGE;
        }
        Optional<Grade> ofCentre = Grade.of(centre);
        Optional<Grade> ofHandling = Grade.of(handling);
        String became = ofCentre.isEmpty() || ofHandling.isEmpty()
                ? "incomplete"
                : said(rated.rate(code, ofCentre.get(), ofHandling.get(), reason));
        if (!became.equals("thanks")) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            page.addAttribute("centre", centre);
            page.addAttribute("handling", handling);
            page.addAttribute("reason", reason);
        }
        page.addAttribute("became", became);
        enquiries.progress(code).ifPresent(progress -> page.addAttribute("progress", progress));
        return PAGE;
    }

    /** A part of the message's key. */
    private static String said(Outcome outcome) {
        return switch (outcome) {
            case RATED, ALREADY -> "thanks";
            case NOT_NOW, UNKNOWN -> "notNow";
            case REASON_MISSING -> "reasonMissing";
            case REASON_TOO_LONG -> "reasonTooLong";
        };
    }

    private Optional<Progress> show(String code, HttpServletRequest request, HttpServletResponse response, Model page) {
        // A person who has mistyped one sign need not type the others again.
        page.addAttribute("typed", code);
        if (code.isBlank()) {
            return wrong("missing", HttpStatus.BAD_REQUEST, response, page);
        }
        if (!tries.begin(request.getRemoteAddr())) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tries.longestWait().toSeconds()));
            return wrong("tooMany", HttpStatus.TOO_MANY_REQUESTS, response, page);
        }
        Optional<Progress> progress = enquiries.progress(code);
        if (progress.isEmpty()) {
            return wrong("unknown", HttpStatus.NOT_FOUND, response, page);
        }
        tries.right(request.getRemoteAddr());
        page.addAttribute("progress", progress.get());
        page.addAttribute("grades", Grade.values());
        page.addAttribute("code", code.strip().toUpperCase(Locale.ROOT));
        return progress;
    }

    private static Optional<Progress> wrong(String what, HttpStatus status, HttpServletResponse response, Model page) {
        response.setStatus(status.value());
        page.addAttribute("wrong", what);
        return Optional.empty();
    }
}

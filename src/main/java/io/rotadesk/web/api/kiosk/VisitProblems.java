package io.rotadesk.web.api.kiosk;

import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.leasing.visit.UnknownVisitException;
import io.rotadesk.petition.reception.PetitionRefusal;
import io.rotadesk.petition.reception.UnknownTicketException;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.Problems;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refusals about visitors and petitioners as RFC 9457 problem details in the caller's language. */
@RestControllerAdvice(basePackageClasses = VisitProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class VisitProblems {

    private final Problems problems;
    private final PetitionerWording words;

    VisitProblems(Problems problems, PetitionerWording words) {
        this.words = words;
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail badField(BadFieldException e, Locale locale) {
        return problems.of(List.of(new BadField(e.field(), problems.text(e.getMessage(), locale))), locale);
    }

    @ExceptionHandler
    ProblemDetail past(PastEventException e, Locale locale) {
        return problems.typed("visit-past-event", HttpStatus.CONFLICT, "kiosk.past", locale, e.arguments());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> paused(ModelFailedException e, Locale locale) {
        return problems.suspended("kiosk.suspended", locale);
    }

    @ExceptionHandler
    ProblemDetail otherVisit(OtherVisitException e, Locale locale) {
        return problems.typed("other-visit", HttpStatus.CONFLICT, "kiosk.other", locale, e.visitId());
    }

    @ExceptionHandler
    ProblemDetail otherPetitioner(OtherPetitionerException e, Locale locale) {
        return problems.typed(
                "other-petitioner", HttpStatus.CONFLICT, "kiosk.otherPetitioner", locale, e.petitionerId());
    }

    @ExceptionHandler
    ProblemDetail refused(PetitionRefusal e, Locale locale) {
        return problems.of(List.of(new BadField(e.field(), words.why(e, locale))), locale);
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownTicketException e, Locale locale) {
        return problems.of(HttpStatus.NOT_FOUND, "kiosk.unknown.petitioner", locale);
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownVisitException e, Locale locale) {
        return problems.of(HttpStatus.NOT_FOUND, "kiosk.unknown.visit", locale);
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException e, Locale locale) {
        return problems.of(HttpStatus.NOT_FOUND, "kiosk.unknown.unit", locale);
    }
}

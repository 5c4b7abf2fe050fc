package io.rotadesk.web.api.telephony;

import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.leasing.call.UnknownCallException;
import io.rotadesk.leasing.call.UnknownExtensionException;
import io.rotadesk.leasing.phonesystem.UnreadableMessageException;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.platform.input.Problems;
import io.rotadesk.platform.input.SafeText;
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

/** Answers refusals about calls as RFC 9457 problem details, which name the wrong value and say what to do. */
@RestControllerAdvice(basePackageClasses = CallProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CallProblems {

    private static final int LONGEST = 60;

    private final Problems problems;

    CallProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail past(PastEventException e, Locale locale) {
        return problems.typed("call-past-event", HttpStatus.CONFLICT, "telephony.past", locale, e.arguments());
    }

    /** Nobody is credited with what happened at a phone that nobody has. */
    @ExceptionHandler
    ProblemDetail nobodys(UnknownExtensionException e, Locale locale) {
        String extension = SafeText.shortened(SafeText.cleaned(e.extension()), LONGEST);
        ProblemDetail problem =
                problems.typed("unknown-extension", HttpStatus.CONFLICT, "telephony.extension", locale, extension);
        problem.setProperty("fields", List.of(new BadField("extension", problem.getTitle())));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableMessageException e, Locale locale) {
        return problems.of(HttpStatus.BAD_REQUEST, "telephony.unreadable", locale);
    }

    @ExceptionHandler
    ProblemDetail missing(MissingIdException e, Locale locale) {
        return problems.of(List.of(new BadField("callId", problems.text("input.bad.missing", locale))), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> paused(ModelFailedException e, Locale locale) {
        return problems.suspended("telephony.suspended", locale);
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownCallException e, Locale locale) {
        return problems.of(HttpStatus.NOT_FOUND, "telephony.unknown.call", locale, e.callId());
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException e, Locale locale) {
        return problems.of(HttpStatus.NOT_FOUND, "telephony.unknown.unit", locale);
    }
}

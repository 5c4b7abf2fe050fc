package io.rotadesk.web.api.setup;

import io.rotadesk.platform.input.Problems;
import io.rotadesk.staff.unit.ListTooLongException;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers invalid input of administrators as RFC 9457 problem details. */
@RestControllerAdvice(basePackageClasses = SetupProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SetupProblems {

    private final Problems problems;

    SetupProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail badFields(BadFieldsException e, Locale locale) {
        return problems.of(e.fields(), locale);
    }

    @ExceptionHandler
    ProblemDetail badRows(BadRowsException e, Locale locale) {
        ProblemDetail problem = problems.of(HttpStatus.BAD_REQUEST, e.title(), locale);
        problem.setProperty("rows", e.rows());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail tooLong(ListTooLongException e, Locale locale) {
        ProblemDetail problem = problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "setup.tooLong", locale);
        problem.setDetail(e.reason(locale));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail inHand(InHandException e, Locale locale) {
        return e.open().isEmpty()
                ? problems.of(HttpStatus.CONFLICT, "setup.erase.inHand", locale)
                : problems.of(HttpStatus.CONFLICT, "setup.erase.open", locale, String.join(" ", e.open()));
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException e, Locale locale) {
        ProblemDetail problem = problems.of(HttpStatus.NOT_FOUND, "setup.unknown", locale);
        problem.setDetail(e.getMessage());
        return problem;
    }
}

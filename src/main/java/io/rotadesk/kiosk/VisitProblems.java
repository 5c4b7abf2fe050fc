package io.rotadesk.kiosk;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.visit.UnknownVisitException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What was wrong, with which field, and what to do, as RFC 9457 problem details in the caller's language. */
@RestControllerAdvice(basePackageClasses = VisitProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class VisitProblems {

    private final MessageSource messages;

    VisitProblems(MessageSource messages) {
        this.messages = messages;
    }

    record InvalidField(String field, String message) {}

    @ExceptionHandler
    ProblemDetail badField(BadFieldException e, Locale locale) {
        return badFields(List.of(new InvalidField(e.field(), text(e.getMessage(), locale))), locale);
    }

    @ExceptionHandler
    ProblemDetail badFields(MethodArgumentNotValidException e, Locale locale) {
        return badFields(
                e.getFieldErrors().stream()
                        .map(error -> new InvalidField(error.getField(), error.getDefaultMessage()))
                        .sorted(Comparator.comparing(InvalidField::field))
                        .toList(),
                locale);
    }

    /** A value of the wrong kind belongs to a field as well. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e, Locale locale) {
        if (e.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().get(mapping.getPath().size() - 1).getFieldName();
            return badFields(List.of(new InvalidField(field, text("kiosk.bad.value", locale))), locale);
        }
        return problem(HttpStatus.BAD_REQUEST, "kiosk.bad.json", locale);
    }

    @ExceptionHandler
    ProblemDetail past(PastEventException e, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, "kiosk.past", locale, e.arguments());
        problem.setType(URI.create("urn:rotadesk:problem:visit-past-event"));
        return problem;
    }

    /** The visit's process is suspended: whoever did that, or the sweep, puts it right. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> paused(ModelFailedException e, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "kiosk.suspended", locale);
        problem.setType(URI.create("urn:rotadesk:problem:suspended"));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownVisitException e, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "kiosk.unknown.visit", locale);
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException e, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "kiosk.unknown.unit", locale);
    }

    private ProblemDetail badFields(List<InvalidField> fields, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "kiosk.bad.fields", locale);
        problem.setProperty("fields", fields);
        return problem;
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale locale, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text(key + ".detail", locale, arguments));
        problem.setTitle(text(key, locale));
        return problem;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

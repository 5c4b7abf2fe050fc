package io.rotadesk.setup;

import io.rotadesk.roster.ListTooLongException;
import io.rotadesk.setup.BadFieldsException.BadField;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What an administrator sent and cannot be, as RFC 9457 problem details. */
@RestControllerAdvice(basePackageClasses = SetupProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SetupProblems {

    private final MessageSource messages;

    SetupProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail badFields(BadFieldsException e, Locale locale) {
        return badFields(e.fields(), locale);
    }

    @ExceptionHandler
    ProblemDetail badFields(MethodArgumentNotValidException e, Locale locale) {
        return badFields(
                e.getFieldErrors().stream()
                        .map(error -> new BadField(error.getField(), error.getDefaultMessage()))
                        .toList(),
                locale);
    }

    @ExceptionHandler
    ProblemDetail badRows(BadRowsException e, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, e.title(), locale);
        problem.setProperty("rows", e.rows());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail tooLong(ListTooLongException e, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.PAYLOAD_TOO_LARGE, "setup.tooLong", locale);
        problem.setDetail(e.reason(locale));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "setup.bad.json", locale);
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException e, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.NOT_FOUND, "setup.unknown", locale);
        problem.setDetail(e.getMessage());
        return problem;
    }

    private ProblemDetail badFields(List<BadField> fields, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "setup.bad.fields", locale);
        problem.setProperty("fields", fields);
        return problem;
    }

    private ProblemDetail problem(HttpStatus status, String key, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage(key + ".detail", null, "", locale));
        problem.setTitle(messages.getMessage(key, null, locale));
        return problem;
    }
}

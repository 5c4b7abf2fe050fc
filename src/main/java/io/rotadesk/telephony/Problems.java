package io.rotadesk.telephony;

import io.rotadesk.call.UnknownCallException;
import io.rotadesk.engine.ModelFailedException;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors of the REST API as RFC 9457 problem details: what was wrong, with which value, and what to do. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {

    static ProblemDetail past(String callId, String event) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Call " + callId + " is past the event '" + event + "'; nothing was changed.");
        problem.setTitle("The call is past this event");
        problem.setType(URI.create("urn:rotadesk:problem:call-past-event"));
        return problem;
    }

    /** The call's process is suspended: whoever did that, or the sweep, puts it right. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> paused(ModelFailedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The process of this call is suspended; nothing was changed. The manager has been told. Send it again.");
        problem.setTitle("The call is suspended");
        problem.setType(URI.create("urn:rotadesk:problem:suspended"));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(problem);
    }

    @ExceptionHandler({UnknownCallException.class, NoSuchElementException.class})
    ProblemDetail unknown(RuntimeException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
        problem.setTitle(e instanceof UnknownCallException ? "Unknown call" : "Unknown unit");
        return problem;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<InvalidField> fields = e.getBindingResult().getFieldErrors().stream()
                .map(error -> new InvalidField(error.getField(), error.getDefaultMessage()))
                .sorted(Comparator.comparing(InvalidField::field))
                .toList();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Correct the fields named in 'fields' and send the request again.");
        problem.setTitle("The request has bad fields");
        problem.setProperty("fields", fields);
        return ResponseEntity.badRequest().body(problem);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Send a JSON object as docs/api.md has it: " + rootMessage(e));
        problem.setTitle("The request is not readable");
        return ResponseEntity.badRequest().body(problem);
    }

    /** The first line only: the rest names classes of ours. */
    private static String rootMessage(HttpMessageNotReadableException e) {
        return e.getMostSpecificCause().getMessage().lines().findFirst().orElse("");
    }

    record InvalidField(String field, String message) {}
}

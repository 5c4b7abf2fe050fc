package io.rotadesk.platform.input;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes refusals as RFC 9457 problem details, in the language of the sender. */
@Component
public class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param key the title's key in the message bundles; with {@code .detail} appended, the key of the text that says
     *     what to do
     */
    public ProblemDetail of(HttpStatusCode status, String key, Locale locale, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(text(key, locale, arguments));
        problem.setDetail(messages.getMessage(key + ".detail", arguments, "", locale));
        return problem;
    }

    /**
     * A refusal that programs tell from others of the same status.
     *
     * @param type the end of the problem's {@code type}
     */
    public ProblemDetail typed(String type, HttpStatusCode status, String key, Locale locale, Object... arguments) {
        ProblemDetail problem = of(status, key, locale, arguments);
        problem.setType(URI.create("urn:rotadesk:problem:" + type));
        return problem;
    }

    /** A process is suspended. The person who suspended it, or the sweep, puts it right, and the sender tries again. */
    public ResponseEntity<ProblemDetail> suspended(String key, Locale locale) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .body(typed("suspended", HttpStatus.SERVICE_UNAVAILABLE, key, locale));
    }

    /** All bad fields of a request, each with what it must be. */
    public ProblemDetail of(List<BadField> fields, Locale locale) {
        ProblemDetail problem = of(HttpStatusCode.valueOf(400), "input.fields", locale);
        problem.setProperty("fields", fields);
        return problem;
    }

    /** The label that a page gives a field; the field's own name if it has none. */
    public String label(String field, Locale locale) {
        return messages.getMessage("input.field." + field, null, field, locale);
    }

    public String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

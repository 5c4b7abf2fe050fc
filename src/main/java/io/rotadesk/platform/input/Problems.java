package io.rotadesk.platform.input;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Refusals as RFC 9457 problem details, in the language of whoever is refused. */
@Component
public class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** @param key of the title in the message bundles; with {@code .detail} of what to do */
    public ProblemDetail of(HttpStatusCode status, String key, Locale locale, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(text(key, locale, arguments));
        problem.setDetail(messages.getMessage(key + ".detail", arguments, "", locale));
        return problem;
    }

    /** All bad fields of a request, each with what it must be. */
    public ProblemDetail of(List<BadField> fields, Locale locale) {
        ProblemDetail problem = of(HttpStatusCode.valueOf(400), "input.fields", locale);
        problem.setProperty("fields", fields);
        return problem;
    }

    /** What a page calls a field; its own name if it has no other. */
    public String label(String field, Locale locale) {
        return messages.getMessage("input.field." + field, null, field, locale);
    }

    public String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

package io.rotadesk.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * How an API client is told that access is denied: problem details, and for the engine's API also the field that its
 * clients look for.
 */
@Component
class Refusals {

    /** The key of each refusal's text in the bundle {@code i18n/access}. */
    enum Reason {
        NOT_LOGGED_IN("access.refused.login"),
        WRONG_LOGIN("access.login.wrong"),
        BAD_TOKEN("access.refused.token"),
        FORBIDDEN("access.refused.forbidden"),
        PASSWORDS_ELSEWHERE("access.refused.passwords"),
        FIRST_PASSWORD("access.refused.firstPassword"),
        OTHER_SITE("access.refused.otherSite"),
        UNREADABLE("access.refused.unreadable"),
        TOO_SLOW("access.refused.tooSlow"),
        TOO_LARGE("access.refused.tooLarge"),
        TOO_BUSY("access.refused.tooBusy"),
        NO_DATABASE("access.refused.noDatabase");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    Refusals(ObjectMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    /** @param challenge whether an HTTP client should ask its user for a login */
    void unauthorized(HttpServletRequest request, HttpServletResponse response, Reason reason, boolean challenge)
            throws IOException {
        if (challenge) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Rota Desk\", charset=\"UTF-8\"");
        }
        write(request, response, HttpStatus.UNAUTHORIZED, reason);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, Reason reason) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, reason);
    }

    /** Refuses a request before the login is checked. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Reason reason)
            throws IOException {
        Object[] asked = {request.getMethod(), request.getRequestURI()};
        String detail = messages.getMessage(reason.key, asked, locales.resolveLocale(request));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        // The engine's web applications and Camunda Modeler show this field.
        problem.put("message", detail);
        response.setStatus(status.value());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), problem);
    }
}

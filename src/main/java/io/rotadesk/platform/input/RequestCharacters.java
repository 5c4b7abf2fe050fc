package io.rotadesk.platform.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.platform.door.TokenInAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Refuses a request with a character that the database cannot store: in its address, in a parameter or a parameter's
 * name, or in its login. It runs first, since the login is looked up in the database too. JSON bodies are read strictly
 * instead.
 */
@Component
@Order(RequestCharacters.BEFORE_SECURITY)
class RequestCharacters extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -110;

    private static final Logger log = LoggerFactory.getLogger(RequestCharacters.class);
    private static final String BASIC = "basic ";
    private static final int LONGEST_NAME = 60;

    private final Problems problems;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    RequestCharacters(Problems problems, LocaleResolver locales, ObjectMapper json) {
        this.problems = problems;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> bad = badField(request);
        if (bad.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Locale locale = locales.resolveLocale(request);
        BadField field = new BadField(bad.get(), problems.text("input.bad.characters", locale));
        log.info(
                "Refused {} {}: 400, {}",
                request.getMethod(),
                TokenInAddress.masked(request.getRequestURI()),
                field.field());
        if (Machines.asks(request)) {
            ProblemDetail problem = problems.of(List.of(field), locale);
            // The engine's web applications and Camunda Modeler show this field.
            problem.setProperty("message", problem.getTitle() + ": " + field.field() + ", " + field.message());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(response.getWriter(), problem);
        } else {
            request.setAttribute(ErrorPage.FIELDS, List.of(field));
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** @return the name of the bad part; never the bad text itself */
    private static Optional<String> badField(HttpServletRequest request) {
        if (!canBeKept(decoded(request.getRequestURI().replace("+", "%2B")))) {
            return Optional.of("path");
        }
        if (!canBeKept(login(request.getHeader(HttpHeaders.AUTHORIZATION)))) {
            return Optional.of("login");
        }
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                if (!canBeKept(decoded(part))) {
                    return Optional.of(nameable(decoded(part.split("=", 2)[0])));
                }
            }
        }
        // A machine's body is no form, and must not be read before the sender is known.
        return Machines.addressed(request) ? Optional.empty() : badParameter(request.getParameterMap());
    }

    private static Optional<String> badParameter(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(one ->
                        !canBeKept(one.getKey()) || !Stream.of(one.getValue()).allMatch(SafeText::canBeKept))
                .map(one -> nameable(one.getKey()))
                .findFirst();
    }

    private static boolean canBeKept(String text) {
        return text == null || SafeText.canBeKept(text);
    }

    private static String nameable(String name) {
        return SafeText.cut(SafeText.cleaned(name), LONGEST_NAME);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** @return null if there is none, or none that can be read; the login check refuses that itself */
    private static String login(String header) {
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            byte[] plain =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }
}

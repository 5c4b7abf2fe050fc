package io.rotadesk.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps the form of a desk page that was sent when its session had ended, until the same person has logged in again. Only
 * a form that our own page has sent is kept: one that another site sends would do after the login what nobody wanted.
 * There are few at a time, since anybody may send one.
 */
@Component
class InterruptedForms {

    /**
     * A form to be sent again.
     *
     * @param login the person who was logged in last in this browser
     */
    record Interrupted(String login, String address, Map<String, List<String>> fields) {}

    /** The cookie with the login of the person who was logged in last. */
    static final String PERSON = "rotadesk-person";

    static final int MOST = 200;
    static final int LONGEST = 50_000;

    private static final String ATTRIBUTE = InterruptedForms.class.getName();
    private static final String CSRF = "_csrf";

    private final OwnSite own;
    private final Map<String, Interrupted> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Interrupted> eldest) {
            return size() > MOST;
        }
    };

    InterruptedForms(PublicAddress address, Refusals refusals) {
        this.own = new OwnSite(address, refusals);
    }

    /** Notes in the browser who has logged in. */
    void remember(String login, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(PERSON, URLEncoder.encode(login, StandardCharsets.UTF_8))
                        .path(request.getContextPath() + "/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build()
                        .toString());
    }

    /** @return false if the request is not such a form, or too much to keep */
    boolean keep(HttpServletRequest request) {
        Optional<String> person = person(request);
        if (person.isEmpty() || !isForm(request) || !own.isSentByOurPage(request)) {
            return false;
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (!field.getKey().equals(CSRF)) {
                fields.put(field.getKey(), List.of(field.getValue()));
                size += field.getKey().length()
                        + Stream.of(field.getValue()).mapToInt(String::length).sum();
            }
        }
        if (size > LONGEST) {
            return false;
        }
        String key = UUID.randomUUID().toString();
        synchronized (kept) {
            kept.put(key, new Interrupted(person.get(), request.getRequestURI(), fields));
        }
        request.getSession().setAttribute(ATTRIBUTE, key);
        return true;
    }

    /** Whether this person has a form to go on with. A form of somebody else is forgotten. */
    boolean waitsFor(String login, HttpServletRequest request) {
        Optional<Interrupted> form = Optional.ofNullable(key(request)).map(this::peek);
        if (form.isPresent() && !form.get().login().equals(login)) {
            take(login, request);
            return false;
        }
        return form.isPresent();
    }

    /** @return the person's form, once */
    Optional<Interrupted> take(String login, HttpServletRequest request) {
        String key = key(request);
        if (key == null) {
            return Optional.empty();
        }
        request.getSession().removeAttribute(ATTRIBUTE);
        synchronized (kept) {
            return Optional.ofNullable(kept.remove(key))
                    .filter(form -> form.login().equals(login));
        }
    }

    private Interrupted peek(String key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    private static String key(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String key ? key : null;
    }

    private static Optional<String> person(HttpServletRequest request) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(PERSON))
                .findFirst()
                .flatMap(InterruptedForms::decoded);
    }

    private static Optional<String> decoded(Cookie cookie) {
        try {
            return Optional.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && request.getServletPath().startsWith("/desk/")
                && request.getHeader("HX-Request") == null
                && request.getContentType() != null
                && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}

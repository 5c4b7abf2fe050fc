package io.rotadesk.web.desk;

import io.rotadesk.access.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The login with which a stream of events was opened.
 *
 * @param user null if it was opened without a login
 * @param session null when there is none
 * @param again whether the browser has connected again by itself, after the connection was lost or had lasted long enough
 */
record StreamLogin(SignedInUser user, HttpSession session, boolean again) {

    /** The id of the only line with one: a browser that connects again by itself names it, a page that was opened does not. */
    static final String SEEN = "open";

    static StreamLogin ofThisRequest() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        SignedInUser user =
                authentication != null && authentication.getPrincipal() instanceof SignedInUser person ? person : null;
        Optional<HttpServletRequest> request = Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast)
                .map(ServletRequestAttributes::getRequest);
        return new StreamLogin(
                user,
                request.map(one -> one.getSession(false)).orElse(null),
                request.map(one -> one.getHeader("Last-Event-ID"))
                        .filter(SEEN::equals)
                        .isPresent());
    }

    boolean isOf(String login) {
        return user != null && user.login().equals(login);
    }

    /** Whether the person has logged out, or has been idle for so long that the session is over. */
    boolean isSessionOver(Clock clock) {
        if (session == null) {
            return false;
        }
        try {
            int longest = session.getMaxInactiveInterval();
            Instant asked = Instant.ofEpochMilli(session.getLastAccessedTime());
            return longest > 0 && asked.plusSeconds(longest).isBefore(clock.instant());
        } catch (IllegalStateException e) {
            return true;
        }
    }
}

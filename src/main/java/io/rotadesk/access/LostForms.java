package io.rotadesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that cannot be told apart from a forged one, though it is not: with more fields than are read, or fields that
 * are not readable, its token is missing too (413 or 400); and somebody who logs in with a page that was open for too
 * long gets a new one.
 */
class LostForms extends OncePerRequestFilter {

    /** Tomcat's words, in its class Globals, which is not meant for others. */
    private static final String FAILED = "org.apache.catalina.parameter_parse_failed";

    private static final String REASON = "org.apache.catalina.parameter_parse_failed_reason";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isRead(request)) {
            if (isLateLogin(request)) {
                response.sendRedirect(request.getContextPath() + AccountPages.LOGIN + "?late");
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        String reason = String.valueOf(request.getAttribute(REASON));
        boolean tooMuch = reason.contains("TOO_MANY") || reason.contains("TOO_LARGE");
        response.sendError((tooMuch ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
    }

    private static boolean isRead(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/")) {
            // The engine's resources read their bodies themselves.
            return true;
        }
        request.getParameterMap();
        return request.getAttribute(FAILED) == null;
    }

    /** The browser still has the number of a session that has ended. Whoever sends none is refused as ever. */
    private static boolean isLateLogin(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && request.getServletPath().equals(AccountPages.LOGIN)
                && request.getRequestedSessionId() != null
                && !request.isRequestedSessionIdValid();
    }
}

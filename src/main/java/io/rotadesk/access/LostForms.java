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
 * Handles genuine forms that would look forged. If a form has too many fields or unreadable ones, its token is missing
 * too; the answer is then 413 or 400. A person who logs in with a page that was open for too long gets a new page.
 */
class LostForms extends OncePerRequestFilter {

    /** Names from Tomcat's class Globals, which is internal. */
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

    /** Whether the browser sends the id of a session that has ended. A request without one is refused as usual. */
    private static boolean isLateLogin(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name())
                && request.getServletPath().equals(AccountPages.LOGIN)
                && request.getRequestedSessionId() != null
                && !request.isRequestedSessionIdValid();
    }
}

package io.rotadesk.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers the page that a person wanted before they had to log in: its path and nothing else. Spring's own class
 * keeps the whole request, with its host and everything that a stranger may put into it.
 */
class PageAfterLogin implements RequestCache {

    private static final String ATTRIBUTE = PageAfterLogin.class.getName();
    private static final int LONGEST = 1_000;

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals(HttpMethod.GET.name())
                || request.getServletPath().startsWith("/camunda/api/")
                || !String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            return;
        }
        String query = request.getQueryString();
        String page = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (page.length() <= LONGEST) {
            request.getSession().setAttribute(ATTRIBUTE, page);
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String page
                ? new SimpleSavedRequest(page)
                : null;
    }

    /** @return null: only GET requests are kept, so there is nothing to resume */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }
}

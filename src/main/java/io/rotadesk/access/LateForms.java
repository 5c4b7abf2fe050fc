package io.rotadesk.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A form without a valid token. If only its session has ended, the person is asked to log in and the form waits;
 * otherwise it is refused.
 */
class LateForms implements AccessDeniedHandler {

    private final InterruptedForms forms;
    private final AccessDeniedHandler refused = new AccessDeniedHandlerImpl();

    LateForms(InterruptedForms forms) {
        this.forms = forms;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (reason instanceof CsrfException && request.getUserPrincipal() == null && forms.keep(request)) {
            response.sendRedirect(request.getContextPath() + AccountPages.LOGIN + "?interrupted");
        } else {
            refused.handle(request, response, reason);
        }
    }
}

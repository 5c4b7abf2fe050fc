package io.rotadesk.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads to where the person wanted to be before the login, or on with the form that was interrupted. */
class AfterLogin extends SavedRequestAwareAuthenticationSuccessHandler {

    private final InterruptedForms forms;

    AfterLogin(InterruptedForms forms, RequestCache pages) {
        this.forms = forms;
        setRequestCache(pages);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        forms.remember(authentication.getName(), request, response);
        if (forms.waitsFor(authentication.getName(), request)) {
            getRedirectStrategy().sendRedirect(request, response, BackToTheForm.PAGE);
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}

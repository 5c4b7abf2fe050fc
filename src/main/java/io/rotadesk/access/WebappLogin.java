package io.rotadesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells Tasklist, Cockpit and Admin who is logged in. It does the work of Camunda's ContainerBasedAuthenticationFilter
 * for every address of these applications, not only for those that name the engine; and it ends our login when the
 * person logs out there.
 */
class WebappLogin extends OncePerRequestFilter {

    private final ProcessEngine engine;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    WebappLogin(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getServletPath().startsWith("/camunda/api/")
                || request.getServletPath().startsWith("/camunda/app/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            enter(user, AuthenticationUtil.getAuthsFromSession(request.getSession()));
        }
        chain.doFilter(request, response);
        if (isLogout(request) && response.getStatus() == HttpServletResponse.SC_OK) {
            logout.logout(request, response, authentication);
        }
    }

    private void enter(SignedInUser user, Authentications authentications) {
        Authentication present = authentications.getAuthenticationForProcessEngine(engine.getName());
        if (present == null || !present.getIdentityId().equals(user.login())) {
            authentications.addOrReplace(AuthenticationUtil.createAuthentication(
                    engine, user.login(), user.groups(), List.copyOf(user.units())));
        }
    }

    private static boolean isLogout(HttpServletRequest request) {
        String pathInfo = request.getPathInfo() == null ? "" : request.getPathInfo();
        return request.getMethod().equals("POST")
                && (request.getServletPath() + pathInfo).matches("/camunda/api/admin/auth/user/[^/]+/logout");
    }
}

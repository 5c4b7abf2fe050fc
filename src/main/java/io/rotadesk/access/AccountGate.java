package io.rotadesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Checks the account with every request. A session ends when the account was closed or changed after the login, on any
 * node. A person whose password was set by somebody else can only change it. Only {@link StaticFiles} get past this
 * gate, whatever a path ends in.
 */
class AccountGate extends OncePerRequestFilter {

    private static final Set<String> OPEN_WITH_FIRST_PASSWORD = Set.of(AccountPages.PASSWORD, "/logout", "/login");
    private static final FullPath MACHINE =
            FullPath.of("/engine-rest/**", "/api/**", "/actuator/**", "/camunda/api/**");

    private final AccountStates states;
    private final Refusals refusals;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    AccountGate(AccountStates states, Refusals refusals) {
        this.states = states;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedInUser user)
                || StaticFiles.REQUESTED.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        AccountStates.State state = states.of(user.login());
        if (state.closed() || state.epoch() != user.epoch()) {
            logout.logout(request, response, authentication);
            throw new InsufficientAuthenticationException("The account of " + user.login() + " has changed");
        }
        if (!state.mustChangePassword() || OPEN_WITH_FIRST_PASSWORD.contains(path)) {
            chain.doFilter(request, response);
        } else if (MACHINE.matches(request)) {
            refusals.forbidden(request, response, Refusals.Reason.FIRST_PASSWORD);
        } else {
            response.sendRedirect(request.getContextPath() + AccountPages.PASSWORD);
        }
    }
}

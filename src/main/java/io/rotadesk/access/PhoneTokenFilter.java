package io.rotadesk.access;

import io.rotadesk.platform.door.TokenInAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes {@code Authorization: Bearer <token>} of a phone system, or the token in the address of one that cannot send headers. */
class PhoneTokenFilter extends OncePerRequestFilter {

    /** The address with a token in it. */
    static final String ADDRESS = "/api/phone/{token}/{system}";

    private static final String SCHEME = "bearer ";

    private final ApiTokens tokens;
    private final Refusals refusals;

    PhoneTokenFilter(ApiTokens tokens, Refusals refusals) {
        this.tokens = tokens;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<PhoneSystem> phone = tokens.authenticate(token.get());
        if (phone.isEmpty()) {
            refusals.unauthorized(request, response, Refusals.Reason.BAD_TOKEN, true);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                phone.get(), null, List.of(new SimpleGrantedAuthority(PhoneSystem.AUTHORITY))));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(header.substring(SCHEME.length()).strip());
        }
        return TokenInAddress.of(
                request.getRequestURI().substring(request.getContextPath().length()));
    }
}

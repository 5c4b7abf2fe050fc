package io.rotadesk.platform.door;

import java.io.IOException;
import java.util.Enumeration;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.apache.coyote.Request;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Recognises the sender of a request by its head. Never blocks. */
class Recognition {

    private static final String BEARER = "bearer ";
    private static final Pattern SESSION = Pattern.compile("(?:^|[;\\s])JSESSIONID=\"?([\\w.!-]{16,128})");

    private final Supplier<PhoneTokens> tokens;
    private final Supplier<Context> application;

    Recognition(Supplier<PhoneTokens> tokens, Supplier<Context> application) {
        this.tokens = tokens;
        this.application = application;
    }

    Guest guest(Request request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && address(request).startsWith("/api/")
                && tokens.get().knows(authorization.substring(BEARER.length()).strip())) {
            return Guest.PHONE;
        }
        if (TokenInAddress.of(address(request))
                .filter(token -> tokens.get().knows(token))
                .isPresent()) {
            return Guest.PHONE;
        }
        if (address(request).startsWith("/actuator/health")) {
            return Guest.WATCHER;
        }
        return isLoggedIn(request) ? Guest.PERSON : Guest.STRANGER;
    }

    /** @return the address as it was sent; empty if Tomcat could not read it and will refuse the request itself */
    static String address(Request request) {
        return request.requestURI().isNull() ? "" : request.requestURI().toString();
    }

    /** @return whether the request carries a login, valid or not */
    static boolean claimsSomething(Request request) {
        return request.getHeader("Authorization") != null
                || TokenInAddress.of(address(request)).isPresent();
    }

    private boolean isLoggedIn(Request request) {
        Enumeration<String> cookies = request.getMimeHeaders().values("Cookie");
        while (cookies.hasMoreElements()) {
            Matcher named = SESSION.matcher(cookies.nextElement());
            while (named.find()) {
                if (isLoggedIn(named.group(1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isLoggedIn(String sessionId) {
        Context context = application.get();
        if (context == null || context.getManager() == null) {
            return false;
        }
        try {
            Session session = context.getManager().findSession(sessionId);
            return session != null
                    && session.isValid()
                    && session.getSession()
                                    .getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                            != null;
        } catch (IOException | IllegalStateException ended) {
            return false;
        }
    }
}

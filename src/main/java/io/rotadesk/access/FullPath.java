package io.rotadesk.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Matches the whole path of a request. Spring's own matchers look at the part after the servlet's prefix. Camunda's
 * APIs are servlets of their own, so a rule for {@code /camunda/api/admin/setup/**} would never match one of their
 * requests.
 *
 * @param method null for any
 */
record FullPath(HttpMethod method, List<PathPattern> patterns) implements RequestMatcher {

    static FullPath of(String... patterns) {
        return of(null, patterns);
    }

    static FullPath of(HttpMethod method, String... patterns) {
        return new FullPath(
                method,
                Arrays.stream(patterns)
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList());
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return matcher(request).isMatch();
    }

    @Override
    public MatchResult matcher(HttpServletRequest request) {
        if (method != null && !method.matches(request.getMethod())) {
            return MatchResult.notMatch();
        }
        PathContainer path = RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
        for (PathPattern pattern : patterns) {
            var found = pattern.matchAndExtract(path);
            if (found != null) {
                return MatchResult.match(Map.copyOf(found.getUriVariables()));
            }
        }
        return MatchResult.notMatch();
    }
}

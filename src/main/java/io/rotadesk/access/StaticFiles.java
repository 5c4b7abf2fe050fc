package io.rotadesk.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The files that anybody may read, since they are the same for everybody: those in these folders. A path that only ends
 * like one of them is treated as a page.
 */
final class StaticFiles {

    private static final String[] FILES = {
        "/favicon.ico",
        "/desk/*.css",
        "/desk/*.js",
        "/desk/*.svg",
        "/desk/bpmn-js/*",
        "/webjars/htmx.org/**",
        "/webjars/chart.js/**",
        "/webjars/camunda/assets/*.svg"
    };

    static final RequestMatcher REQUESTED =
            new OrRequestMatcher(FullPath.of(HttpMethod.GET, FILES), FullPath.of(HttpMethod.HEAD, FILES));

    private StaticFiles() {}
}

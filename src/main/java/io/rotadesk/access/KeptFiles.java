package io.rotadesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lets a browser keep the files of the web applications: several megabytes, which were fetched again with every page. It
 * asks each time whether a file has changed, by a value that follows from the content, so that an upgrade or an account
 * that was closed takes effect at once. Pages and answers of the APIs are never kept.
 */
final class KeptFiles extends ShallowEtagHeaderFilter {

    private static final RequestMatcher KEPT = new OrRequestMatcher(
            StaticFiles.REQUESTED,
            FullPath.of(
                    HttpMethod.GET,
                    "/camunda/favicon.ico",
                    "/camunda/lib/**",
                    "/camunda/css/**",
                    "/camunda/fonts/**",
                    "/camunda/img/**",
                    "/camunda/assets/**",
                    "/camunda/app/{file:.+\\.(?:js|css|txt)}",
                    "/camunda/app/{application}/{file:.+\\.(?:js|css|txt)}",
                    "/camunda/app/{application}/locales/**",
                    "/camunda/app/{application}/scripts/**",
                    "/camunda/app/{application}/styles/**",
                    "/camunda/api/{application}/plugin/{plugin}/static/**"));

    private static final String ASK_EACH_TIME =
            CacheControl.noCache().cachePrivate().getHeaderValue();

    KeptFiles() {
        // A server that compresses an answer may not call it the same byte by byte.
        setWriteWeakETag(true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !KEPT.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME);
        super.doFilterInternal(request, response, chain);
    }
}

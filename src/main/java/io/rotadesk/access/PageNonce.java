package io.rotadesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets the scripts of a page of Tasklist, Cockpit and Admin run. Camunda draws a number for each request, writes it into the policy
 * of the answer, and keeps it in one place for all requests until the page is written: when another request comes between, the page
 * has that one's number, and the browser runs none of its scripts. Here the policy of an answer gets the number of its page.
 */
final class PageNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern IN_THE_PAGE = Pattern.compile("<script[^>]*\\bnonce=\"([^\"]+)\"");
    private static final Pattern IN_THE_POLICY = Pattern.compile("'nonce-[^']*'");

    private static final RequestMatcher PAGES = FullPath.of(
            HttpMethod.GET,
            "/camunda/app/{application}",
            "/camunda/app/{application}/",
            "/camunda/app/{application}/{engine:[^.]+}",
            "/camunda/app/{application}/{engine:[^.]+}/");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGES.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String policy = page.getHeader(POLICY);
        Matcher nonce = IN_THE_PAGE.matcher(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8));
        if (policy != null && nonce.find()) {
            page.setHeader(
                    POLICY,
                    IN_THE_POLICY
                            .matcher(policy)
                            .replaceAll(Matcher.quoteReplacement("'nonce-" + nonce.group(1) + "'")));
        }
        page.copyBodyToResponse();
    }
}

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
 * Completes the first page of Tasklist, Cockpit, Admin and Welcome, which Camunda writes.
 *
 * <p>Its scripts run: Camunda draws a number for each request, writes it into the policy of the answer, and keeps it in one place for
 * all requests until the page is written. When another request comes between, the page has that one's number, and the browser runs
 * none of its scripts. Here the policy of an answer gets the number of its page.
 *
 * <p>It has our product's name, in the tab of a browser too, until its scripts have come.
 */
final class EnginePage extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern IN_THE_PAGE = Pattern.compile("<script[^>]*\\bnonce=\"([^\"]+)\"");
    private static final Pattern IN_THE_POLICY = Pattern.compile("'nonce-[^']*'");

    private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");

    /** In plain letters, which are the same in every encoding. */
    private static final String OUR_TITLE = "<title>Rota Desk &#36718;&#20540;&#21488;</title>";

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
        if (page.getStatus() == HttpServletResponse.SC_OK && page.getContentSize() > 0) {
            complete(page);
        }
        page.copyBodyToResponse();
    }

    private static void complete(ContentCachingResponseWrapper page) throws IOException {
        // One letter for each byte: whatever the encoding is, the rest of the page stays as it was.
        String written = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
        String policy = page.getHeader(POLICY);
        Matcher nonce = IN_THE_PAGE.matcher(written);
        if (policy != null && nonce.find()) {
            page.setHeader(
                    POLICY,
                    IN_THE_POLICY
                            .matcher(policy)
                            .replaceAll(Matcher.quoteReplacement("'nonce-" + nonce.group(1) + "'")));
        }
        page.resetBuffer();
        page.getOutputStream()
                .write(TITLE.matcher(written).replaceFirst(OUR_TITLE).getBytes(StandardCharsets.ISO_8859_1));
    }
}

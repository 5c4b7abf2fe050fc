package io.rotadesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that a page of another site made a browser send: the browser adds a remembered login without asking.
 * Programs name no origin and are not affected. The check runs before the login.
 */
class OwnSite extends OncePerRequestFilter {

    private final PublicAddress address;
    private final Refusals refusals;

    OwnSite(PublicAddress address, Refusals refusals) {
        this.address = address;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromElsewhere(request)) {
            refusals.forbidden(request, response, Refusals.Reason.OTHER_SITE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whether the browser says that one of our pages has sent this; a request that says nothing about its page is not trusted. */
    boolean isSentByOurPage(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ORIGIN) != null && !isFromElsewhere(request);
    }

    private boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        List<String> origins = Collections.list(request.getHeaders(HttpHeaders.ORIGIN));
        if (!origins.isEmpty()) {
            return !origins.stream().allMatch(origin -> isHere(origin, request));
        }
        String referer = request.getHeader(HttpHeaders.REFERER);
        return referer != null && !isHere(referer, request);
    }

    private boolean isHere(String page, HttpServletRequest request) {
        try {
            URI from = new URI(page.strip());
            if (from.getScheme() == null || from.getHost() == null) {
                return false;
            }
            return address.isOf(from)
                    || from.getScheme().equalsIgnoreCase(request.getScheme())
                            && from.getHost()
                                    .toLowerCase(Locale.ROOT)
                                    .equals(request.getServerName().toLowerCase(Locale.ROOT))
                            && PublicAddress.port(from) == request.getServerPort();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

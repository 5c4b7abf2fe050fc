package io.rotadesk.leasing.handbook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Where a link or a picture may lead: http, https, for a link mailto, and a path of this application. Everything else
 * leads nowhere, also what a browser would make something else of than it looks like.
 */
final class PageAddresses implements UrlSanitizer {

    private static final Set<String> PAGES = Set.of("http", "https");
    private static final String NOWHERE = "";

    @Override
    public String sanitizeLinkUrl(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("mailto:") && isWritten(url) ? url : sanitizeImageUrl(url);
    }

    @Override
    public String sanitizeImageUrl(String url) {
        if (!isWritten(url)) {
            return NOWHERE;
        }
        if (isOwn(url)) {
            return url;
        }
        try {
            URI uri = new URI(url.replaceAll("[^\\x21-\\x7e]", "_").replaceAll("[\"<>\\\\^`{|}]", "_"));
            boolean page = uri.getScheme() != null
                    && PAGES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getRawAuthority() != null;
            return page ? url : NOWHERE;
        } catch (URISyntaxException e) {
            return NOWHERE;
        }
    }

    /** A path from the root, or a place on the page; two slashes would be another host, and so would a backslash. */
    private static boolean isOwn(String url) {
        return url.startsWith("#") || url.startsWith("/") && !url.startsWith("//") && url.indexOf('\\') < 0;
    }

    /** Browsers leave control characters and blanks out before they read an address. */
    private static boolean isWritten(String url) {
        return url.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}

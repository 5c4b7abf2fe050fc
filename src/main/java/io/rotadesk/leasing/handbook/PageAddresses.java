package io.rotadesk.leasing.handbook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Decides which addresses links and pictures may have: http, https, paths of this application, and for links mailto.
 * All others are removed, including addresses that a browser reads differently from how they look.
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

    /** A path from the root, or an anchor on the page; two slashes, or a backslash, would mean another host. */
    private static boolean isOwn(String url) {
        return url.startsWith("#") || url.startsWith("/") && !url.startsWith("//") && url.indexOf('\\') < 0;
    }

    /** Browsers skip control characters and blanks before they read an address. */
    private static boolean isWritten(String url) {
        return url.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}

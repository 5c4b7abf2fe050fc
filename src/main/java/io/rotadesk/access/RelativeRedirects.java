package io.rotadesk.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Makes sure that redirects never name a host: all of ours lead to this application, and the host in a request may be
 * forged. Of an absolute address, only the path and the part after it are sent.
 */
class RelativeRedirects extends HttpServletResponseWrapper {

    private static final Pattern HOST = Pattern.compile("^\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:)?[/\\\\]{2,}[^/\\\\?#]*");

    RelativeRedirects(HttpServletResponse response) {
        super(response);
    }

    static String relative(String location) {
        Matcher host = HOST.matcher(location);
        if (!host.find()) {
            return location;
        }
        String rest = location.substring(host.end());
        // Once more: the rest must not begin with a host either.
        return rest.startsWith("/") || rest.startsWith("\\") ? relative(rest) : "/" + rest;
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(relative(location));
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, isLocation(name, value) ? relative(value) : value);
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, isLocation(name, value) ? relative(value) : value);
    }

    private static boolean isLocation(String name, String value) {
        return value != null && HttpHeaders.LOCATION.equalsIgnoreCase(name);
    }
}

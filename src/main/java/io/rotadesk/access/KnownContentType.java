package io.rotadesk.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Drops a {@code Content-Type} that names no kind of content, such as {@code *}{@code /*}: the code that reads it would
 * fail, each part in its own way.
 */
final class KnownContentType extends HttpServletRequestWrapper {

    private KnownContentType(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        String named = request.getContentType();
        return named == null || isOneKind(named) ? request : new KnownContentType(request);
    }

    private static boolean isOneKind(String named) {
        try {
            return MediaType.parseMediaType(named).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public String getHeader(String name) {
        return isIt(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isIt(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isIt(name))
                .toList());
    }

    private static boolean isIt(String name) {
        return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name);
    }
}

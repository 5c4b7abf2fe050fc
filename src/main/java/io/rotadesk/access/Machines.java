package io.rotadesk.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Whose requests come from programs, which want problem details and not pages. */
final class Machines {

    private static final Pattern ADDRESSES = Pattern.compile("/(engine-rest|api|actuator|camunda/api)(/.*)?");

    private Machines() {}

    static boolean send(HttpServletRequest request) {
        return ADDRESSES
                        .matcher(request.getRequestURI()
                                .substring(request.getContextPath().length()))
                        .matches()
                || request.getHeader("HX-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }
}

package io.rotadesk.platform.input;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Distinguishes machines, which read problem details, from people, who read pages. */
public final class Machines {

    private static final Pattern ADDRESSES = Pattern.compile("/(engine-rest|api|actuator|camunda/api)(/.*)?");

    private Machines() {}

    /** Whether the address is one of an API, which reads the body itself. */
    public static boolean addressed(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return ADDRESSES.matcher(path).matches();
    }

    /** Whether the answer is read by a program: at an API, and by a page's script that asks for JSON. */
    static boolean asks(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return addressed(request) || accept != null && accept.contains("json") && !accept.contains("text/html");
    }
}

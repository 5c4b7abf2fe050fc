package io.rotadesk.input;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Tells machines, which read problem details, from people, who read pages. */
final class Machines {

    private Machines() {}

    /** Whether the address is one of an API: the body is theirs to read. */
    static boolean addressed(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                || path.startsWith("/engine-rest")
                || path.startsWith("/camunda/api/")
                || path.startsWith("/actuator");
    }

    /** Whether the answer is read by a program: at an API, and by a page's script that asks for JSON. */
    static boolean asks(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return addressed(request) || accept != null && accept.contains("json") && !accept.contains("text/html");
    }
}

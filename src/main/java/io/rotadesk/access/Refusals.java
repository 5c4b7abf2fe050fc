package io.rotadesk.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** How a machine is told that it may not: problem details, and for the engine's API also what its clients look for. */
@Component
class Refusals {

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** @param challenge whether an HTTP client should ask its user for a login */
    void unauthorized(HttpServletRequest request, HttpServletResponse response, String detail, boolean challenge)
            throws IOException {
        if (challenge) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Rota Desk\", charset=\"UTF-8\"");
        }
        write(request, response, HttpStatus.UNAUTHORIZED, detail);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, String detail) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, detail);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURI());
        // The engine's web applications and Camunda Modeler show this field.
        problem.put("message", detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), problem);
    }
}

package io.rotadesk.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The answers of the engine's REST resources to failures, in {@code /engine-rest} and in the web applications alike. A
 * mistake of the caller's is a 4xx with a sentence for people; our own failure is a 500 without any text of the engine.
 * By itself the engine answers 500 to both, with a stack trace in the log. Found by Jersey by {@code
 * META-INF/services}.
 */
public class RefusedAnswer implements AutoDiscoverable {

    /** Comes before the engine's own mappers of the same exceptions, which have the default priority. */
    private static final int FIRST = 1;

    @Override
    public void configure(FeatureContext context) {
        List.of(OfResource.class, OfEngine.class, OfJson.class, OfJsonSyntax.class, OfAnything.class, BodyText.class)
                .forEach(part -> context.register(part, FIRST));
    }

    private abstract static class Answer<T extends Throwable> implements ExceptionMapper<T> {

        @Context
        private ServletContext servlets;

        @Context
        private HttpServletRequest request;

        @Override
        public Response toResponse(T thrown) {
            EngineProblem problem = WebApplicationContextUtils.getRequiredWebApplicationContext(servlets)
                    .getBean(EngineProblems.class)
                    .of(thrown, request);
            return Response.status(problem.status())
                    .entity(problem.body())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** For a refusal by one of the engine's resources. */
    @Priority(FIRST)
    public static class OfResource extends Answer<RestException> {}

    /** For exceptions of the engine. */
    @Priority(FIRST)
    public static class OfEngine extends Answer<ProcessEngineException> {}

    /** For a body of the wrong form. */
    @Priority(FIRST)
    public static class OfJson extends Answer<JsonMappingException> {}

    /** For a body that is no JSON. */
    @Priority(FIRST)
    public static class OfJsonSyntax extends Answer<JsonParseException> {}

    /** For all other exceptions. */
    @Priority(FIRST)
    public static class OfAnything extends Answer<Throwable> {}
}

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
 * What the engine's REST resources answer when something goes wrong, in {@code /engine-rest} and in the web applications
 * alike: a mistake of the caller's is a 4xx with a sentence for people, our own is a 500 without a word of the engine's. Their
 * own answer is 500 to both, with a stack trace in the log. Found by Jersey by {@code META-INF/services}.
 */
public class RefusedAnswer implements AutoDiscoverable {

    /** Before the engine's own for the same kinds of exception, whose priority is the usual one. */
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

    /** The engine's answer of a resource that refuses. */
    @Priority(FIRST)
    public static class OfResource extends Answer<RestException> {}

    /** What the engine throws. */
    @Priority(FIRST)
    public static class OfEngine extends Answer<ProcessEngineException> {}

    /** A body of the wrong form. */
    @Priority(FIRST)
    public static class OfJson extends Answer<JsonMappingException> {}

    /** A body that is no JSON. */
    @Priority(FIRST)
    public static class OfJsonSyntax extends Answer<JsonParseException> {}

    /** Whatever else is thrown. */
    @Priority(FIRST)
    public static class OfAnything extends Answer<Throwable> {}
}

package io.rotadesk.engine;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.FeatureContext;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * The engine's REST resources answer 500 to a {@link RefusedException} and put an English sentence with an id before its
 * message. People see this message in Tasklist: so 400, and the message alone. Found by Jersey, in {@code
 * /engine-rest} and in the web applications alike, by {@code META-INF/services}.
 */
public class RefusedAnswer implements ContainerResponseFilter, AutoDiscoverable {

    private static final Pattern ADDED_BY_THE_ENGINE = Pattern.compile("^Cannot [a-z ]+ \\S+: ");

    @Override
    public void configure(FeatureContext context) {
        context.register(RefusedAnswer.class);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ExceptionDto error
                && error.getCode() != null
                && error.getCode() == RefusedException.CODE) {
            response.setStatus(400);
            error.setMessage(ADDED_BY_THE_ENGINE.matcher(error.getMessage()).replaceFirst(""));
        }
    }
}

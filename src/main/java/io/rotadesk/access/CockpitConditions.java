package io.rotadesk.access;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Keeps Cockpit's own queries from asking for values of variables. They bypass the engine's guards, so {@link
 * HiddenValues} cannot check them. Found by Jersey, by {@code META-INF/services}.
 */
public class CockpitConditions implements ContainerRequestFilter, ReaderInterceptor, AutoDiscoverable {

    private static final String COCKPIT = "org.camunda.bpm.cockpit.";

    @Override
    public void configure(FeatureContext context) {
        context.register(CockpitConditions.class);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getBaseUri().getPath().contains("/api/cockpit")
                && request.getUriInfo().getQueryParameters().keySet().stream()
                        .anyMatch(
                                name -> name.toLowerCase(java.util.Locale.ROOT).contains("variable"))) {
            throw new BadRequestException();
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body != null
                && body.getClass().getName().startsWith(COCKPIT)
                && !AskedVariables.of(body).isEmpty()) {
            throw new BadRequestException();
        }
        return body;
    }
}

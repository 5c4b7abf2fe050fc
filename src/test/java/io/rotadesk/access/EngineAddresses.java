package io.rotadesk.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every address of the engine's REST API, as its resources declare them. */
final class EngineAddresses {

    private static final int DEEPEST = 6;

    /** @param path within the API; {@code {id}} and the like stand for any text */
    record Address(String method, String path) {}

    private final Set<Address> found = new LinkedHashSet<>();

    private EngineAddresses() {}

    static Set<Address> all() {
        var addresses = new EngineAddresses();
        addresses.walk(NamedProcessEngineRestServiceImpl.class, "", 0);
        return addresses.found;
    }

    private void walk(Class<?> resource, String path, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (Method method : resource.getMethods()) {
            Path own = method.getAnnotation(Path.class);
            String here = path + (own == null ? "" : withSlash(own.value()));
            String verb = Arrays.stream(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .map(type -> type.getAnnotation(HttpMethod.class))
                    .filter(one -> one != null)
                    .map(HttpMethod::value)
                    .findFirst()
                    .orElse(null);
            if (verb != null) {
                found.add(new Address(verb, here.replaceFirst("^/\\{name}", "")));
            } else if (own != null) {
                walk(method.getReturnType(), here, depth + 1);
            }
        }
    }

    private static String withSlash(String path) {
        return (path.startsWith("/") ? path : "/" + path).replaceAll("/$", "");
    }
}

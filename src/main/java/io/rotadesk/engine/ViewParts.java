package io.rotadesk.engine;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.util.ReflectionUtils;

/**
 * The named parts of a kind of {@link FormView}.
 *
 * @param accessors by name, in their order: how to get from the view to the value; none for a field that starts empty
 */
record ViewParts(Map<String, Method[]> accessors) {

    private static final ClassValue<ViewParts> KNOWN = new ClassValue<>() {
        @Override
        protected ViewParts computeValue(Class<?> type) {
            Map<String, Method[]> accessors = new LinkedHashMap<>();
            collect(type, new Method[0], accessors);
            return new ViewParts(accessors);
        }
    };

    /** @param type a record */
    static ViewParts of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static void collect(Class<?> type, Method[] to, Map<String, Method[]> accessors) {
        for (RecordComponent component : type.getRecordComponents()) {
            Method[] path = Arrays.copyOf(to, to.length + 1);
            path[to.length] = component.getAccessor();
            ReflectionUtils.makeAccessible(component.getAccessor());
            if (FormView.class.isAssignableFrom(component.getType())) {
                collect(component.getType(), path, accessors);
            } else {
                accessors.put(component.getName(), path);
            }
        }
        FormView.Entries entries = type.getAnnotation(FormView.Entries.class);
        if (entries != null) {
            for (String name : entries.value()) {
                accessors.put(name, new Method[0]);
            }
        }
    }

    Set<String> names() {
        return accessors.keySet();
    }

    /** @return the value of the part; null for none */
    static Object value(FormView view, String name) {
        Method[] path = of(view.getClass()).accessors.getOrDefault(name, new Method[0]);
        Object value = path.length == 0 ? null : view;
        for (Method accessor : path) {
            value = ReflectionUtils.invokeMethod(accessor, value);
        }
        // As the expression that made the view, this is our own code and not the person's request.
        return value instanceof Supplier<?> later
                ? Context.getCommandContext().<Object>runWithoutAuthorization(later::get)
                : value;
    }
}

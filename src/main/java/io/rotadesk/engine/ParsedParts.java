package io.rotadesk.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.springframework.util.ReflectionUtils;

/**
 * Finds every object that the engine's parser has attached to an element of a process. It follows the fields of the
 * objects, since nobody can list all the places. Other elements are not followed; they are checked on their own.
 */
final class ParsedParts {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> toVisit = new ArrayDeque<>();

    /** @param element an activity, a sequence flow or a whole process */
    ParsedParts(Object element) {
        seen.add(element);
        fields(element);
    }

    /** @param goesOn gets every part, and says whether to follow its fields too */
    void forEach(Predicate<Object> goesOn) {
        while (!toVisit.isEmpty()) {
            Object part = toVisit.poll();
            if (part instanceof Map<?, ?> map) {
                map.keySet().forEach(this::add);
                map.values().forEach(this::add);
            } else if (part instanceof Collection<?> collection) {
                collection.forEach(this::add);
            } else if (part instanceof Object[] array) {
                Arrays.asList(array).forEach(this::add);
            } else if (goesOn.test(part)) {
                fields(part);
            }
        }
    }

    private void fields(Object owner) {
        for (Class<?> type = owner.getClass(); type != Object.class; type = type.getSuperclass()) {
            Stream.of(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .filter(field -> !field.getType().isPrimitive())
                    .forEach(field -> add(value(field, owner)));
        }
    }

    private void add(Object part) {
        boolean isElement = part instanceof ScopeImpl || part instanceof TransitionImpl;
        if (part != null && !isElement && !isPlain(part) && seen.add(part)) {
            toVisit.add(part);
        }
    }

    private static boolean isPlain(Object part) {
        return part instanceof String || part instanceof Number || part instanceof Boolean || part instanceof Enum<?>;
    }

    static Object value(Field field, Object owner) {
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, owner);
    }
}

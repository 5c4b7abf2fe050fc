package io.rotadesk.access;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.QueryVariableValue;
import org.camunda.bpm.engine.impl.VariableInstanceQueryProperty;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.rest.dto.VariableQueryParameterDto;
import org.springframework.util.ReflectionUtils;

/**
 * Finds the names of the variables whose values a query asks for, or by whose values it sorts. Each of the engine's
 * queries keeps its conditions in its own way, some of them privately, so this class reads the fields.
 */
final class AskedVariables {

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private AskedVariables() {}

    static Set<String> of(Object query) {
        AskedVariables asked = new AskedVariables();
        asked.read(query);
        return asked.names;
    }

    private void read(Object query) {
        if (seen.add(query)) {
            ReflectionUtils.doWithFields(
                    query.getClass(),
                    field -> {
                        ReflectionUtils.makeAccessible(field);
                        condition(field.get(query));
                    },
                    field -> field.getDeclaringClass().getName().startsWith("org.camunda.bpm.")
                            && !java.lang.reflect.Modifier.isStatic(field.getModifiers()));
        }
    }

    private void condition(Object condition) {
        if (condition instanceof QueryVariableValue variable) {
            names.add(variable.getName());
        } else if (condition instanceof VariableQueryParameterDto variable) {
            names.add(variable.getName());
        } else if (condition instanceof QueryOrderingProperty order && order.hasRelationConditions()) {
            order.getRelationConditions().stream()
                    .filter(one -> VariableInstanceQueryProperty.VARIABLE_NAME.equals(one.getProperty()))
                    .forEach(one -> names.add(String.valueOf(one.getScalarValue())));
        } else if (condition instanceof Collection<?> several) {
            several.forEach(this::condition);
        } else if (condition instanceof Map<?, ?> several) {
            several.values().forEach(this::condition);
        } else if (condition instanceof ListQueryParameterObject other) {
            // A nested query, whose conditions are alternatives.
            read(other);
        }
    }
}

package io.rotadesk.engine;

import io.rotadesk.platform.register.OncePerTransaction;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Lets a model ask only about its own unit. It checks the ids that a model passes to a bean before the bean sees them,
 * whether they are literals, variables or answers of other beans. It also checks the ids among the variables before a
 * step or a listener of ours reads them.
 */
@Component
public class ModelKeys {

    private static final Logger log = LoggerFactory.getLogger(ModelKeys.class);

    private record Asked(ModelKey key, String id, String unit) {}

    private record Called(Class<?> bean, String method, int parameters) {}

    private final ObjectProvider<ModelKey> declared;
    private final EngineWording messages;
    private final OncePerTransaction<Asked, Boolean> answers = new OncePerTransaction<>();
    private final Map<Called, List<ModelKey[]>> byMethod = new ConcurrentHashMap<>();
    private volatile Map<String, ModelKey> byName;

    ModelKeys(ObjectProvider<ModelKey> declared, EngineWording messages) {
        this.declared = declared;
        this.messages = messages;
    }

    /**
     * @param bean a model bean
     * @param arguments as many as the method has parameters
     * @throws RefusedException if one of the arguments is an id of another unit
     */
    void check(VariableScope scope, Object bean, String method, Object[] arguments) {
        Called called = new Called(ClassUtils.getUserClass(bean), method, arguments.length);
        for (ModelKey[] keys : byMethod.computeIfAbsent(called, this::keysOf)) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != null) {
                    require(keys[i], arguments[i], unitOf(scope));
                }
            }
        }
    }

    /**
     * @param scope the scope that a step or a listener of ours reads
     * @throws RefusedException if one of the visible ids belongs to another unit
     */
    public void checkVariables(VariableScope scope) {
        names().forEach((name, key) -> {
            if (scope.hasVariable(name)) {
                require(key, scope.getVariable(name), unitOf(scope));
            }
        });
    }

    private void require(ModelKey key, Object value, Optional<String> unit) {
        if (value == null) {
            return;
        }
        String id = value.toString();
        if (unit.isEmpty() || !concerns(key, id, unit.get())) {
            log.warn("A process of unit {} asked about {} {}", unit.orElse("none"), key.names(), id);
            throw new RefusedException(messages.get("model.key.otherUnit", id));
        }
    }

    private boolean concerns(ModelKey key, String id, String unit) {
        return answers.get(
                        new Asked(key, id, unit),
                        () -> Optional.of(key.concerns().test(id, unit)))
                .orElseThrow();
    }

    private static Optional<String> unitOf(VariableScope scope) {
        if (scope instanceof TaskEntity task) {
            return Optional.ofNullable(task.getExecution()).map(ExecutionEntity::getTenantId);
        }
        return scope instanceof ExecutionEntity execution
                ? Optional.ofNullable(execution.getTenantId())
                : Optional.empty();
    }

    private List<ModelKey[]> keysOf(Called called) {
        return Arrays.stream(called.bean().getMethods())
                .filter(method -> method.getName().equals(called.method()))
                .filter(method -> method.getParameterCount() == called.parameters())
                .map(this::keysOf)
                .toList();
    }

    private ModelKey[] keysOf(Method method) {
        return Arrays.stream(method.getParameters())
                .map(Parameter::getName)
                .map(names()::get)
                .toArray(ModelKey[]::new);
    }

    private Map<String, ModelKey> names() {
        if (byName == null) {
            Map<String, ModelKey> all = new HashMap<>();
            declared.stream().forEach(key -> key.names().forEach(name -> all.put(name, key)));
            byName = Map.copyOf(all);
        }
        return byName;
    }
}

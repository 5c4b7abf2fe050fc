package io.rotadesk.access;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.ShownVariables;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.MessageCorrelationResultWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Removes personal values from the engine's answers to process owners and administrators. They see which variables
 * exist, and the values of those that are not personal. They can neither search for a personal value nor sort by one.
 */
@Component
class HiddenValues {

    private static final Set<Role> LOOK_AFTER = Set.of(Role.PROCESS_OWNER, Role.ADMINISTRATOR);

    /** Answers that hold several named values. */
    private static final List<Class<?>> WITH_VARIABLES = List.of(
            LockedExternalTask.class, MessageCorrelationResultWithVariables.class, ProcessInstanceWithVariables.class);

    private final ShownVariables shown;
    private final AccessWording words;

    HiddenValues(ShownVariables shown, AccessWording words) {
        this.shown = shown;
        this.words = words;
    }

    /** Whether this person's present request to the engine is answered without personal values. */
    static boolean areHiddenFrom(Authentication person, CommandContext command) {
        return person != null
                && person.getUserId() != null
                && command.isAuthorizationCheckEnabled()
                && LOOK_AFTER.stream().anyMatch(role -> LedUnits.is(person, role));
    }

    RefusedException refused() {
        return new RefusedException(text());
    }

    /** @throws RefusedException if the query asks for a value that is not shown */
    void checkConditions(Object query) {
        if (!AskedVariables.of(query).stream().allMatch(shown::isShownEverywhere)) {
            throw refused();
        }
    }

    /**
     * @param process the key of the process that the answer is about; null when it is not known
     * @param name the one variable that was asked for; null if it was not exactly one
     * @return the answer, without the values that are not shown
     */
    Object hide(Object answer, String process, String name) {
        Predicate<String> isShown =
                process == null ? shown::isShownEverywhere : variable -> shown.isShown(process, variable);
        if (name != null) {
            return answer == null || isShown.test(name) ? answer : Variables.untypedNullValue();
        } else if (answer instanceof VariableMap map) {
            return hide(map, isShown);
        } else if (answer instanceof List<?> list) {
            return list.stream().anyMatch(HiddenValues::mayHaveValues)
                    ? list.stream().map(one -> hide(one, process, null)).toList()
                    : list;
        } else if (answer instanceof VariableInstance one) {
            String key = keyOf(one.getProcessDefinitionId());
            return shown.isShown(key, one.getName()) ? one : unreadable(one, VariableInstance.class);
        } else if (answer instanceof HistoricVariableInstance one) {
            return shown.isShown(one.getProcessDefinitionKey(), one.getName())
                    ? one
                    : unreadable(one, HistoricVariableInstance.class);
        } else if (answer instanceof HistoricVariableUpdate one) {
            return shown.isShown(one.getProcessDefinitionKey(), one.getVariableName())
                    ? one
                    : unreadable(one, HistoricVariableUpdate.class);
        }
        return WITH_VARIABLES.stream()
                .filter(type -> type.isInstance(answer))
                .findFirst()
                .map(type -> proxy(answer, type, isShown))
                .orElse(answer);
    }

    private static boolean mayHaveValues(Object one) {
        return one instanceof VariableInstance
                || one instanceof HistoricVariableInstance
                || one instanceof HistoricVariableUpdate
                || WITH_VARIABLES.stream().anyMatch(type -> type.isInstance(one));
    }

    /** Replaces values that are not shown by null. */
    private static VariableMap hide(VariableMap variables, Predicate<String> isShown) {
        VariableMap shown = Variables.createVariables();
        variables
                .keySet()
                .forEach(name -> shown.putValueTyped(
                        name, isShown.test(name) ? variables.getValueTyped(name) : Variables.untypedNullValue()));
        return shown;
    }

    /**
     * Hides the values behind a proxy. The engine's own row must not be changed, since the engine would write the
     * change back.
     */
    private Object unreadable(Object row, Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getValue" -> null;
                    case "getTypedValue" -> Variables.untypedNullValue();
                    case "getErrorMessage" -> text();
                    default -> call(row, method, arguments);
                });
    }

    private static Object proxy(Object row, Class<?> type, Predicate<String> isShown) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Object value = call(row, method, arguments);
            return value instanceof VariableMap map ? hide(map, isShown) : value;
        });
    }

    private static Object call(Object row, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(row, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static String keyOf(String processDefinitionId) {
        return processDefinitionId == null
                ? null
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(processDefinitionId)
                        .getKey();
    }

    private String text() {
        return words.get("access.values.hidden");
    }
}

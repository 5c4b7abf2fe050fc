package io.rotadesk.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A variable of a process, declared once, in one class for each process, as a constant. Only declared variables that are
 * not personal are shown to people who look after the processes ({@link ShownVariables}), and only they can be used in a
 * model's expressions besides its forms' fields and its own parameters.
 *
 * @param <T> the Java type of the value: a string, a number, a boolean; never an object of ours
 */
public final class ProcessVariable<T> {

    private final String name;
    private final Class<T> type;
    private final boolean personal;
    private final boolean person;

    private ProcessVariable(String name, Class<T> type, boolean personal, boolean person) {
        this.name = Objects.requireNonNull(name);
        this.type = Objects.requireNonNull(type);
        this.personal = personal;
        this.person = person;
    }

    /** The login of somebody who works here and has something to do; replaced by another login when they leave. */
    public static ProcessVariable<String> person(String name) {
        return new ProcessVariable<>(name, String.class, false, true);
    }

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class, false, false);
    }

    public static ProcessVariable<Long> number(String name) {
        return new ProcessVariable<>(name, Long.class, false, false);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class, false, false);
    }

    /** @return the same variable, marked as personal: only people who have the task see it */
    public ProcessVariable<T> personal() {
        return new ProcessVariable<>(name, type, true, person);
    }

    public String name() {
        return name;
    }

    public Class<T> type() {
        return type;
    }

    public boolean isPersonal() {
        return personal;
    }

    public boolean isPerson() {
        return person;
    }

    /**
     * @return the value seen from this scope; empty if there is none or it is null
     * @throws ClassCastException if the value is of another type than declared; whole numbers of any width are numbers
     */
    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(cast(scope.getVariable(name)));
    }

    /**
     * @return the value seen from this scope
     * @throws IllegalStateException if there is none
     * @throws ClassCastException as {@link #find}
     */
    public T get(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("The process variable '" + name + "' has no value here"));
    }

    /** Sets the value in the scope that already has the variable, else in the process instance. Null is a value. */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** Puts the value among the variables that start or continue a process. */
    public void put(Map<String, Object> variables, T value) {
        variables.put(name, value);
    }

    private T cast(Object value) {
        if (type == Long.class && (value instanceof Integer || value instanceof Short)) {
            return type.cast(((Number) value).longValue());
        }
        return type.cast(value);
    }

    @Override
    public String toString() {
        return name;
    }
}

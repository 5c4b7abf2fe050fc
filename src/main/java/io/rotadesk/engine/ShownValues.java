package io.rotadesk.engine;

import io.rotadesk.engine.LookUp.Missing;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFieldsImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What the form of one task shows and no table of the engine holds: inputs that only the form reads, looked up now, and
 * texts of the process as they are written. Each is looked up once at most. A task of an earlier version may have rows for its
 * inputs; those count.
 */
final class ShownValues {

    private final TaskEntity task;
    private final LookUp.Way way;
    /** Null if the task has none. */
    private final FormSchema form;

    private final Map<String, TaskInput> inputs = new LinkedHashMap<>();
    private final Set<String> writtenOut = new HashSet<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<TaskInput, Object> evaluated = new HashMap<>();

    private ShownValues(TaskEntity task, FormSchema form, LookUp.Way way) {
        this.task = task;
        this.form = form;
        this.way = way;
        TaskInputs.onlyShown(task)
                .forEach(input ->
                        input.names().stream().filter(name -> !isRow(name)).forEach(name -> inputs.put(name, input)));
        if (form != null) {
            form.shown().names().stream()
                    .filter(name -> !TaskInputs.of(task).contains(name) && !isRow(name) && task.hasVariable(name))
                    .forEach(writtenOut::add);
        }
    }

    static ShownValues of(TaskEntity task, DeployedForms forms, LookUp.Way way) {
        boolean isOfProcess = task.getTaskDefinition() != null && task.getProcessDefinitionId() != null;
        FormSchema form = isOfProcess
                ? forms.find(
                                task.getTaskDefinition().getFormDefinition(),
                                task.getProcessDefinition(),
                                Context.getCommandContext())
                        .orElse(null)
                : null;
        return new ShownValues(task, form, way);
    }

    /** Whether the task has the variable itself; a task without inputs has no scope of its own but the process's. */
    private boolean isRow(String name) {
        return task.hasVariableLocal(name)
                || TaskInputs.hasOwnScope(task) && task.getExecution().hasVariableLocal(name);
    }

    /** @return whether the value must be asked for here; all others are variables */
    boolean has(String name) {
        return inputs.containsKey(name) || writtenOut.contains(name);
    }

    Set<String> names() {
        Set<String> names = new HashSet<>(inputs.keySet());
        names.addAll(writtenOut);
        return names;
    }

    /** @return what the form shows under this name; null for nothing, also if it could not be looked up */
    Object value(String name) {
        Object value = lookedUp(name);
        if (value instanceof Missing missing) {
            // In a text it is said; a field stays empty, since its value would be sent.
            return form != null && form.shown().texts().contains(name) ? FormMarkdown.text(missing.sentence()) : null;
        }
        return value;
    }

    boolean isMissing(String name) {
        return has(name) && lookedUp(name) instanceof Missing;
    }

    private Object lookedUp(String name) {
        if (!values.containsKey(name)) {
            TaskInput input = inputs.get(name);
            values.put(name, input == null ? form.shown().value(name, task.getVariable(name)) : lookedUp(name, input));
        }
        return values.get(name);
    }

    private Object lookedUp(String name, TaskInput input) {
        if (!evaluated.containsKey(input)) {
            evaluated.put(input, lookUp(input.getName(), () -> input.evaluated(task.getExecution())));
        }
        Object found = evaluated.get(input);
        return found instanceof Missing ? found : lookUp(name, () -> input.part(found, name, task.getExecution()));
    }

    private Object lookUp(String name, Supplier<Object> value) {
        return way.value(task.getTaskDefinitionKey() + "." + name, value);
    }

    /**
     * Adds the values to the task's variables.
     *
     * @param names the names that were asked for; null for all
     * @param deserialize as the engine's own commands have it
     */
    void addTo(VariableMapImpl variables, Collection<String> names, boolean deserialize) {
        for (String name : names()) {
            if (names == null || names.contains(name)) {
                Object value = value(name);
                if (value != null || hidesVariable(name)) {
                    variables.putValueTyped(name, typed(value, deserialize));
                }
            }
        }
    }

    /**
     * Puts into the task's scope what the form showed in those of its fields that were not sent, for the listeners that
     * read them. The scope ends with the task, so these are no rows.
     */
    void keep(Set<String> submitted) {
        for (String name : inputs.keySet()) {
            if (!submitted.contains(name) && (form == null || form.fields().containsKey(name))) {
                Object value = value(name);
                if (value != null || hidesVariable(name)) {
                    task.getExecution().setVariableLocal(name, value);
                }
            }
        }
    }

    private boolean hidesVariable(String name) {
        ExecutionEntity execution = task.getExecution();
        return execution.getParentVariableScope() != null
                && execution.getParentVariableScope().hasVariable(name);
    }

    /** As the engine reads a row of this value. */
    @SuppressWarnings("unchecked")
    private static TypedValue typed(Object value, boolean deserialize) {
        TypedValue untyped = Variables.untypedValue(value);
        var engine = Context.getProcessEngineConfiguration();
        TypedValueSerializer<TypedValue> serializer = Objects.requireNonNull(
                engine.getVariableSerializers().findSerializerForValue(untyped, engine.getFallbackSerializerFactory()));
        TypedValue typed = untyped instanceof UntypedValueImpl plain ? serializer.convertToTypedValue(plain) : untyped;
        ValueFieldsImpl fields = new ValueFieldsImpl();
        serializer.writeValue(typed, fields);
        return serializer.readValue(fields, deserialize, true);
    }
}

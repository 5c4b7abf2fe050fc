package io.rotadesk.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.stereotype.Component;

/**
 * Empties the rows in which running processes hold something about a person: texts that were handed on, and what the forms
 * of multi-instance tasks and of instances of earlier versions show. All other forms look it up, and the history keeps none,
 * so this is all that is left to do when somebody is erased.
 */
@Component
public class PersonalTraces {

    /** The engine's counters of multi-instance tasks; without them no such task could be completed. */
    private static final Set<String> COUNTERS = Set.of(
            MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES,
            MultiInstanceActivityBehavior.NUMBER_OF_ACTIVE_INSTANCES,
            MultiInstanceActivityBehavior.NUMBER_OF_COMPLETED_INSTANCES,
            MultiInstanceActivityBehavior.LOOP_COUNTER);

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Collection<ProcessVariables> declared;

    PersonalTraces(RuntimeService runtime, RepositoryService repository, Collection<ProcessVariables> declared) {
        this.runtime = runtime;
        this.repository = repository;
        this.declared = declared;
    }

    /** Empties every undeclared or personal variable of the instance with this variable, and of what it calls. */
    public void forget(String processDefinitionKey, ProcessVariable<String> id, String value) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(processDefinitionKey)
                .variableValueEquals(id.name(), value)
                .list()
                .forEach(this::forget);
    }

    private void forget(ProcessInstance instance) {
        Set<String> kept = kept(repository
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getKey());
        runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instance.getId())
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .filter(variable -> !kept.contains(variable.getName()))
                .forEach(this::empty);
        runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list()
                .forEach(this::forget);
    }

    private void empty(VariableInstance variable) {
        runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), null);
    }

    private Set<String> kept(String processDefinitionKey) {
        Set<String> names = new HashSet<>(COUNTERS);
        declared.stream()
                .filter(process -> process.processDefinitionKey().equals(processDefinitionKey))
                .flatMap(process -> process.variables().stream())
                .filter(variable -> !variable.isPersonal())
                .forEach(variable -> names.add(variable.name()));
        return names;
    }
}

package io.rotadesk.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The declared variables of a process, and what else the application needs of it. Each module offers one such bean for each
 * of its processes.
 *
 * @param processDefinitionKey the id of the process in its model
 * @param variables what it works with
 * @param contract what a model of it must have
 */
public record ProcessVariables(
        String processDefinitionKey, List<ProcessVariable<?>> variables, ProcessContract contract) {

    public ProcessVariables {
        variables = List.copyOf(variables);
    }

    public static ProcessVariables of(String processDefinitionKey, ProcessVariable<?>... variables) {
        return new ProcessVariables(processDefinitionKey, List.of(variables), ProcessContract.NONE);
    }

    /** @return the same with what a model of the process must have */
    public ProcessVariables needing(ProcessContract contract) {
        return new ProcessVariables(processDefinitionKey, variables, contract);
    }

    Set<String> names() {
        return variables.stream().map(ProcessVariable::name).collect(Collectors.toUnmodifiableSet());
    }
}

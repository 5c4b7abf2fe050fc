package io.rotadesk.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The declared variables of a process. Each module offers one such bean for each of its processes.
 *
 * @param processDefinitionKey the id of the process in its model
 * @param variables what it works with
 */
public record ProcessVariables(String processDefinitionKey, List<ProcessVariable<?>> variables) {

    public ProcessVariables {
        variables = List.copyOf(variables);
    }

    public static ProcessVariables of(String processDefinitionKey, ProcessVariable<?>... variables) {
        return new ProcessVariables(processDefinitionKey, List.of(variables));
    }

    Set<String> names() {
        return variables.stream().map(ProcessVariable::name).collect(Collectors.toUnmodifiableSet());
    }
}

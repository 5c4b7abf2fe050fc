package io.rotadesk.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The declared variables of a process, and the application's other requirements for it. Each module offers one such
 * bean for each of its processes.
 *
 * @param processDefinitionKey the id of the process in its model
 * @param variables the variables of the process
 * @param contract the requirements that every model of it must meet
 */
public record ProcessVariables(
        String processDefinitionKey, List<ProcessVariable<?>> variables, ProcessContract contract) {

    public ProcessVariables {
        variables = List.copyOf(variables);
    }

    public static ProcessVariables of(String processDefinitionKey, ProcessVariable<?>... variables) {
        return new ProcessVariables(processDefinitionKey, List.of(variables), ProcessContract.NONE);
    }

    /** @return the same with the requirements that a model of the process must meet */
    public ProcessVariables needing(ProcessContract contract) {
        return new ProcessVariables(processDefinitionKey, variables, contract);
    }

    Set<String> names() {
        return variables.stream().map(ProcessVariable::name).collect(Collectors.toUnmodifiableSet());
    }
}

package io.rotadesk.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Knows which variables are not personal: those that a module declared as such. People who look after the processes see
 * their values, to find out what went wrong; of all others they see only the names.
 */
@Component
public class ShownVariables {

    private final ObjectProvider<ProcessVariables> declared;
    private final ConcurrentHashMap<String, Set<String>> byProcess = new ConcurrentHashMap<>();

    ShownVariables(ObjectProvider<ProcessVariables> declared) {
        this.declared = declared;
    }

    /** @param processDefinitionKey null if there is none; nothing is shown then */
    public boolean isShown(String processDefinitionKey, String name) {
        return processDefinitionKey != null
                && byProcess.computeIfAbsent(processDefinitionKey, this::shown).contains(name);
    }

    /** Whether values of that name are shown in every process. */
    public boolean isShownEverywhere(String name) {
        return variables().anyMatch(variable -> variable.name().equals(name))
                && variables().filter(variable -> variable.name().equals(name)).noneMatch(ProcessVariable::isPersonal);
    }

    private Set<String> shown(String processDefinitionKey) {
        return declared.stream()
                .filter(process -> process.processDefinitionKey().equals(processDefinitionKey))
                .flatMap(process -> process.variables().stream())
                .filter(variable -> !variable.isPersonal())
                .map(ProcessVariable::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ProcessVariable<?>> variables() {
        return declared.stream().flatMap(process -> process.variables().stream());
    }
}

package io.rotadesk.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Which variables tell nothing about a person: those that a module declared and did not call personal. Whoever looks after
 * the processes sees their values, to find out what went wrong; of all others only that there are some.
 */
@Component
public class ShownVariables {

    private final ObjectProvider<ProcessVariables> declared;
    private final ConcurrentHashMap<String, Set<String>> byProcess = new ConcurrentHashMap<>();

    ShownVariables(ObjectProvider<ProcessVariables> declared) {
        this.declared = declared;
    }

    /** @param processDefinitionKey null for none: nothing of it is shown */
    public boolean isShown(String processDefinitionKey, String name) {
        return processDefinitionKey != null
                && byProcess.computeIfAbsent(processDefinitionKey, this::shown).contains(name);
    }

    /** Whether a value of that name is shown in whichever process it is. */
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

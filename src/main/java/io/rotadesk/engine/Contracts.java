package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The contracts of all modules: what the application needs of the models. */
@Component
class Contracts {

    private final ObjectProvider<ProcessVariables> processes;
    private final ObjectProvider<DecisionContract> decisions;

    Contracts(ObjectProvider<ProcessVariables> processes, ObjectProvider<DecisionContract> decisions) {
        this.processes = processes;
        this.decisions = decisions;
    }

    /** @return whether the application talks to processes of this key */
    boolean hasProcess(String key) {
        return processes.stream()
                .anyMatch(process -> process.processDefinitionKey().equals(key));
    }

    Optional<DecisionContract> decision(String key) {
        return decisions.stream()
                .filter(decision -> decision.decision().equals(key))
                .findFirst();
    }

    /** @return the declared process or decision whose key was probably meant */
    Optional<String> almost(String key) {
        List<String> keys = new ArrayList<>();
        processes.forEach(process -> keys.add(process.processDefinitionKey()));
        decisions.forEach(decision -> keys.add(decision.decision()));
        return keys.contains(key)
                ? Optional.empty()
                : keys.stream().filter(other -> NearMiss.isSame(other, key)).findFirst();
    }

    List<ModelFinding> findings(ProcessDefinitionEntity process) {
        List<ModelFinding> findings = new ArrayList<>();
        processes.forEach(declared -> {
            ContractCheck check = new ContractCheck(process);
            Set<String> startMessages = declared.contract().startMessages();
            findings.addAll(
                    declared.processDefinitionKey().equals(process.getKey())
                            ? check.missing(declared.contract())
                            : check.taken(declared.processDefinitionKey(), startMessages));
        });
        return findings;
    }
}

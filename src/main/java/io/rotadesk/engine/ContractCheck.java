package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/**
 * Checks that a parsed process has everything that its contract asks for, and nothing that belongs to other processes.
 */
final class ContractCheck {

    private final ProcessDefinitionEntity process;
    private final List<ActivityImpl> activities = new ArrayList<>();
    private final Set<String> starting = new TreeSet<>();
    private final Set<String> received = new TreeSet<>();
    private final List<ModelFinding> findings = new ArrayList<>();

    ContractCheck(ProcessDefinitionEntity process) {
        this.process = process;
        visit(process);
    }

    private void visit(ScopeImpl scope) {
        for (EventSubscriptionDeclaration event :
                EventSubscriptionDeclaration.getDeclarationsForScope(scope).values()) {
            if (event.getEventType().equals(EventType.MESSAGE.name()) && event.hasEventName()) {
                (event.isStartEvent() ? starting : received).add(event.getUnresolvedEventName());
            }
        }
        for (ActivityImpl activity : scope.getActivities()) {
            activities.add(activity);
            visit(activity);
        }
    }

    /** @return everything that the application would miss */
    List<ModelFinding> missing(ProcessContract contract) {
        for (String message : sorted(contract.startMessages())) {
            if (!starting.contains(message)) {
                missing("model.contract.start", message, starting);
            }
        }
        for (String message : sorted(contract.messages())) {
            if (!received.contains(message)) {
                missing("model.contract.message", message, received);
            }
        }
        List<String> ids = activities.stream().map(ActivityImpl::getId).toList();
        for (String id : sorted(contract.allElements())) {
            ActivityImpl found = process.findActivity(id);
            if (found == null) {
                missing("model.contract.element", id, ids);
            } else if (contract.tasks().contains(id)
                    && !(found.getActivityBehavior() instanceof UserTaskActivityBehavior)) {
                add("model.contract.task", id);
            }
        }
        activities.stream()
                .filter(activity -> activity.getActivityBehavior() instanceof CallActivityBehavior)
                .map(ActivityImpl::getId)
                .filter(id -> !id.startsWith(RunningInstances.CALLS))
                .forEach(id -> add("model.contract.call", id, RunningInstances.CALLS));
        if (contract.byHand() && !hasStart(ActivityTypes.START_EVENT)) {
            add("model.contract.byHand");
        }
        return findings;
    }

    /** @param others the start messages of another process */
    List<ModelFinding> taken(String owner, Set<String> others) {
        return starting.stream()
                .filter(others::contains)
                .map(message -> new ModelFinding(
                        process.getResourceName(), process.getKey(), "model.contract.taken", message, owner))
                .toList();
    }

    private boolean hasStart(String type) {
        return process.getActivities().stream()
                .anyMatch(activity -> type.equals(activity.getProperties().get(BpmnProperties.TYPE)));
    }

    private void missing(String message, String wanted, Collection<String> present) {
        NearMiss.of(wanted, present)
                .ifPresentOrElse(near -> add(message + ".near", wanted, near), () -> add(message, wanted));
    }

    private static Collection<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }

    private void add(String message, Object... arguments) {
        findings.add(new ModelFinding(process.getResourceName(), process.getKey(), message, arguments));
    }
}

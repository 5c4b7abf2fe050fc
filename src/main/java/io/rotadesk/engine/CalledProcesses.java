package io.rotadesk.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** The processes that others call or start: those of the current deployment, else those in force. */
final class CalledProcesses {

    private final Map<String, ProcessDefinitionEntity> deployed = new HashMap<>();

    CalledProcesses(Collection<ProcessDefinitionEntity> deployed) {
        deployed.forEach(process -> this.deployed.put(process.getKey(), process));
    }

    /** @return empty when there is none yet */
    Optional<ProcessDefinitionEntity> byKey(String key) {
        if (deployed.containsKey(key)) {
            return Optional.of(deployed.get(key));
        }
        ProcessDefinitionEntity inForce = Context.getCommandContext()
                .getProcessDefinitionManager()
                .findLatestProcessDefinitionByKeyAndTenantId(key, null);
        return Optional.ofNullable(inForce).map(CalledProcesses::parsed);
    }

    /** @return the processes in force that a signal starts, without those that are just being replaced */
    List<ProcessDefinitionEntity> startedBySignals() {
        CommandContext context = Context.getCommandContext();
        return signalStarts(context)
                .map(EventSubscriptionEntity::getConfiguration)
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> context.getProcessDefinitionManager().findLatestProcessDefinitionById(id))
                .filter(Objects::nonNull)
                .filter(process -> !deployed.containsKey(process.getKey()))
                .map(CalledProcesses::parsed)
                .toList();
    }

    private static Stream<EventSubscriptionEntity> signalStarts(CommandContext context) {
        return context.getEventSubscriptionManager().findStartEventSubscriptionsByConfigurationLike("%").stream()
                .filter(event -> EventType.SIGNAL.name().equals(event.getEventType()));
    }

    private static ProcessDefinitionEntity parsed(ProcessDefinitionEntity process) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().resolveProcessDefinition(process);
    }
}

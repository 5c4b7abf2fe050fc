package io.rotadesk.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** The extension properties of user tasks. The model of a definition never changes, so each is looked up once. */
@Component
class TaskProperties {

    private final RepositoryService repository;
    private final Map<String, Optional<String>> found = new ConcurrentHashMap<>();

    TaskProperties(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * @param definitionId the id of the process definition; null for a task outside of a process
     * @param step the id of the task in the model
     * @return empty if the task has no such property
     */
    Optional<String> find(String definitionId, String step, String property) {
        return definitionId == null
                ? Optional.empty()
                : found.computeIfAbsent(
                        definitionId + " " + step + " " + property, key -> lookUp(definitionId, step, property));
    }

    private Optional<String> lookUp(String definitionId, String step, String property) {
        UserTask element = repository.getBpmnModelInstance(definitionId).getModelElementById(step);
        if (element == null || element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(one -> property.equals(one.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}

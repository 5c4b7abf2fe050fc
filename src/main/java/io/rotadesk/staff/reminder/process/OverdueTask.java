package io.rotadesk.staff.reminder.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/**
 * Finds the user task whose timer led to a step. Only instances of old models need it, from before reminders became
 * listeners: there a reminder is a step, and a step does not know its task.
 */
@Component
class OverdueTask {

    private final TaskService tasks;

    OverdueTask(TaskService tasks) {
        this.tasks = tasks;
    }

    /**
     * The open tasks whose boundary event led to the step; none if they were completed meanwhile.
     *
     * @throws IllegalStateException if no boundary event leads there
     */
    List<DelegateTask> of(DelegateExecution step) {
        // Within a step of a process, the engine's tasks are those that it gives to listeners.
        return tasks
                .createTaskQuery()
                .processInstanceId(step.getProcessInstanceId())
                .taskDefinitionKey(attachedTo((FlowNode) step.getBpmnModelElementInstance()))
                .list()
                .stream()
                .map(DelegateTask.class::cast)
                .toList();
    }

    private static String attachedTo(FlowNode step) {
        Deque<FlowNode> toVisit = new ArrayDeque<>(List.of(step));
        Set<String> visited = new HashSet<>();
        while (!toVisit.isEmpty()) {
            FlowNode node = toVisit.poll();
            if (node instanceof BoundaryEvent event) {
                return event.getAttachedTo().getId();
            }
            if (visited.add(node.getId())) {
                toVisit.addAll(node.getPreviousNodes().list());
            }
        }
        throw new IllegalStateException("No boundary event leads to " + step.getId()
                + ": it can only remind of the task that an event is attached to");
    }
}

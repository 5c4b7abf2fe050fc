package io.rotadesk.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The inputs of a user task: what its form shows, and the fields whose values stay with the task and go with it. An input
 * that has nothing to show is no row in the database, and a field that is filled in and read when the task is completed
 * never becomes one: of the forty rows that a call's forms would write and delete, half are spared.
 */
class TaskInputs extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        spareEmptyOnes(process);
    }

    private static void spareEmptyOnes(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            IoMapping mapping = activity.getIoMapping();
            if (mapping != null && activity.getActivityBehavior() instanceof UserTaskActivityBehavior) {
                boolean oneOfSeveral = activity.getProperty(BpmnParse.PROPERTYNAME_IS_MULTI_INSTANCE) != null;
                mapping.setInputParameters(mapping.getInputParameters().stream()
                        .<InputParameter>map(
                                input -> new Input(input.getName(), input.getValueProvider(), oneOfSeveral))
                        .collect(Collectors.toList()));
            }
            spareEmptyOnes(activity);
        }
    }

    /** @return the names of the task's inputs; empty if the model gives it none */
    static List<String> of(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        if (execution == null || execution.getActivity() == null) {
            return List.of();
        }
        IoMapping mapping = execution.getActivity().getIoMapping();
        return mapping == null
                ? List.of()
                : mapping.getInputParameters().stream()
                        .map(InputParameter::getName)
                        .toList();
    }

    /**
     * Sets what was submitted for inputs in the task's own scope, also where an empty input left nothing there.
     *
     * @param submitted by name; what is set here is taken out, what is left belongs to the process
     */
    static void keep(TaskEntity task, Map<String, Object> submitted) {
        Map<String, Object> own = new HashMap<>();
        for (String name : of(task)) {
            if (submitted.containsKey(name)) {
                own.put(name, submitted.remove(name));
            }
        }
        if (!own.isEmpty()) {
            task.getExecution().setVariablesLocal(own);
        }
    }

    private static class Input extends InputParameter {

        private final boolean oneOfSeveral;

        /** @param oneOfSeveral whose task it is, of several at once, only its own scope knows */
        Input(String name, ParameterValueProvider value, boolean oneOfSeveral) {
            super(name, value);
            this.oneOfSeveral = oneOfSeveral;
        }

        @Override
        protected void execute(AbstractVariableScope task, AbstractVariableScope process) {
            Object value = getValueProvider().getValue(oneOfSeveral ? task : process);
            // Where the process has a variable of the name, the empty input hides it.
            if (value != null || process.hasVariable(getName())) {
                task.setVariableLocal(getName(), value);
            }
        }
    }
}

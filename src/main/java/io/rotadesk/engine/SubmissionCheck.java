package io.rotadesk.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Checks the values submitted to a user task or to a start event against its form, if it has one. */
@Component
class SubmissionCheck {

    private final DeployedForms forms;
    private final FormCheck check;

    SubmissionCheck(DeployedForms forms, FormCheck check) {
        this.forms = forms;
        this.check = check;
    }

    /**
     * @param variables as submitted, plain or typed; null counts as none
     * @param shown what the form shows
     * @throws RefusedException if the form does not allow the values
     */
    void task(TaskEntity task, Map<String, ?> variables, ShownValues shown, CommandContext commandContext) {
        if (task.getTaskDefinition() == null || task.getProcessDefinitionId() == null) {
            return;
        }
        Map<String, Object> submitted = FormValues.allPlain(variables);
        check.readable(submitted);
        ProcessDefinitionEntity definition = task.getProcessDefinition();
        forms.find(task.getTaskDefinition().getFormDefinition(), definition, commandContext)
                .ifPresent(form -> check.check(form, input(submitted, task, shown)));
    }

    /**
     * Checks the values for a start form, before the engine turns them into variables.
     *
     * @throws RefusedException if a value cannot be read
     */
    void beforeStart(Map<String, ?> variables) {
        check.readable(FormValues.allPlain(variables));
    }

    /**
     * Checks a start by the plain start event, whatever interface was used: all variables of the new instance are then
     * the submitted ones.
     */
    ExecutionListener starts() {
        return this::start;
    }

    private void start(DelegateExecution delegateExecution) {
        var execution = (ExecutionEntity) delegateExecution;
        ProcessDefinitionEntity definition = execution.getProcessDefinition();
        if (execution.getSuperExecution() != null
                || execution.getActivity() == null
                || !ActivityTypes.START_EVENT.equals(
                        execution.getActivity().getProperties().get(BpmnProperties.TYPE))) {
            return;
        }
        forms.find(definition.getStartFormDefinition(), definition, Context.getCommandContext())
                .ifPresent(form -> {
                    Map<String, Object> submitted = FormValues.allPlain(execution.getVariablesTyped(false));
                    // The engine itself sets this one, before the submitted values.
                    Object initiator = definition.getProperty(BpmnParse.PROPERTYNAME_INITIATOR_VARIABLE_NAME);
                    submitted.remove(initiator, Context.getCommandContext().getAuthenticatedUserId());
                    // The unit is no field of the form; that it is one of the person's units was checked before.
                    submitted.remove(TaskInputs.UNIT, execution.getTenantId());
                    check.check(form, new FormInput(submitted, name -> null, submitted.keySet(), feel()));
                });
    }

    private static FormInput input(Map<String, Object> submitted, TaskEntity scope, ShownValues shown) {
        Function<String, Object> before = name -> {
            if (shown.has(name)) {
                return FormValues.plain(shown.value(name));
            }
            return scope.hasVariable(name) ? FormValues.plain(scope.<TypedValue>getVariableTyped(name)) : null;
        };
        Set<String> names = new HashSet<>(scope.getVariableNames());
        names.addAll(TaskInputs.of(scope));
        return new FormInput(submitted, before, shown::isMissing, names, feel());
    }

    private static FeelEngine feel() {
        return FormInput.feel(Context.getProcessEngineConfiguration());
    }
}

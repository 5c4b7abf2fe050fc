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

/** Checks what is submitted to a user task or to a start event against its form, if it has one. */
@Component
class SubmissionCheck {

    /** In this variable who starts a process says for which of their units. */
    private static final String UNIT = "unitId";

    private final DeployedForms forms;
    private final FormCheck check;

    SubmissionCheck(DeployedForms forms, FormCheck check) {
        this.forms = forms;
        this.check = check;
    }

    /**
     * @param variables as submitted, plain or typed; null counts as none
     * @throws RefusedException when the form would not have let it through
     */
    void task(TaskEntity task, Map<String, ?> variables, CommandContext commandContext) {
        if (task.getTaskDefinition() == null || task.getProcessDefinitionId() == null) {
            return;
        }
        Map<String, Object> submitted = FormValues.allPlain(variables);
        check.readable(submitted);
        ProcessDefinitionEntity definition = task.getProcessDefinition();
        forms.find(task.getTaskDefinition().getFormDefinition(), definition, commandContext)
                .ifPresent(form -> check.check(form, input(submitted, task)));
    }

    /**
     * Checks what is about to be sent for a start form, before the engine makes variables of it.
     *
     * @throws RefusedException when something cannot be read
     */
    void beforeStart(Map<String, ?> variables) {
        check.readable(FormValues.allPlain(variables));
    }

    /**
     * Checks a start by the start event without a message, whichever way it came: all variables of the new instance are
     * then the submitted ones.
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
                    // The engine itself sets it, before what was submitted.
                    Object initiator = definition.getProperty(BpmnParse.PROPERTYNAME_INITIATOR_VARIABLE_NAME);
                    submitted.remove(initiator, Context.getCommandContext().getAuthenticatedUserId());
                    // Which unit it is for is no field of the form; that it is one of the person's was looked at
                    // before.
                    submitted.remove(UNIT, execution.getTenantId());
                    check.check(form, new FormInput(submitted, name -> null, submitted.keySet(), feel()));
                });
    }

    private static FormInput input(Map<String, Object> submitted, TaskEntity scope) {
        Function<String, Object> before =
                name -> scope.hasVariable(name) ? FormValues.plain(scope.<TypedValue>getVariableTyped(name)) : null;
        Set<String> names = new HashSet<>(scope.getVariableNames());
        names.addAll(TaskInputs.of(scope));
        return new FormInput(submitted, before, names, feel());
    }

    private static FeelEngine feel() {
        return FormInput.feel(Context.getProcessEngineConfiguration());
    }
}

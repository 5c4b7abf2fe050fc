package io.rotadesk.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The forms of tasks as the models in force have them, for pages that take the same values by the same rules. */
@Component
public class TaskForms {

    private final ObjectProvider<ProcessEngine> engine;
    private final DeployedForms forms;
    private final EngineWording messages;

    TaskForms(ObjectProvider<ProcessEngine> engine, DeployedForms forms, EngineWording messages) {
        this.engine = engine;
        this.forms = forms;
        this.messages = messages;
    }

    /** @return empty if the process in force has no such task, or the task no form */
    public Optional<TaskForm> of(String process, String task) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> schema(process, task, context))
                .map(schema -> new TaskForm(schema, messages, FormInput.feel(configuration)));
    }

    private Optional<FormSchema> schema(String process, String task, CommandContext context) {
        ProcessDefinitionEntity latest =
                context.getProcessDefinitionManager().findLatestProcessDefinitionByKeyAndTenantId(process, null);
        if (latest == null) {
            return Optional.empty();
        }
        ProcessDefinitionEntity parsed = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(latest.getId());
        Map<String, TaskDefinition> tasks = parsed.getTaskDefinitions();
        return Optional.ofNullable(tasks.get(task))
                .flatMap(definition -> forms.find(definition.getFormDefinition(), parsed, context));
    }
}

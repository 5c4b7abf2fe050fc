package io.rotadesk.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.stereotype.Component;

/** The forms that models name. Each is read once, since a deployed form never changes. Use it inside a command. */
@Component
class DeployedForms {

    private record Key(String deploymentId, String formId) {}

    private final ConcurrentMap<Key, FormSchema> forms = new ConcurrentHashMap<>();

    /** @return the form of a start event or a user task of this definition; empty when it has none */
    Optional<FormSchema> find(
            FormDefinition reference, ProcessDefinitionEntity definition, CommandContext commandContext) {
        if (reference == null || reference.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        String formId = reference.getCamundaFormDefinitionKey().getExpressionText();
        if (DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT.equals(reference.getCamundaFormDefinitionBinding())) {
            Key key = new Key(definition.getDeploymentId(), formId);
            return Optional.of(forms.computeIfAbsent(key, k -> read(k, commandContext)));
        }
        throw new IllegalStateException("The form '" + formId + "' of process '" + definition.getKey()
                + "' is not bound to the deployment: set camunda:formRefBinding=\"deployment\" and deploy the"
                + " model again");
    }

    /** @return the variables that the task's form puts into its texts; none if it has no form */
    ShownInText shownInText(TaskDefinition task, ProcessDefinitionEntity definition, CommandContext commandContext) {
        return find(task.getFormDefinition(), definition, commandContext)
                .map(FormSchema::shown)
                .orElse(ShownInText.NOTHING);
    }

    private static FormSchema read(Key key, CommandContext commandContext) {
        var form = commandContext
                .getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(key.deploymentId(), key.formId());
        if (form == null) {
            throw new IllegalStateException("The form '" + key.formId() + "' is not in deployment " + key.deploymentId()
                    + ": deploy it together with the model");
        }
        ResourceEntity resource = commandContext
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(key.deploymentId(), form.getResourceName());
        try {
            return FormSchema.parse(resource.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException("The form " + form.getResourceName() + " cannot be read", e);
        }
    }
}

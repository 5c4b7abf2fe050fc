package io.rotadesk.engine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stands before the engine's own deployers: a new deployment, wherever it comes from, is in the product's language then, and
 * none passes with a finding.
 */
@Component
class ModelGate implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(ModelGate.class);

    private final ModelCheck check;
    private final ModelTranslation translation;
    private final EngineMessages messages;

    ModelGate(ModelCheck check, ModelTranslation translation, EngineMessages messages) {
        this.check = check;
        this.translation = translation;
        this.messages = messages;
    }

    /** @throws RefusedException with all findings */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // The engine reads a deployment again when its models are not in memory.
            return;
        }
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> {
            translate(resource);
            files.put(name, resource.getBytes());
        });
        List<ModelFinding> findings = check.findings(files, FormInput.feel(Context.getProcessEngineConfiguration()));
        if (!findings.isEmpty()) {
            String text = findings.stream()
                    .map(finding -> finding.text(messages))
                    .distinct()
                    .collect(Collectors.joining("\n", messages.get("model.refused") + "\n", ""));
            log.warn("Deployment '{}' was refused: {}", deployment.getName(), text);
            throw new RefusedException(text);
        }
    }

    private void translate(ResourceEntity resource) {
        if (ModelFolders.isModel(resource.getName())) {
            try {
                resource.setBytes(translation.translate(resource.getName(), resource.getBytes()));
            } catch (IOException unreadable) {
                log.debug("{} is left to the check", resource.getName(), unreadable);
            }
        }
    }
}

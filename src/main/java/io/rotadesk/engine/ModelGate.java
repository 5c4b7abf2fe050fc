package io.rotadesk.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs before the engine's own deployers. It completes and translates every new deployment, wherever it comes from, into the
 * product's language, and lets none pass with a finding.
 */
@Component
class ModelGate implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(ModelGate.class);

    private final ModelCheck check;
    private final ModelTranslation translation;
    private final ModelRefusal refusal;

    ModelGate(ModelCheck check, ModelTranslation translation, ModelRefusal refusal) {
        this.check = check;
        this.translation = translation;
        this.refusal = refusal;
    }

    /** @throws RefusedException with all findings */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // The engine reads a deployment again if its models are not in memory.
            return;
        }
        refusal.of(ModelLimits.findings(files(deployment)));
        PartsInForce.addTo(deployment);
        deployment.getResources().values().forEach(this::translate);
        List<ModelFinding> findings = new ArrayList<>(about(deployment));
        findings.addAll(check.findings(files(deployment)));
        refusal.of(findings);
    }

    /**
     * Refuses deployments with a tenant. Models belong to no unit; a second model of the same key for one unit would be
     * found by nobody, or twice by everybody.
     */
    private static List<ModelFinding> about(DeploymentEntity deployment) {
        List<ModelFinding> findings = new ArrayList<>();
        if (deployment.getTenantId() != null) {
            findings.add(new ModelFinding("", "", "model.tenant"));
        }
        if (BpmnVocabulary.isTooLong(deployment.getName()) || BpmnVocabulary.isTooLong(deployment.getSource())) {
            findings.add(new ModelFinding("", "", "model.long", "", "", BpmnVocabulary.LONGEST));
        }
        return findings;
    }

    private static Map<String, byte[]> files(DeploymentEntity deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        return files;
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

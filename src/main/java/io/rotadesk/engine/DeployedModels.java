package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * Stands behind the engine's own deployers, where all processes of a deployment are parsed: whether the application finds in
 * them what it needs, and whether one of them could go round for ever.
 */
@Component
class DeployedModels implements Deployer {

    private final Contracts contracts;
    private final ModelRefusal refusal;

    DeployedModels(Contracts contracts, ModelRefusal refusal) {
        this.contracts = contracts;
        this.refusal = refusal;
    }

    /** @throws RefusedException with all findings; nothing of the deployment stays then */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<ProcessDefinitionEntity> processes =
                Objects.requireNonNullElse(deployment.getDeployedArtifacts(ProcessDefinitionEntity.class), List.of());
        List<ModelFinding> findings = new ArrayList<>();
        processes.forEach(process -> findings.addAll(contracts.findings(process)));
        findings.addAll(new ModelFlow(processes, new CalledProcesses(processes)).findings());
        refusal.of(findings);
    }
}

package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Runs after the engine's own deployers, when all processes of a deployment are parsed. Checks that the application
 * finds everything that it needs, and that no process can loop for ever or call itself.
 */
@Component
class DeployedModels implements Deployer {

    private final Contracts contracts;
    private final ModelRefusal refusal;
    private final ObjectProvider<Models> models;

    DeployedModels(Contracts contracts, ModelRefusal refusal, ObjectProvider<Models> models) {
        this.contracts = contracts;
        this.refusal = refusal;
        this.models = models;
    }

    /** @throws RefusedException with all findings; the deployment is then rolled back */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<ProcessDefinitionEntity> processes =
                Objects.requireNonNullElse(deployment.getDeployedArtifacts(ProcessDefinitionEntity.class), List.of());
        List<ModelFinding> findings = new ArrayList<>();
        processes.forEach(process -> findings.addAll(contracts.findings(process)));
        CalledProcesses called = new CalledProcesses(processes);
        findings.addAll(new ModelFlow(processes, called).findings());
        findings.addAll(new CallLoops(processes, called).findings());
        refusal.of(findings);
        models.getObject().deployed(deployment.getId());
    }
}

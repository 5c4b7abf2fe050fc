package io.rotadesk.engine;

import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/** As {@link KnownProcesses}, for decisions; models name them by their deployment or by their latest version. */
class KnownDecisions extends DecisionDefinitionManager {

    private final KeptDefinitions kept;

    KnownDecisions(KeptDefinitions kept) {
        this.kept = kept;
    }

    @Override
    public DecisionDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        return kept.decision(
                "deployment " + deployment + " " + key, () -> super.findDefinitionByDeploymentAndKey(deployment, key));
    }

    @Override
    public DecisionDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenant) {
        return tenant == null
                ? kept.decision("key " + key, () -> super.findLatestDefinitionByKeyAndTenantId(key, null))
                : super.findLatestDefinitionByKeyAndTenantId(key, tenant);
    }

    @Override
    public void insertDecisionDefinition(DecisionDefinitionEntity decision) {
        kept.changed();
        super.insertDecisionDefinition(decision);
    }

    @Override
    public void deleteDecisionDefinitionsByDeploymentId(String deployment) {
        kept.changed();
        super.deleteDecisionDefinitionsByDeploymentId(deployment);
    }
}

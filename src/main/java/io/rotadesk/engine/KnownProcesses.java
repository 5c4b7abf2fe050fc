package io.rotadesk.engine;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Asks {@link KeptDefinitions} for the row of a process, with which the engine refreshes the parsed process that it
 * keeps. Commands that change rows read them by other methods.
 */
class KnownProcesses extends ProcessDefinitionManager {

    private final KeptDefinitions kept;

    KnownProcesses(KeptDefinitions kept) {
        this.kept = kept;
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        return kept.process("id " + id, () -> super.findLatestDefinitionById(id));
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenant) {
        return tenant == null
                ? kept.process("key " + key, () -> super.findLatestDefinitionByKeyAndTenantId(key, null))
                : super.findLatestDefinitionByKeyAndTenantId(key, tenant);
    }

    @Override
    public ProcessDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        return kept.process(
                "deployment " + deployment + " " + key, () -> super.findDefinitionByDeploymentAndKey(deployment, key));
    }

    @Override
    public void insertProcessDefinition(ProcessDefinitionEntity process) {
        kept.changed();
        super.insertProcessDefinition(process);
    }

    @Override
    public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
        kept.changed();
        super.updateProcessDefinitionSuspensionStateById(id, state);
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
        kept.changed();
        super.updateProcessDefinitionSuspensionStateByKey(key, state);
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
            String key, String tenant, SuspensionState state) {
        kept.changed();
        super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenant, state);
    }

    @Override
    public void deleteProcessDefinition(
            ProcessDefinition process,
            String id,
            boolean history,
            boolean instances,
            boolean skipListeners,
            boolean skipMappings) {
        kept.changed();
        super.deleteProcessDefinition(process, id, history, instances, skipListeners, skipMappings);
    }
}

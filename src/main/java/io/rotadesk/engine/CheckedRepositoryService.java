package io.rotadesk.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * Deploys models. If the engine cannot parse a model, the person who deploys it is told like about any other mistake in
 * it.
 */
class CheckedRepositoryService extends RepositoryServiceImpl {

    private final ModelRefusal refusal;

    CheckedRepositoryService(ModelRefusal refusal) {
        this.refusal = refusal;
    }

    /** @throws RefusedException if our check or the engine rejects the model */
    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
        try {
            return super.deployWithResult(deployment);
        } catch (RefusedException
                | BadUserRequestException
                | AuthorizationException
                | OptimisticLockingException notTheModel) {
            throw notTheModel;
        } catch (ProcessEngineException e) {
            throw explained(e);
        } catch (StackOverflowError nestedTooDeeply) {
            throw refusal.nestedTooDeeply();
        }
    }

    private RuntimeException explained(ProcessEngineException thrown) {
        if (Thrown.in(thrown, SQLException.class) != null) {
            return thrown;
        }
        RefusedException refused = Thrown.in(thrown, RefusedException.class);
        return refused != null ? refused : refusal.byTheEngine(thrown);
    }
}

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
 * Deploys models; whatever the engine cannot make of one is the model's fault, and is told to the person who deploys it like
 * any other mistake in it.
 */
class CheckedRepositoryService extends RepositoryServiceImpl {

    private final ModelRefusal refusal;

    CheckedRepositoryService(ModelRefusal refusal) {
        this.refusal = refusal;
    }

    /** @throws RefusedException when the model cannot be taken, be it our check or the engine that finds so */
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

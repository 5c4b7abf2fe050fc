package io.rotadesk.engine;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts another process while somebody is working, such as a question to the manager from a register form. If its
 * model fails, the person's own work goes on all the same.
 */
@Component
public class StartBeside {

    private final ModelGuard guard;
    private final Actor actor;
    private final ObjectProvider<Troubles> troubles;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    StartBeside(
            ModelGuard guard,
            Actor actor,
            ObjectProvider<Troubles> troubles,
            ObjectProvider<PlatformTransactionManager> transactions) {
        this.guard = guard;
        this.actor = actor;
        this.troubles = troubles;
        this.transactions = transactions;
    }

    /**
     * Runs in the caller's transaction, behind a savepoint. If the model fails, the people who can repair it are told.
     */
    public void start(String unitId, String process, String entry, Runnable start) {
        TransactionTemplate behindSavepoint = new TransactionTemplate(transactions.getObject());
        behindSavepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        actor.inTheApplicationsName(() -> {
            // A context of its own: within the context of another step the engine would start the process only after
            // that step.
            ProcessEngineContext.requiresNew();
            try {
                behindSavepoint.executeWithoutResult(status -> guard.run(process, start));
            } catch (ModelFailedException e) {
                troubles.getObject().note(unitId, process, e.element(), TroubleKind.NOT_STARTED, entry);
            } finally {
                ProcessEngineContext.clear();
            }
            return null;
        });
    }
}

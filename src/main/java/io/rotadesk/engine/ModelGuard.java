package io.rotadesk.engine;

import io.rotadesk.engine.ModelFailedException.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Sends requests to a deployed model, and throws a {@link ModelFailedException} if the model fails. Failures that are
 * not the model's fault are passed on: another transaction was faster, the database is in trouble, a person's entry is
 * refused.
 */
@Component
public class ModelGuard {

    /** Connection, read-only, rolled back, out of resources, operator, system: never caused by a model. */
    private static final Set<String> OF_THE_DATABASE = Set.of("08", "25", "40", "53", "55", "57", "58");

    private final ObjectProvider<ProcessEngine> engine;
    private final FailedElement failed;

    ModelGuard(ObjectProvider<ProcessEngine> engine, FailedElement failed) {
        this.engine = engine;
        this.failed = failed;
    }

    /** @throws ModelFailedException if the work fails because of the model */
    public void run(String process, Runnable work) {
        failed.forget();
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) {
            if (isNoFaultOfTheModel(e)) {
                throw e;
            }
            throw new ModelFailedException(Kind.BROKEN, process, failed.get(), e);
        }
    }

    /**
     * Sends a message to its one instance. It costs as much as the engine's own correlation, and nothing is thrown
     * within the engine if no instance waits for it.
     *
     * @param id the variable that distinguishes the instance from others with the same business key
     * @param variables the variables that the instance gets with the message
     * @throws ModelFailedException if there is no such instance, if it does not wait for the message, or if it fails at
     *     it
     */
    public void tell(
            String process,
            String message,
            String businessKey,
            ProcessVariable<?> id,
            Object value,
            Map<String, Object> variables) {
        boolean[] told = {false};
        run(process, () -> told[0] = correlate(message, businessKey, id, value, variables));
        if (!told[0]) {
            throw failure(process, businessKey, id, value);
        }
    }

    /**
     * As {@link #tell}, for a message that may be ignored.
     *
     * @return whether an instance waited for it
     */
    public boolean tellIfThere(
            String message, String businessKey, ProcessVariable<?> id, Object value, Map<String, Object> variables) {
        return correlate(message, businessKey, id, value, variables);
    }

    /** Says why an instance does not react: it is gone, suspended, or at another step. */
    public ModelFailedException failure(String process, String businessKey, ProcessVariable<?> id, Object value) {
        return new ModelFailedException(state(process, businessKey, id, value), process, null, null);
    }

    private boolean correlate(
            String message, String businessKey, ProcessVariable<?> id, Object value, Map<String, Object> variables) {
        RuntimeService runtime = engine.getObject().getRuntimeService();
        // All in one command, so that rows read by the query need not be read again.
        return configuration().getCommandExecutorTxRequired().execute(context -> {
            List<Execution> waiting = runtime.createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processInstanceBusinessKey(businessKey)
                    .processVariableValueEquals(id.name(), value)
                    .active()
                    .list();
            if (waiting.size() > 1) {
                throw new IllegalStateException(waiting.size() + " places wait for " + message);
            }
            waiting.forEach(one -> runtime.messageEventReceived(message, one.getId(), variables));
            return !waiting.isEmpty();
        });
    }

    private Kind state(String process, String businessKey, ProcessVariable<?> id, Object value) {
        List<ProcessInstance> instances = engine.getObject()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .variableValueEquals(id.name(), value)
                .list();
        if (instances.isEmpty()) {
            return Kind.GONE;
        }
        return instances.stream().anyMatch(ProcessInstance::isSuspended) ? Kind.SUSPENDED : Kind.DEAF;
    }

    private static boolean isNoFaultOfTheModel(Throwable thrown) {
        return Thrown.chain(thrown)
                .anyMatch(cause -> cause instanceof ModelFailedException
                        || cause instanceof RefusedException
                        || cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException
                        || cause instanceof SQLException sql && isOfTheDatabase(sql));
    }

    private static boolean isOfTheDatabase(SQLException e) {
        return e.getSQLState() == null
                || e.getSQLState().length() < 2
                || OF_THE_DATABASE.contains(e.getSQLState().substring(0, 2));
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
    }
}

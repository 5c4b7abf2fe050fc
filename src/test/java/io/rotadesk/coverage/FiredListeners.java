package io.rotadesk.coverage;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Writes down which task listeners were called since a time was over, in every application context of a test run: called
 * without an exception, and committed.
 */
@Component
class FiredListeners extends AbstractProcessEnginePlugin {

    private static final Map<String, Set<String>> fired = new ConcurrentHashMap<>();

    /** @return the ids of task and listener of each, such as {@code Task_AnswerQuestion.remind} */
    static Set<String> fired(String processDefinitionKey) {
        return fired.getOrDefault(processDefinitionKey, Set.of());
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // It takes the place of the engine's own, which has the same type.
        if (engine.getCustomJobHandlers() == null) {
            engine.setCustomJobHandlers(new ArrayList<>());
        }
        engine.getCustomJobHandlers().add(new Handler());
    }

    private static class Handler extends TimerTaskListenerJobHandler {

        @Override
        public void execute(
                TimerJobConfiguration timer, ExecutionEntity execution, CommandContext context, String tenantId) {
            String process = execution.getProcessDefinition().getKey();
            super.execute(timer, execution, context, tenantId);
            context.getTransactionContext()
                    .addTransactionListener(
                            TransactionState.COMMITTED,
                            committed -> fired.computeIfAbsent(process, p -> ConcurrentHashMap.newKeySet())
                                    .add(timer.getTimerElementKey() + "." + timer.getTimerElementSecondaryKey()));
        }
    }
}

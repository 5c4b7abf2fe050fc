package io.rotadesk.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.springframework.stereotype.Component;

/**
 * Writes the steps too that the engine's history leaves out, so that a test can ask whether a process passed there. Only
 * processes whose key begins with {@link #AS_IT_RUNS} have the history that they have without a test.
 */
@Component
class AllSteps extends AbstractProcessEnginePlugin {

    static final String AS_IT_RUNS = "lean-history";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(new Handler());
    }

    private static class Handler extends DbHistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity
                    && !event.getProcessDefinitionKey().startsWith(AS_IT_RUNS)
                    && !LeanHistory.isKept(event)) {
                super.handleEvent(event);
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}

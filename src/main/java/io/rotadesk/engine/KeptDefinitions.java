package io.rotadesk.engine;

import io.rotadesk.platform.register.Keeping;
import io.rotadesk.platform.register.Kept;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows of processes and decisions until one of them changes, on whichever node: something is deployed,
 * deleted, suspended or activated, or its history is kept for another time.
 */
@Component
class KeptDefinitions {

    // The engine is created before all beans that need the database.
    private final ObjectProvider<Keeping> keeping;
    private Kept<String, ProcessDefinitionEntity> processes;
    private Kept<String, DecisionDefinitionEntity> decisions;

    KeptDefinitions(ObjectProvider<Keeping> keeping) {
        this.keeping = keeping;
    }

    ProcessDefinitionEntity process(String asked, Supplier<ProcessDefinitionEntity> reading) {
        begin();
        return processes.get(asked, () -> Optional.ofNullable(reading.get())).orElse(null);
    }

    DecisionDefinitionEntity decision(String asked, Supplier<DecisionDefinitionEntity> reading) {
        begin();
        return decisions.get(asked, () -> Optional.ofNullable(reading.get())).orElse(null);
    }

    void changed() {
        begin();
        processes.changed();
        decisions.changed();
    }

    private synchronized void begin() {
        if (processes == null) {
            processes = keeping.getObject().rows("process");
            decisions = keeping.getObject().rows("decision");
        }
    }

    /** Notices the one change that the engine makes without its managers. */
    CommandInterceptor watch() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (command instanceof UpdateProcessDefinitionHistoryTimeToLiveCmd
                        || command instanceof UpdateDecisionDefinitionHistoryTimeToLiveCmd) {
                    changed();
                }
                return next.execute(command);
            }
        };
    }
}

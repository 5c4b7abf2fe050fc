package io.rotadesk.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Whether a process calls itself, in however many steps. {@link ModelFlow} finds those that do so at once; one that waits for
 * somebody in between would still leave an instance behind at each round, and none of them could ever end.
 */
final class CallLoops {

    private final Collection<ProcessDefinitionEntity> processes;
    private final CalledProcesses called;

    /** @param processes of which loops are told; those that they call are followed too */
    CallLoops(Collection<ProcessDefinitionEntity> processes, CalledProcesses called) {
        this.processes = processes;
        this.called = called;
    }

    List<ModelFinding> findings() {
        return processes.stream()
                .filter(this::callsItself)
                .map(process -> new ModelFinding(process.getResourceName(), process.getKey(), "model.callLoop"))
                .toList();
    }

    private boolean callsItself(ProcessDefinitionEntity process) {
        Set<String> seen = new HashSet<>();
        Deque<ProcessDefinitionEntity> ahead = new ArrayDeque<>(List.of(process));
        while (!ahead.isEmpty()) {
            FlowSteps steps = new FlowSteps(called);
            steps.read(ahead.poll());
            for (ProcessDefinitionEntity callee : steps.callees()) {
                if (callee.getKey().equals(process.getKey())) {
                    return true;
                }
                if (seen.add(callee.getKey())) {
                    ahead.add(callee);
                }
            }
        }
        return false;
    }
}

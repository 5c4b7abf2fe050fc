package io.rotadesk.bench;

import io.rotadesk.engine.models.CallHandling;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** The same steps on the bare engine, nobody logged in. */
final class BareCalls implements Calls {

    private final String name;
    private final boolean sameModel;
    private final RuntimeService runtime;
    private final TaskService tasks;

    BareCalls(String name, BareEngine engine, boolean sameModel) {
        this.name = name;
        this.sameModel = sameModel;
        this.runtime = engine.engine().getRuntimeService();
        this.tasks = engine.engine().getTaskService();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void handle(int client, long id) {
        String businessKey = "bench-" + id;
        String agent = "agent" + client;
        runtime.createMessageCorrelation(CallHandling.Message.CALL_RECEIVED)
                .processInstanceBusinessKey(businessKey)
                .setVariables(start(businessKey, agent))
                .correlateStartMessage();
        complete(businessKey, Map.of());
        complete(businessKey, CallInput.asked());
        complete(businessKey, sameModel ? CallInput.registered("138%08d".formatted(id)) : Map.of());
    }

    private Map<String, Object> start(String businessKey, String agent) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("callId", businessKey);
        variables.put("unitId", RotaDesk.UNIT);
        variables.put("agent", agent);
        if (!sameModel) {
            variables.put("status", "NEW");
        }
        return variables;
    }

    private void complete(String businessKey, Map<String, Object> variables) {
        Task task =
                tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
        tasks.complete(task.getId(), variables);
    }
}

package io.rotadesk.bench;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** The same steps on the bare engine, nobody logged in. */
final class BareCalls implements Calls {

    private final String name;
    private final boolean keepsInput;
    private final RuntimeService runtime;
    private final TaskService tasks;

    BareCalls(String name, BareEngine engine, boolean keepsInput) {
        this.name = name;
        this.keepsInput = keepsInput;
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
        runtime.createMessageCorrelation("CallReceived")
                .processInstanceBusinessKey(businessKey)
                .setVariables(start(businessKey, agent))
                .correlateStartMessage();
        complete(businessKey, agent, Map.of());
        complete(businessKey, agent, CallInput.asked());
        complete(businessKey, agent, keepsInput ? CallInput.registered("138%08d".formatted(id)) : Map.of());
    }

    private Map<String, Object> start(String businessKey, String agent) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("callId", businessKey);
        variables.put("unitId", RotaDesk.UNIT);
        variables.put("agent", agent);
        if (keepsInput) {
            variables.put("owner", null);
            variables.put("ownerKnownBy", null);
            variables.put("lastContactKind", null);
            variables.put("daysSinceContact", null);
            variables.put("callValidityDays", 7L);
            variables.put("visitValidityDays", 15L);
        } else {
            variables.put("status", "NEW");
        }
        return variables;
    }

    private void complete(String businessKey, String agent, Map<String, Object> variables) {
        Task task = tasks.createTaskQuery()
                .taskAssignee(agent)
                .processInstanceBusinessKey(businessKey)
                .singleResult();
        tasks.complete(task.getId(), variables);
    }
}

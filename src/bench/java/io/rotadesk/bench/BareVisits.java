package io.rotadesk.bench;

import io.rotadesk.engine.models.VisitReception;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** The steps of a first visit on the bare engine, in the shape of the model only, nobody logged in. */
final class BareVisits implements Calls {

    private final RuntimeService runtime;
    private final TaskService tasks;

    BareVisits(BareEngine shape) {
        this.runtime = shape.engine().getRuntimeService();
        this.tasks = shape.engine().getTaskService();
    }

    @Override
    public String name() {
        return "bare engine, shape only";
    }

    @Override
    public void handle(int client, long id) {
        String businessKey = "visit-" + id;
        runtime.createMessageCorrelation(VisitReception.Message.VISIT_ANNOUNCED)
                .processInstanceBusinessKey(businessKey)
                .setVariables(start(businessKey, "agent" + client))
                .correlateStartMessage();
        for (int step = 0; step < VisitInput.STEPS; step++) {
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            tasks.complete(task.getId());
        }
    }

    /** The variables that the gateways read. */
    private static Map<String, Object> start(String businessKey, String agent) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("visitId", businessKey);
        variables.put("unitId", RotaDesk.UNIT);
        variables.put("agent", agent);
        variables.put("appointment", false);
        variables.put("purpose", "viewing");
        variables.put("status", "NEW");
        variables.put("stillHere", "yes");
        variables.put("byHelper", false);
        return variables;
    }
}

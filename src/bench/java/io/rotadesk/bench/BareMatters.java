package io.rotadesk.bench;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** The steps of a matter with a plan on the bare engine, in the shape of the model only: no deadline is watched. */
final class BareMatters implements Calls {

    private final RuntimeService runtime;
    private final TaskService tasks;

    BareMatters(BareEngine shape) {
        this.runtime = shape.engine().getRuntimeService();
        this.tasks = shape.engine().getTaskService();
    }

    @Override
    public String name() {
        return "bare engine, shape only";
    }

    @Override
    public void handle(int client, long id) {
        String businessKey = "matter-" + id;
        runtime.createMessageCorrelation("PetitionAnnounced")
                .processInstanceBusinessKey(businessKey)
                .setVariables(start(businessKey, "staff" + client))
                .correlateStartMessage();
        for (int step = 0; step < MatterInput.STEPS; step++) {
            Task task = tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .singleResult();
            tasks.complete(task.getId());
        }
    }

    /** The variables that the gateways read. */
    private static Map<String, Object> start(String businessKey, String staff) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("ticketId", businessKey);
        variables.put("matterId", businessKey);
        variables.put("unitId", RotaDesk.RECEPTION_POINT);
        variables.put("staff", staff);
        variables.put("appointment", false);
        variables.put("largeScale", false);
        variables.put("came", "yes");
        variables.put("earlier", "NONE");
        variables.put("route", "plan");
        variables.put("progress", "done");
        return variables;
    }

    /** What a gateway asks a bean; public, as expressions need it. */
    public static final class Matters {

        public boolean planSet(String matterId) {
            return false;
        }
    }
}

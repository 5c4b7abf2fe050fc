package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.InstanceRemoval;
import io.rotadesk.engine.ModelGuard;
import io.rotadesk.engine.PersonalTraces;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.DisputeProcess;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Starts and reaches the instances of {@code ownership-dispute.bpmn}. The business key is the dispute's id. */
@Component
class RuntimeDisputeProcess implements DisputeProcess {

    private static final String PROCESS = DisputeVariables.DECLARED.processDefinitionKey();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final PersonalTraces traces;
    private final ModelGuard guard;
    private final InstanceRemoval removal;

    RuntimeDisputeProcess(
            RuntimeService runtime,
            TaskService tasks,
            PersonalTraces traces,
            ModelGuard guard,
            InstanceRemoval removal) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.traces = traces;
        this.guard = guard;
        this.removal = removal;
    }

    @Override
    public void claimed(Dispute dispute) {
        runtime.createMessageCorrelation(OwnershipDispute.Message.CUSTOMER_CLAIMED)
                .processInstanceBusinessKey(key(dispute))
                .setVariable(DisputeVariables.DISPUTE_ID.name(), key(dispute))
                .setVariable(DisputeVariables.UNIT_ID.name(), dispute.unitId())
                .setVariable(DisputeVariables.CLAIMANT.name(), dispute.claimant())
                .setVariable(DisputeVariables.OWNER.name(), dispute.owner())
                .withoutTenantId()
                .correlateStartMessage();
    }

    @Override
    public void ownerChanged(Dispute dispute) {
        instance(dispute).ifPresent(id -> runtime.setVariable(id, DisputeVariables.OWNER.name(), dispute.owner()));
        open(dispute, OwnershipDispute.Task.GIVE_STATEMENT)
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), dispute.owner()));
    }

    @Override
    public void overtaken(Dispute dispute) {
        if (!guard.tellIfThere(
                OwnershipDispute.Message.DISPUTE_OVERTAKEN,
                key(dispute),
                DisputeVariables.DISPUTE_ID,
                key(dispute),
                Map.of())) {
            // It is closed in the register; the rest of the instance has nothing to do.
            cancel(dispute);
        }
    }

    @Override
    public void cancel(Dispute dispute) {
        instance(dispute).ifPresent(id -> removal.remove(id, "the customer is erased"));
    }

    @Override
    public void forget(Dispute dispute) {
        traces.forget(PROCESS, DisputeVariables.DISPUTE_ID, key(dispute));
    }

    private Optional<String> instance(Dispute dispute) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key(dispute))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .findFirst();
    }

    private TaskQuery open(Dispute dispute, String task) {
        return tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(key(dispute))
                .taskDefinitionKey(task);
    }

    private static String key(Dispute dispute) {
        return Long.toString(dispute.id());
    }
}

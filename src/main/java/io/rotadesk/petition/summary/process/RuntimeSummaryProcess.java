package io.rotadesk.petition.summary.process;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.models.PetitionSummary;
import io.rotadesk.petition.summary.SummaryProcess;
import io.rotadesk.petition.summary.SummaryReason;
import io.rotadesk.petition.summary.SummaryVersionDue;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Starts and reaches the instances of {@code petition-summary.bpmn}. The business key is the summary's id; one runs at
 * a time.
 */
@Component
class RuntimeSummaryProcess implements SummaryProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Actor actor;

    RuntimeSummaryProcess(RuntimeService runtime, TaskService tasks, Actor actor) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.actor = actor;
    }

    @Override
    public void start(SummaryVersionDue due) {
        String message = due.reason() == SummaryReason.MONTH_ENDED
                ? PetitionSummary.Message.MONTH_ENDED
                : PetitionSummary.Message.MATTER_RECLASSIFIED;
        actor.inTheApplicationsName(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(due.summaryId())
                .setVariable(SummaryVariables.SUMMARY_ID.name(), due.summaryId())
                .setVariable(SummaryVariables.UNIT_ID.name(), due.rootUnitId())
                .setVariable(SummaryVariables.MONTH.name(), due.month().toString())
                .setVariable(SummaryVariables.REASON.name(), due.reason().name())
                .withoutTenantId()
                .correlateStartMessage());
    }

    @Override
    public boolean isRunning(String summaryId) {
        return actor.inTheApplicationsName(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PetitionSummary.PROCESS)
                        .processInstanceBusinessKey(summaryId)
                        .count()
                > 0);
    }

    @Override
    public void outdated(String summaryId) {
        actor.inTheApplicationsName(() -> {
            runtime.createMessageCorrelation(PetitionSummary.Message.SUMMARY_OUTDATED)
                    .processInstanceBusinessKey(summaryId)
                    .correlateAll();
            return null;
        });
    }

    @Override
    public Optional<String> signingTask(String summaryId) {
        return actor.inTheApplicationsName(() -> tasks
                .createTaskQuery()
                .processDefinitionKey(PetitionSummary.PROCESS)
                .processInstanceBusinessKey(summaryId)
                .taskDefinitionKey(PetitionSummary.Task.SIGN_OFF_SUMMARY)
                .active()
                .list()
                .stream()
                .map(Task::getId)
                .findFirst());
    }
}

package io.rotadesk.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Finds the deployed models and their running instances; asks in the application's name, within a command. */
final class ModelsInForce {

    /** One version of a process or of a decision. */
    record Model(String id, String key, boolean isDecision) {}

    private final CommandContext context;

    ModelsInForce(CommandContext context) {
        this.context = context;
    }

    /** @return the key of the process of the first known one; null if none is known */
    String keyOf(String key, String definition, String instance, String jobDefinition, String job) {
        if (key != null) {
            return key;
        }
        if (job != null) {
            JobEntity found = context.getJobManager().findJobById(job);
            return found == null ? null : found.getProcessDefinitionKey();
        }
        if (jobDefinition != null) {
            JobDefinitionEntity found = context.getJobDefinitionManager().findById(jobDefinition);
            return found == null ? null : found.getProcessDefinitionKey();
        }
        String id = definition;
        if (instance != null) {
            ExecutionEntity found = context.getExecutionManager().findExecutionById(instance);
            id = found == null ? null : found.getProcessDefinitionId();
        }
        ProcessDefinitionEntity process =
                id == null ? null : context.getProcessDefinitionManager().findLatestProcessDefinitionById(id);
        return process == null ? null : process.getKey();
    }

    /** @return the keys of the processes that these jobs or job definitions belong to */
    List<String> ofJobs(String jobDefinition, Collection<String> jobs) {
        return Stream.concat(
                        Stream.ofNullable(keyOf(null, null, null, jobDefinition, null)),
                        jobs.stream().map(job -> keyOf(null, null, null, null, job)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** @return the execution itself, or that of the task */
    String executionOf(String execution, String task) {
        TaskEntity found = task == null ? null : context.getTaskManager().findTaskById(task);
        return found == null ? execution : found.getExecutionId();
    }

    /** @param later null for at once */
    boolean isDueBefore(String job, Date later) {
        JobEntity found =
                job == null || later == null ? null : context.getJobManager().findJobById(job);
        return found != null
                && (found.getDuedate() == null || found.getDuedate().before(later));
    }

    List<Model> ofDeployment(String deployment) {
        List<Model> models = new ArrayList<>(
                processes(context.getProcessDefinitionManager().findProcessDefinitionsByDeploymentId(deployment)));
        context.getDecisionDefinitionManager()
                .findDecisionDefinitionByDeploymentId(deployment)
                .forEach(decision -> models.add(model(decision)));
        return models;
    }

    List<Model> byIds(Collection<String> ids) {
        return processes(context.getProcessDefinitionManager().findDefinitionsByIds(new HashSet<>(ids)));
    }

    List<Model> byKey(String key) {
        return processes(context.getProcessDefinitionManager().findProcessDefinitionsByKey(key));
    }

    /** @return the number of running instances of this version, in all units */
    long running(Model model) {
        return model.isDecision()
                ? 0
                : context.runWithoutAuthorization(() -> context.getExecutionManager()
                        .findProcessInstanceCountByQueryCriteria(
                                new ProcessInstanceQueryImpl().processDefinitionId(model.id())));
    }

    /** @return whether another version remains when these are gone */
    boolean hasOther(Model model, Collection<Model> deleted) {
        return versions(model).stream().anyMatch(version -> !deleted.contains(version));
    }

    private List<Model> versions(Model model) {
        if (!model.isDecision()) {
            return byKey(model.key());
        }
        DecisionDefinitionQueryImpl query = new DecisionDefinitionQueryImpl();
        query.decisionDefinitionKey(model.key());
        return context
                .runWithoutAuthorization(() ->
                        context.getDecisionDefinitionManager().findDecisionDefinitionsByQueryCriteria(query, null))
                .stream()
                .map(ModelsInForce::model)
                .toList();
    }

    private static List<Model> processes(Collection<? extends ProcessDefinition> processes) {
        return processes.stream()
                .map(process -> new Model(process.getId(), process.getKey(), false))
                .toList();
    }

    private static Model model(DecisionDefinition decision) {
        return new Model(decision.getId(), decision.getKey(), true);
    }
}
